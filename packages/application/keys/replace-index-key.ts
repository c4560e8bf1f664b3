// Keeps the key of the tenant's indexes young, a portion at a time: once a year another one is made, everything is kept
// under both, then under the new one alone, and the older one is forgotten.
import { epochMs } from '@layan/domain/kernel/instant';
import type { IndexStage } from '../ports/index-rotation.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type ReindexPorts, reindexOwner } from './reindex-owner.ts';

const DAY = 24 * 3_600_000;

const longestUseMs = 365 * DAY;

/** Functions go on with keys they know for ten minutes at most, and none works longer than fifteen at a time. */
export const everybodyKnowsMs = 30 * 60_000;

/** What is practised with is listed nowhere and gone after thirty days: until then it is found by the older key. */
export const practiceGoneMs = 31 * DAY;

const waits: Readonly<Record<IndexStage, number>> = {
  resting: longestUseMs,
  announced: everybodyKnowsMs,
  both: practiceGoneMs,
  leaving: everybodyKnowsMs,
};

const PORTION = 50;

export type ReplacePorts = ReindexPorts & Pick<Ports, 'clock'>;

export type Reindexed =
  | 'nothing'
  | { readonly left: IndexStage }
  | { readonly reindexed: number }
  /** The walk is over, and so many could not be indexed anew: both keys stay, and it is tried again. */
  | { readonly heldUp: number };

export const makeReplaceIndexKey =
  (ports: ReplacePorts, portionOf = PORTION) =>
  async (): Promise<Reindexed> => {
    const { reindexing, clock } = ports;
    const { stage, since, mark } = await reindexing.find();
    if (epochMs(clock.now()) - epochMs(since) < waits[stage]) return 'nothing';
    if (stage === 'resting' || stage === 'announced') {
      await reindexing.turn(mark);
      return { left: stage };
    }
    const portion = await reindexing.portion(portionOf);
    let left = 0;
    for (const owner of portion.owners) if ((await reindexOwner(ports, owner)) === 'held-up') left += 1;
    if (!portion.last) {
      await reindexing.passed(portion, left);
      return { reindexed: portion.owners.length - left };
    }
    const heldUp = portion.heldUp + left;
    if (heldUp > 0) {
      await reindexing.again(portion.mark);
      return { heldUp };
    }
    await reindexing.turn(portion.mark);
    return { left: stage };
  };
