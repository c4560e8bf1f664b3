// The practice space of a tenant: a place with the same standards and people in which nothing is real.
import type { InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

export interface PracticeSpace {
  /** Goes up by one each time the space is opened or emptied; what an earlier one held is out of reach and expires. */
  readonly generation: number;
  readonly state: 'open' | 'closed';
  readonly since: InstantText;
  readonly by: { readonly id: StaffId; readonly name: string };
}

export interface PracticeRegister {
  /** One get, cached for a quarter of a minute. Undefined when it was never opened. */
  find(): Promise<PracticeSpace | undefined>;
  save(space: PracticeSpace, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
}
