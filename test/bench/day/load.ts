// How the surveys were shared out, as the histories of the cases tell it.
import { median } from '../median.ts';
import type { Day } from './day.ts';
import type { Facilitator } from './staff.ts';

const GIVEN = /^Tugas dibagikan kepada (.+) \(/;

export interface Load {
  /** Families given to each facilitator by rule; a second visit counts no more. */
  readonly families: readonly number[];
  /** The same, kecamatan by kecamatan, in the order in which they were invited. */
  readonly byDistrict: readonly string[];
  /** Between any two of one kecamatan. */
  readonly widestGap: number;
  readonly outsideTheirArea: number;
}

export function loadOf(day: Day, facilitators: readonly Facilitator[]): Load {
  const all = [...day.running.values()].map(({ view, village }) => ({
    village,
    names: new Set(view.timeline.flatMap(({ what }) => GIVEN.exec(what)?.[1] ?? [])),
  }));
  const given = facilitators.map(({ name, district }) => ({
    district,
    families: all.filter(({ names }) => names.has(name)).length,
    outside: all.filter(({ names, village }) => names.has(name) && !village.startsWith(district)).length,
  }));
  const districts = [...Map.groupBy(given, ({ district }) => district)];
  const gaps = districts.map(([, there]) => {
    const counts = there.map(({ families }) => families);
    return Math.max(...counts) - Math.min(...counts);
  });
  return {
    families: given.map(({ families }) => families),
    byDistrict: districts.map(
      ([district, there]) => `${district}: ${there.map(({ families }) => families).join(' ')}`,
    ),
    widestGap: Math.max(...gaps),
    outsideTheirArea: given.reduce((sum, { outside }) => sum + outside, 0),
  };
}

export const spread = (values: readonly number[]): string =>
  `min ${Math.min(...values)}, median ${median(values)}, max ${Math.max(...values)}`;
