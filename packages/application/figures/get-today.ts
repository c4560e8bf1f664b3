// The figures of the member's agency today. They count every area, so who works in some areas only does not get them.

import type { AccessRefusal } from '@layan/domain/access/operations';
import { mayUse } from '@layan/domain/access/operations';
import { type DayFigures, dayIn, emptyDay } from '@layan/domain/case/day-figures';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isAreaBound } from '../staff/area-bound.ts';

export type GetTodayError = AccessRefusal | { readonly code: 'tenant-not-found' };

export const makeGetToday =
  ({ figures, directory, standards, clock }: Pick<Ports, 'figures' | 'directory' | 'standards' | 'clock'>) =>
  async ({ member }: { readonly member: Membership }): Promise<Result<DayFigures, GetTodayError>> => {
    const allowed = mayUse(member, 'get-today');
    if (!allowed.ok) return allowed;
    const [role = ''] = member.roles;
    if (await isAreaBound(standards, member)) return err({ code: 'role-missing', role });
    const tenant = await directory.find();
    if (!tenant) return err({ code: 'tenant-not-found' });
    const date = dayIn(tenant.calendar.zone, clock.now());
    return ok((await figures.day(member.agency, date))?.figures ?? emptyDay(date));
  };
