// A story: how a case is filed and what then happens. Witnesses of findings are told so, and can be played.
import type { PlainValue } from '../case/facts.ts';
import type { Turn } from '../standard/example.ts';

export interface Story {
  readonly channel: string;
  /** Ordinary facts only. */
  readonly facts: Readonly<Record<string, PlainValue>>;
  readonly turns: readonly Turn[];
}
