// The figures of the member's agency today.

import type { AccessRefusal } from '@layan/domain/access/operations';
import { mayUse } from '@layan/domain/access/operations';
import { type DayFigures, dayIn, emptyDay } from '@layan/domain/case/day-figures';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

export type GetTodayError = AccessRefusal | { readonly code: 'tenant-not-found' };

export const makeGetToday =
  ({ figures, directory, clock }: Pick<Ports, 'figures' | 'directory' | 'clock'>) =>
  async ({ member }: { readonly member: Membership }): Promise<Result<DayFigures, GetTodayError>> => {
    const allowed = mayUse(member, 'get-today');
    if (!allowed.ok) return allowed;
    const tenant = await directory.find();
    if (!tenant) return err({ code: 'tenant-not-found' });
    const date = dayIn(tenant.calendar.zone, clock.now());
    return ok((await figures.day(member.agency, date))?.figures ?? emptyDay(date));
  };
