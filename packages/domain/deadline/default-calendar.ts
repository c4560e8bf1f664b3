// The calendar a tenant starts with: Perpres 21/2023 (37.5 hours a week, breaks of 60 and on Friday 90 minutes) and all decreed holidays.
import type { DaySpans, TenantCalendar, WeekHours } from './calendar.ts';
import { decreedClosures } from './holidays.ts';
import type { Zone } from './zones.ts';

const monday: DaySpans = [
  { from: '07:30', to: '12:00' },
  { from: '13:00', to: '16:00' },
];
const friday: DaySpans = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '16:30' },
];

export const defaultWeek: WeekHours = [monday, monday, monday, monday, friday, [], []];

/** Office and counter alike; local closures, counter hours and Ramadan are the tenant's to add. */
export const defaultCalendar = (zone: Zone): TenantCalendar => ({
  zone,
  office: defaultWeek,
  counter: defaultWeek,
  special: [],
  closures: [...decreedClosures],
});
