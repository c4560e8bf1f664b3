// The practice space as the console shows it.
import type { InstantText } from '@layan/domain/kernel/ids';
import type { PracticeSpace } from '../ports/practice.ts';

export interface PracticeView {
  readonly state: 'open' | 'closed';
  readonly since?: InstantText;
  /** Who opened, emptied or closed it last. */
  readonly by?: string;
  /** Claims of invented people that were filed just now. */
  readonly filed?: number;
}

export const practiceView = (space: PracticeSpace | undefined): PracticeView =>
  space ? { state: space.state, since: space.since, by: space.by.name } : { state: 'closed' };
