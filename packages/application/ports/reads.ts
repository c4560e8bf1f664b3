// Who read what about a person (UU 27/2022 art. 31): a row for each hour, person and operation. Kept for five years.
import type { InstantText, StaffId } from '@layan/domain/kernel/ids';

export interface Reading {
  /** What was read: a case, or a card that belongs to none. For lists, the agency: `lists:<agency>`. */
  readonly about: string;
  /** In kebab-case, as in `get-case`. */
  readonly operation: string;
  readonly by: StaffId;
  readonly name: string;
  readonly at: InstantText;
}

/** Readings of one person within one hour by the clock. */
export interface ReadRow extends Omit<Reading, 'at'> {
  readonly first: InstantText;
  readonly last: InstantText;
  readonly times: number;
}

export interface ReadLog {
  /** One transaction. Noted before the answer is sent. */
  note(reading: Reading): Promise<void>;
  /** One query: oldest first. */
  list(about: string): Promise<readonly ReadRow[]>;
}

export const listsOf = (agency: string): string => `lists:${agency}`;
