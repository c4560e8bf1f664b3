// Which decision of a case can be objected to, and until when. At most one at a time: what was done to a product after
// the case had ended comes after how it ended.

import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import type { ObjectionWay } from './event.ts';

export interface ObjectableDecision {
  /** Tells the decisions of one case apart; one objection to each may be open. */
  readonly key: string;
  readonly way: ObjectionWay;
  /** The product that was taken away, where that is the decision. */
  readonly product?: string;
}

interface Decided {
  readonly ended?: { readonly objection?: ObjectionWay | undefined } | undefined;
  readonly products: readonly { readonly id: string; readonly objection?: ObjectionWay | undefined }[];
}

/** The latest decision that names a way to object, also when its time is over. Of a snapshot or of a status. */
export const objectableDecision = ({ ended, products }: Decided): ObjectableDecision | undefined => {
  const taken = products.findLast(({ objection }) => objection !== undefined);
  if (taken?.objection) return { key: taken.id, way: taken.objection, product: taken.id };
  return ended?.objection && { key: 'ending', way: ended.objection };
};

export const isTooLate = ({ way }: ObjectableDecision, now: InstantText): boolean =>
  epochMs(now) > epochMs(way.until);
