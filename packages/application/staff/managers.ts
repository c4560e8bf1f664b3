// An agency keeps somebody who manages it.
import { managerRole } from '@layan/domain/case/authority';
import type { Membership, StaffStore } from '../ports/staff.ts';

export const isManager = ({ state, roles }: Membership): boolean =>
  state === 'active' && roles.includes(managerRole);

/** Whether the agency has an active manager besides this member. */
export const hasOtherManager = async (staff: StaffStore, { id, agency }: Membership): Promise<boolean> =>
  (await staff.list()).some((other) => other.id !== id && other.agency === agency && isManager(other));
