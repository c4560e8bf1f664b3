// What only the tenant can tell about a standard that is to run there: its opening hours, and who holds which roles.
import type { TenantCalendar } from '../deadline/calendar.ts';

export interface TenantFacts {
  readonly calendar: TenantCalendar;
  /** One entry for each member of staff; left out when nobody knows yet. */
  readonly staff?: readonly { readonly roles: readonly string[] }[];
}
