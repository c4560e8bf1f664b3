// Which places a member's areas cover: the area itself and everything below it.
import type { RegionCode } from '../kernel/ids.ts';

/** No areas cover every place; a case without a place is everybody's. */
export const covers = (areas: readonly RegionCode[], place: string | undefined): boolean =>
  areas.length === 0 ||
  place === undefined ||
  areas.some((area) => place === area || place.startsWith(`${area}.`));
