// Keeps the key of the tenant's indexes young, a portion at a time: once a year another one is made, everything is kept
// under both, then under the new one alone, and the older one is forgotten.
import { epochMs } from '@layan/domain/kernel/instant';
import type { AskedReplacement, IndexKeys, IndexStage } from '../ports/index-rotation.ts';
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

/** Where somebody asked for it: what everybody must hear of first still waits that long, and nothing else waits. */
const waitsWhenAsked: Readonly<Record<IndexStage, number>> = {
  resting: 0,
  announced: everybodyKnowsMs,
  both: everybodyKnowsMs,
  leaving: everybodyKnowsMs,
};

/** Portions at a time, where somebody waits for it. */
const AT_ONCE = 20;

export type ReplacePorts = ReindexPorts & Pick<Ports, 'clock' | 'audit' | 'tenant'>;

export type Reindexed =
  | 'nothing'
  | { readonly left: IndexStage }
  | { readonly reindexed: number }
  /** The walk is over, and so many could not be indexed anew: both keys stay, and it is tried again. */
  | { readonly heldUp: number };

/** That what somebody asked for is done. */
const tell = async ({ audit, clock, tenant }: ReplacePorts, { at }: AskedReplacement): Promise<void> => {
  const act = { at: clock.now(), by: { party: 'system' }, act: 'replace-index-key', about: tenant } as const;
  await audit.append('administration', { ...act, detail: `asked ${at}` });
};

const replaceOnce = async (
  ports: ReplacePorts,
  portionOf: number,
  { stage, since, mark, asked }: IndexKeys,
): Promise<Reindexed> => {
  const { reindexing, clock } = ports;
  const wait = asked ? waitsWhenAsked[stage] : waits[stage];
  if (epochMs(clock.now()) - epochMs(since) < wait) return 'nothing';
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
  if (asked && (await reindexing.find()).asked === undefined) await tell(ports, asked);
  return { left: stage };
};

export const makeReplaceIndexKey =
  (ports: ReplacePorts, portionOf = PORTION) =>
  async (): Promise<Reindexed> => {
    let reindexed = 0;
    for (let portion = 1; ; portion += 1) {
      const keys = await ports.reindexing.find();
      const done = await replaceOnce(ports, portionOf, keys);
      if (typeof done === 'string' || !('reindexed' in done)) return done;
      reindexed += done.reindexed;
      if (!keys.asked || portion === AT_ONCE) return { reindexed };
    }
  };
