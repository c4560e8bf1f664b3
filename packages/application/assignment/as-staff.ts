// A member as commands name them.
import type { StaffMember } from '@layan/domain/case/command';
import type { Membership } from '../ports/staff.ts';

export const asStaff = ({ id, name, roles, areas }: Membership): StaffMember => ({ id, name, roles, areas });
