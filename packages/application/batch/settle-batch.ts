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

/** Takes up what stopped on its way, and cases that are no longer on hold. */
export const makeSweepBatches =
  (ports: TellPorts) => async (): Promise<{ readonly resumed: number; readonly released: number }> => {
    const { fanOuts, held } = await ports.batches.listUnfinished(perSweep);
    const now = epochMs(ports.clock.now());
    let resumed = 0;
    // One batch may take all the time there is; the others have their minute.
    const stranded = fanOuts.find(({ movedAt }) => now - epochMs(movedAt) > strandedMs);
    if (stranded) {
      await fanOut(ports, stranded.batch);
      resumed += 1;
    }
    let released = 0;
    for (const { batch, caseId } of held) if (await tellHeld(ports, batch, caseId)) released += 1;
    return { resumed, released };
  };
