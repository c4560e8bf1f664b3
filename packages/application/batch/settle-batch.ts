// After a case has changed: tells the cases of a batch what happened in it, and a batch that one of its cases is gone.
// What stopped on the way is taken up by the minute.
import { linesIn } from '@layan/domain/case/lines';
import type { CaseId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { dropLines, type FannedOut, fanOut, tellHeld } from './fan-out.ts';
import { endedByBatch, type TellPorts } from './tell-line.ts';

const nothing: FannedOut = { told: 0, dropped: 0, held: 0, more: false };

export const makeSettleBatch =
  (ports: TellPorts) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<FannedOut> => {
    const record = await ports.cases.find(caseId);
    if (!record) return nothing;
    const { lines, batch, ended } = record.snapshot;
    if (lines) return fanOut(ports, caseId);
    // It ended by itself while a batch had it.
    if (!ended || !batch || batch.left || endedByBatch(record)) return nothing;
    const found = await ports.cases.find(batch.caseId);
    if (!found || found.snapshot.ended || !linesIn(found.snapshot).some((line) => line.caseId === caseId))
      return nothing;
    await dropLines(ports, batch.caseId, [{ caseId, why: 'ended' }]);
    return { ...nothing, dropped: 1 };
  };

/** A queue that is at work on it moves it far sooner. */
const strandedMs = 2 * 60_000;
const perSweep = 200;
/** Small rows; some of them may be in the way for weeks, and must not hide what lies behind them. */
const mostListed = 4_000;

/** Another portion each minute, so that each line has its turn. */
const portionOf = <T>(held: readonly T[], now: number): readonly T[] => {
  if (held.length <= perSweep) return held;
  const from = (Math.floor(now / 60_000) * perSweep) % held.length;
  return [...held.slice(from), ...held.slice(0, from)].slice(0, perSweep);
};

/** Takes up what stopped on its way, and cases that are no longer on hold. */
export const makeSweepBatches =
  (ports: TellPorts) => async (): Promise<{ readonly resumed: number; readonly released: number }> => {
    const { fanOuts, held } = await ports.batches.listUnfinished(mostListed);
    const now = epochMs(ports.clock.now());
    let resumed = 0;
    // One batch may take all the time there is, or fail each time; the others have their minute.
    const waiting = fanOuts.filter(({ movedAt }) => now - epochMs(movedAt) > strandedMs);
    const stranded = waiting[Math.floor(now / 60_000) % waiting.length];
    if (stranded) {
      await fanOut(ports, stranded.batch);
      resumed += 1;
    }
    let released = 0;
    for (const { batch, caseId } of portionOf(held, now))
      if (await tellHeld(ports, batch, caseId)) released += 1;
    return { resumed, released };
  };
