// Decides on lines of a batch: one read, and one for each line with a note, which its case seals; one transaction for up to
// a hundred of them.
import { byWorker } from '@layan/domain/access/worker';
import type { LineDecision } from '@layan/domain/case/command';
import { decideLines } from '@layan/domain/case/decide-lines';
import { whileRunning } from '@layan/domain/case/decision';
import { linesIn } from '@layan/domain/case/lines';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { printableLetters } from '@layan/domain/letter/printable-letters';
import { printedOfLines } from '@layan/domain/letter/printed-lines';
import { idempotencyRecord, isRepeat, wasMade } from '../case/idempotency.ts';
import { runDecision } from '../case/run-decision.ts';
import { portions } from '../letter/letter-lines.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { sealLineNote } from '../sealing/line-note.ts';
import type { BatchView } from './batch-view.ts';
import { buildBatchView } from './build-batch-view.ts';
import type { BatchAccessFailure, BatchFailure } from './errors.ts';
import { type LoadedBatch, loadBatch } from './load-batch.ts';

export interface DecideLinesInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly step: string;
  readonly decisions: readonly {
    readonly caseId: string;
    readonly decision: string;
    readonly note?: string | undefined;
  }[];
  /** `seq` of the batch as it was seen: decisions of others on the same lines must have been. */
  readonly expectedSeq: number;
  readonly idempotencyKey?: string | undefined;
}

export type DecideLinesError =
  | BatchAccessFailure
  | BatchFailure<'case-changed' | 'case-rejected' | 'note-unprintable' | 'idempotency-mismatch'>;

type DecideLinesPorts = Pick<
  Ports,
  'cases' | 'standards' | 'batches' | 'products' | 'vault' | 'directory' | 'clock' | 'random'
>;

const attempts = 4;

const sealed = async (
  { vault, cases }: DecideLinesPorts,
  { record: batch }: LoadedBatch,
  asked: DecideLinesInput['decisions'],
): Promise<readonly LineDecision[] | undefined> => {
  // What is no line of it is refused, and never read.
  const lines = new Set<string>(linesIn(batch.snapshot).map(({ caseId }) => caseId));
  const noteOn = async (caseId: CaseId, text: string) => {
    const line = text !== '' && lines.has(caseId) ? await cases.find(caseId) : undefined;
    return line && sealLineNote(vault, { batch, line }, text);
  };
  const all: LineDecision[] = [];
  for (const portion of portions(asked)) {
    const decisions = portion.map(async ({ caseId, decision, note = '' }) => {
      const id = CaseId.safeParse(caseId).data;
      const own = id && (await noteOn(id, note.trim()));
      return id && { caseId: id, decision, ...(own && { note: own }) };
    });
    for (const one of await Promise.all(decisions)) {
      if (!one) return undefined;
      all.push(one);
    }
  }
  return all;
};

/** What a document says of a line with its note is printed, or none of it is. */
const unprintableNotes = (
  { standard }: LoadedBatch,
  decisions: DecideLinesInput['decisions'],
): readonly string[] =>
  printedOfLines(standard.process).has('@note')
    ? [...new Set(decisions.flatMap(({ note = '' }) => printableLetters(note).unprintable))]
    : [];

/** Whether one of these lines was decided, or left, since the batch was seen: lines are compared, not the whole batch. */
const seenAlike = (then: LoadedBatch, now: LoadedBatch, decisions: readonly LineDecision[]): boolean => {
  const linesOf = ({ record: { snapshot } }: LoadedBatch) =>
    new Map(snapshot.lines?.map((line) => [line.caseId, JSON.stringify(line)]));
  const [before, after] = [linesOf(then), linesOf(now)];
  return decisions.every(({ caseId }) => before.get(caseId) === after.get(caseId));
};

/** Whether somebody else has decided on one of these lines, or one has left, since the batch was seen. */
const othersDecided = async (
  { cases }: DecideLinesPorts,
  { member, caseId, expectedSeq, decisions }: DecideLinesInput,
  { record }: LoadedBatch,
): Promise<boolean> => {
  if (record.snapshot.seq === expectedSeq) return false;
  const asked = new Set(decisions.map((one) => one.caseId));
  const { events = [] } = (await cases.findFile(caseId)) ?? {};
  return events.some(({ seq, by, body }) => {
    if (seq <= expectedSeq || (by.party === 'staff' && by.id === member.id)) return false;
    if (body.type === 'lineDropped') return asked.has(body.caseId);
    return body.type === 'linesDecided' && body.decisions.some((one) => asked.has(one.caseId));
  });
};

export const makeDecideLines =
  (ports: DecideLinesPorts) =>
  async (input: DecideLinesInput): Promise<Result<BatchView, DecideLinesError>> => {
    const { member, caseId, step, idempotencyKey, decisions: asked, expectedSeq } = input;
    const first = await loadBatch(ports, 'decide-lines', member, caseId);
    if (!first.ok) return first;
    const characters = unprintableNotes(first.value, asked);
    if (characters.length > 0) return err({ code: 'note-unprintable', characters });
    const decisions = await sealed(ports, first.value, asked);
    if (!decisions) return err({ code: 'batch-not-found' });
    const mine = await idempotencyRecord(
      ports.vault,
      { operation: 'decide-lines', actor: member.id, key: idempotencyKey, body: { caseId, step, asked } },
      String(expectedSeq),
    );
    const changed = ({ record: { snapshot } }: LoadedBatch): DecideLinesError => ({
      code: 'case-changed',
      seq: snapshot.seq,
      lastChange: snapshot.lastChange,
    });
    let now = first.value;
    /** What stands in the way may be this very request, done before: then it is answered as done. */
    const unlessRepeated = async (error: DecideLinesError): Promise<Result<BatchView, DecideLinesError>> => {
      const made = await wasMade(ports.cases, mine);
      if (!made.ok) return made;
      return made.value ? ok(await buildBatchView(ports, now.standard, now.record, member)) : err(error);
    };
    if (await othersDecided(ports, input, now)) return unlessRepeated(changed(now));
    for (let left = attempts; left > 0; left -= 1) {
      // What was seen later than it is now was never seen.
      if (expectedSeq > now.record.snapshot.seq) return unlessRepeated(changed(now));
      const command = { type: 'decideLines', step, decisions } as const;
      const { standard, record } = now;
      const ran = await runDecision(
        ports,
        standard,
        record,
        (snapshot, context) => whileRunning(decideLines)(standard, snapshot, command, context),
        byWorker(member),
        mine,
      );
      if (ran.ok) return ok(await buildBatchView(ports, now.standard, ran.value.after, member));
      if (ran.error.code === 'rejected')
        return unlessRepeated({ code: 'case-rejected', rejection: ran.error.rejection });
      const again = await loadBatch(ports, 'decide-lines', member, caseId);
      if (!again.ok) return again;
      if (ran.error.code === 'already-done' && mine) {
        const repeat = isRepeat(mine, ran.error.record);
        return repeat.ok ? ok(await buildBatchView(ports, now.standard, again.value.record, member)) : repeat;
      }
      const alike = seenAlike(now, again.value, decisions);
      now = again.value;
      if (!alike) return unlessRepeated(changed(now));
    }
    return unlessRepeated(changed(now));
  };
