// Whether the day has come from which a tenant that leaves takes nothing new.
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Tenant } from '@layan/domain/tenant/tenant';

export const hasClosed = (
  { closing, calendar }: Pick<Tenant, 'closing' | 'calendar'>,
  now: InstantText,
): boolean => closing !== undefined && dateIn(calendar.zone, now) >= closing.on;
