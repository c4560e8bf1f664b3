// The people behind stand-ins: somebody for each kind of work, the clock, and what they would write.
import { StaffId } from '../kernel/ids.ts';
import type { Role } from '../standard/step.ts';
import type { By } from './command.ts';
import type { Sealed } from './facts.ts';

export const sealed: Sealed = { sealed: 'contoh' };
export const clock: By = { party: 'system' };

/** A member for each kind of work, so that nobody meets their own work. */
export const memberFor = (work: string, role: string): By => ({
  party: 'staff',
  member: { id: StaffId.parse(work), name: `Petugas ${work}`, roles: [role], areas: [] },
});

export const byRole = (role: Role | undefined, work: string): By =>
  role?.party === 'applicant' ? { party: 'applicant' } : memberFor(work, role?.id ?? '');
