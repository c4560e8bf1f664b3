// Tells the cases of a batch what has happened in it: in portions, several at a time, with progress that everybody sees.
// Whoever runs it again, late or at the same time, tells nobody twice; stopped anywhere, it goes on where it was.
import { type BatchNews, batchNews } from '@layan/domain/case/batch-news';
import { dropLines as letGo } from '@layan/domain/case/decide-lines';
import { alsoAfterEnd } from '@layan/domain/case/decision';
import type { Line } from '@layan/domain/case/snapshot';
import type { CaseId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { runDecision } from '../case/run-decision.ts';
import type { FanOut } from '../ports/batches.ts';
import { type TellPorts, type ToldBatch, type ToldLine, tellLine } from './tell-line.ts';

/** Lines after which progress is kept; so many are looked at again where it was stopped. */
const portion = 50;
const atOnce = 8;
/** Well within the time that the function has; what is left is put in the queue again. */
const longestMs = 15_000;
const attempts = 8;

export interface FannedOut {
  readonly told: number;
  readonly dropped: number;
  readonly held: number;
  /** There is more; the batch is in the queue again. */
  readonly more: boolean;
}

interface Dropped {
  readonly caseId: CaseId;
  readonly why: Extract<ToldLine, { state: 'dropped' }>['why'];
}

/** One transaction for all that turned out to be gone. */
export const dropLines = async (
  ports: TellPorts,
  batch: CaseId,
  lines: readonly Dropped[],
): Promise<void> => {
  for (let left = attempts; lines.length > 0; left -= 1) {
    const record = await ports.cases.find(batch);
    if (!record) return;
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    // After the end there is nothing left to drop.
    if (record.snapshot.ended) return;
    const command = { type: 'dropLines', lines } as const;
    const ran = await runDecision(
      ports,
      standard,
      record,
      (snapshot, context) => alsoAfterEnd(letGo)(standard, snapshot, command, context),
      { party: 'system' },
    );
    if (ran.ok) return;
    if (ran.error.code === 'rejected' || left === 0)
      throw new Error(`batch ${batch} does not let go of its lines: ${ran.error.code}`);
  }
};

interface Work {
  readonly line: Line;
  readonly news: readonly BatchNews[];
}

const tellAll = async (
  ports: TellPorts,
  batch: ToldBatch,
  work: readonly Work[],
): Promise<readonly (ToldLine & { readonly caseId: CaseId })[]> => {
  const done: (ToldLine & { readonly caseId: CaseId })[] = [];
  const waiting = [...work];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift())
      done.push({ ...(await tellLine(ports, batch, one.line, one.news)), caseId: one.line.caseId });
  };
  // All of them come to their end before an error is told: nothing is left at work behind it.
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, next));
  const broken = ended.find(({ status }) => status === 'rejected');
  if (broken?.status === 'rejected') throw broken.reason;
  return done;
};

const tellPortion = async (ports: TellPorts, batch: ToldBatch, work: readonly Work[]) => {
  const results = await tellAll(ports, batch, work);
  const { id } = batch.record.snapshot;
  for (const { caseId } of results.filter(({ state }) => state === 'held'))
    await ports.batches.hold({ batch: id, caseId });
  const dropped = results.flatMap((one) =>
    one.state === 'dropped' ? [{ caseId: one.caseId, why: one.why }] : [],
  );
  await dropLines(ports, id, dropped);
  const count = (state: ToldLine['state']) => results.filter((one) => one.state === state).length;
  return { told: count('told'), dropped: count('dropped'), held: count('held') };
};

/** The batch as it is now, with what each of its cases has to hear. */
const openBatch = async (ports: TellPorts, batch: CaseId) => {
  const file = await ports.cases.findFile(batch);
  if (!file) return undefined;
  const { standard } = await ports.standards.getPinned(file.record.snapshot.standard);
  return { record: file.record, standard, news: batchNews(standard, file.events) };
};

const newsFor = ({ news }: { readonly news: ReadonlyMap<CaseId, readonly BatchNews[]> }, { caseId }: Line) =>
  news.get(caseId) ?? [];

/** Lines of the portion that have not heard of everything: at first all of them, since they have to join. */
const workIn = (
  batch: NonNullable<Awaited<ReturnType<typeof openBatch>>>,
  { told, at }: FanOut,
): readonly Work[] =>
  (batch.record.snapshot.lines ?? [])
    .slice(at, at + portion)
    .map((line) => ({ line, news: newsFor(batch, line) }))
    .filter(({ news }) => told === 0 || news.some(({ seq }) => seq > told));

const nothing: FannedOut = { told: 0, dropped: 0, held: 0, more: false };

export const fanOut = async (ports: TellPorts, id: CaseId): Promise<FannedOut> => {
  let row = await ports.batches.findFanOut(id);
  if (!row) return nothing;
  const batch = await openBatch(ports, id);
  if (!batch) return nothing;
  const began = epochMs(ports.clock.now());
  const { seq, lines = [] } = batch.record.snapshot;
  const sum = { told: 0, dropped: 0, held: 0 };
  // What a pass begins with is what it ends with; what happens meanwhile is for the next.
  const pass = row.pass ?? seq;
  while (row.at < lines.length) {
    const done = await tellPortion(ports, batch, workIn(batch, row));
    sum.told += done.told;
    sum.dropped += done.dropped;
    sum.held += done.held;
    const at = Math.min(lines.length, row.at + portion);
    const late = at < lines.length && epochMs(ports.clock.now()) - began > longestMs;
    const next: FanOut = { ...row, pass, at, movedAt: ports.clock.now() };
    if (!(await ports.batches.saveProgress(next, { again: late })).ok) return { ...sum, more: true };
    if (late) return { ...sum, more: true };
    row = { ...next, revision: row.revision + 1 };
  }
  const { pass: _, ...rest } = row;
  const now = await ports.batches.findFanOut(id);
  if (now?.revision !== row.revision) return { ...sum, more: now !== undefined };
  if (now.wanted <= pass && (await ports.batches.finish(now)).ok) return { ...sum, more: false };
  const again = { ...rest, told: pass, at: 0, movedAt: ports.clock.now() };
  await ports.batches.saveProgress(again, { again: true });
  return { ...sum, more: true };
};

/** A case that was on hold hears what it missed, once it goes on. */
export const tellHeld = async (ports: TellPorts, batchId: CaseId, caseId: CaseId): Promise<boolean> => {
  const record = await ports.cases.find(caseId);
  if (record?.snapshot.suspended || record?.snapshot.restricted) return false;
  const batch = await openBatch(ports, batchId);
  const line = batch?.record.snapshot.lines?.find((one) => one.caseId === caseId);
  if (batch && line) {
    const { held, told } = await tellPortion(ports, batch, [{ line, news: newsFor(batch, line) }]);
    if (held > 0) return told > 0;
  }
  await ports.batches.letGo({ batch: batchId, caseId });
  return true;
};
