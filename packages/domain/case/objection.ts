// Which decision of a case can be objected to, and until when. At most one at a time: what was done to a product after
// the case had ended comes after how it ended.

import { dayMs } from '../deadline/working-days.ts';
import { dueAt } from '../deadline/working-time.ts';
import { offsetMs, type Zone } from '../deadline/zones.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, toInstantText } from '../kernel/instant.ts';
import type { Channel } from '../standard/channel.ts';
import type { ObjectionWay } from './event.ts';
import type { Turn } from './turn.ts';

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

/** All decisions that name a way to object, also when its time is over, the first that was made first. */
export const objectableDecisions = ({ ended, products }: Decided): readonly ObjectableDecision[] => [
  ...(ended?.objection ? [{ key: 'ending', way: ended.objection }] : []),
  ...products.flatMap(({ id, objection }) =>
    objection === undefined ? [] : [{ key: id, way: objection, product: id }],
  ),
];

/** The latest of them. Of a snapshot or of a status. */
export const objectableDecision = (decided: Decided): ObjectableDecision | undefined =>
  objectableDecisions(decided).at(-1);

export const isTooLate = ({ way }: ObjectableDecision, now: InstantText): boolean =>
  epochMs(now) > epochMs(way.until);

const endOfDay = (zone: Zone, at: InstantText): InstantText => {
  const offset = offsetMs(zone);
  const day = Math.floor((epochMs(at) + offset) / dayMs);
  return toInstantText((day + 1) * dayMs - offset - 1);
};

type About = NonNullable<Channel['about']>;

/** The channel that answers such a decision; the applicant's own one where there are several. */
const wayTo = (turn: Turn, answers: (about: About) => boolean): ObjectionWay | undefined => {
  const { calendar, now } = turn.context;
  const ways = turn.index.process.channels.flatMap(({ id, kind, about }) =>
    about && answers(about) ? [{ id, kind, about }] : [],
  );
  const way = ways.find(({ kind }) => kind === 'portal') ?? ways[0];
  if (!way) return undefined;
  const { within, calendar: which } = way.about;
  const { at } = dueAt(calendar, which, now, within);
  // People are told a day: what comes on it comes in time, also after the office has closed.
  return { channel: way.id, until: endOfDay(calendar.zone, at) };
};

/** How and until when a case that ends so now can be objected to. */
export const wayAgainstEnding = (turn: Turn, ending: string): ObjectionWay | undefined =>
  wayTo(turn, ({ endings }) => endings.includes(ending));

/** The same for what is done to a product now. */
export const wayAgainstAction = (turn: Turn, action: string): ObjectionWay | undefined =>
  wayTo(turn, ({ changes }) => changes?.includes(action) ?? false);
