// What of the calendar changed and has not reached every open promise yet.
import type { CalendarCause } from '@layan/domain/deadline/local-closures';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

export interface CalendarChange {
  /** Empty once every promise is reckoned again. */
  readonly causes: readonly CalendarCause[];
  /** When the calendar changed last. */
  readonly at: InstantText;
  /** Up to where this round through the cases has come; absent at its beginning. */
  readonly after?: string | undefined;
  /** Something moved in this round, so another one follows. */
  readonly moved: boolean;
  readonly revision: number;
}

export interface CalendarChanges {
  /** One get. Undefined when the calendar was never changed. */
  find(): Promise<CalendarChange | undefined>;
  save(change: CalendarChange, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
}
