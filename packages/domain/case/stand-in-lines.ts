// Stand-ins for batches: the cases one gathers, what is decided on them, and what a batch does to a case it gathered.
import { CaseId, type InstantText, StandardId } from '../kernel/ids.ts';
import { findOutcome, type ProcessIndex } from '../process/process-index.ts';
import type { Turn as Move } from '../standard/example.ts';
import { decisionsAtMost } from './decide-lines.ts';
import type { LinkedCase } from './event.ts';
import { linesIn } from './lines.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { byRole, clock, sealed } from './stand-in-people.ts';
import type { Commanded } from './stand-in-time.ts';

const usualLines = 3;

const numbered = (n: number): LinkedCase => ({
  caseId: CaseId.parse(String(n).padStart(26, '0')),
  ticket: `2222-${String(n).padStart(4, '0')}-2`,
});

/** Cases 1, 2, 3 … that nobody has to have filed. */
export const linesAs = (count = usualLines): readonly LinkedCase[] =>
  Array.from({ length: count }, (_, at) => numbered(at + 1));

type Decide = Extract<Move, { decide: string }>;

/** What a turn decides on, as many commands as it takes. */
export const decidedIn = ({ lines = [] }: CaseSnapshot, move: Decide): readonly Decide[] => {
  if (Array.isArray(move.lines) || lines.length <= decisionsAtMost) return [move];
  const places = lines.flatMap(({ out }, at) => (out ? [] : [at + 1]));
  const parts = Math.ceil(places.length / decisionsAtMost);
  return Array.from({ length: parts }, (_, at) => ({
    ...move,
    lines: places.slice(at * decisionsAtMost, (at + 1) * decisionsAtMost),
  }));
};

/** A line that there is not names a case that is in no batch. */
export const decideAs = (index: ProcessIndex, snapshot: CaseSnapshot, move: Decide): Commanded => {
  const { decide: id, decision, lines: chosen = 'all' } = move;
  const step = index.steps.get(id);
  const all = snapshot.lines ?? [];
  const cases =
    chosen === 'all'
      ? linesIn(snapshot).map(({ caseId }) => caseId)
      : chosen.map((place) => all[place - 1]?.caseId ?? numbered(place).caseId);
  const required = step?.lines?.decisions.find((one) => one.id === decision)?.note === 'required';
  return {
    by: byRole(index.roles.get(step?.enteredBy ?? step?.role ?? ''), id),
    command: {
      type: 'decideLines',
      step: id,
      decisions: cases.map((caseId) => ({ caseId, decision, ...(required && { note: sealed }) })),
    },
  };
};

const anyBatch = { caseId: CaseId.parse('1'.repeat(26)), ticket: '3333-3333-3' };
const nextBatch = { caseId: CaseId.parse('2'.repeat(26)), ticket: '4444-4444-4' };

/** A batch gathers the case, unless one has; another one than the last, whose news it has heard. */
export const joinAs = (
  index: ProcessIndex,
  { area, batch }: CaseSnapshot,
  { line }: Extract<Move, { line: string }>,
): Commanded | undefined => {
  const standard = index.steps.get(line)?.batch;
  if (standard === undefined || (batch && !batch.left)) return undefined;
  const gathering = batch?.caseId === anyBatch.caseId ? nextBatch : anyBatch;
  return { by: clock, command: { type: 'joinBatch', batch: gathering, standard, step: line, area } };
};

const noNews = { ending: '' };
const nobody = StandardId.parse('tanpa-himpunan');

/** Something happens in the batch that this outcome comes of; the story does not tell of the batch itself. */
export const lineAs = (
  index: ProcessIndex,
  { batch }: CaseSnapshot,
  { line, outcome: id }: Extract<Move, { line: string }>,
  at: InstantText,
): Commanded => {
  const step = index.steps.get(line);
  const outcome = step && findOutcome(step, id);
  const what = outcome?.from?.[0] ?? noNews;
  const seq = (batch?.seq ?? 0) + 1;
  return {
    by: clock,
    command: {
      type: 'followBatch',
      batch: batch?.caseId ?? anyBatch.caseId,
      standard: step?.batch ?? nobody,
      news: { seq, at, what: [what], ...('ending' in what && { leaves: true }) },
      ...(outcome?.note === 'required' && { note: sealed }),
    },
  };
};
