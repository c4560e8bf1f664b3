// Local dates and times as people write them in a story, "2026-03-02T09:15", in the zone of the agency.
import type { InstantText } from '../kernel/ids.ts';
import { toInstantText } from '../kernel/instant.ts';
import { offsetMs, type Zone } from './zones.ts';

/** The instant; undefined when the calendar has no such day or the day no such time. */
export const momentIn = (zone: Zone, local: string): InstantText | undefined => {
  const ms = Date.parse(`${local}:00.000Z`);
  const isReal = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(local);
  return isReal ? toInstantText(ms - offsetMs(zone)) : undefined;
};
