// A member of staff as access rules see it; a stored membership has these fields.
import type { By } from '../case/command.ts';
import type { AgencyId, RegionCode, StaffId } from '../kernel/ids.ts';

export interface Worker {
  readonly id: StaffId;
  readonly name: string;
  readonly agency: AgencyId;
  readonly roles: readonly string[];
  /** Empty: every area. */
  readonly areas: readonly RegionCode[];
  readonly state: 'active' | 'deactivated';
}

export const byWorker = (worker: Worker): By => ({
  party: 'staff',
  member: { id: worker.id, name: worker.name, roles: worker.roles, areas: worker.areas },
});
