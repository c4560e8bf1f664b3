// Indonesia's three time zones. None has daylight saving, so an offset is all there is to know.
import type { TenantCalendar } from './calendar.ts';

export type Zone = TenantCalendar['zone'];

const zones = {
  'Asia/Jakarta': { hours: 7, name: 'WIB' },
  'Asia/Makassar': { hours: 8, name: 'WITA' },
  'Asia/Jayapura': { hours: 9, name: 'WIT' },
} as const satisfies Record<Zone, { hours: number; name: string }>;

export const offsetMs = (zone: Zone): number => zones[zone].hours * 3_600_000;

/** What people call the zone: WIB, WITA or WIT. */
export const zoneName = (zone: Zone): string => zones[zone].name;
