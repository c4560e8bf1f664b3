import { describe, expect, it } from 'vitest';
import { CaseId } from '../kernel/ids.ts';
import { proposal, proposalBatch } from '../testing/a-batch.ts';
import { aContext, aFiling, at, clock, completing, secret, staff } from '../testing/a-case.ts';
import { availableActions } from './available.ts';
import { batchNews } from './batch-news.ts';
import type { By, CaseCommand, FileCase } from './command.ts';
import { decide } from './decide.ts';
import { decideFiling } from './decide-filing.ts';
import { decisionsAtMost } from './decide-lines.ts';
import type { CaseEvent } from './event.ts';
import { fold } from './evolve.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { linesAs } from './stand-in-lines.ts';

const [here, next] = ['35.08.01.2001', '35.08.01.2002'];
const operator = staff('operator', ['village'], [here]);
const officer = staff('petugas', ['officer']);
const area = operator.member.areas[0];

const idOf = (n: number): CaseId => CaseId.parse(String(n).padStart(26, '0'));
const filing = (more: Partial<FileCase> = {}): FileCase =>
  aFiling({
    channel: 'counter',
    facts: { period: '2026-03' },
    lines: linesAs(3),
    ...(area && { area }),
    ...more,
  });
const filed = (more: Partial<FileCase> = {}, by: By = operator, standard = proposalBatch) =>
  decideFiling(standard, filing(more), aContext({ by }));
const refusalOf = (result: ReturnType<typeof filed>) => (result.ok ? undefined : result.error);

/** A batch that goes on: says of each command what it was refused for. */
function started(count = 3, standard = proposalBatch) {
  const first = filed({ lines: linesAs(count) }, operator, standard);
  if (!first.ok) throw new Error(first.error.code);
  const events: CaseEvent[] = [...first.value];
  let snapshot = fold(standard, first.value);
  const now = () => {
    if (!snapshot) throw new Error('nothing was filed');
    return snapshot;
  };
  const run = (command: CaseCommand, by: By = operator): string => {
    const decided = decide(standard, now(), command, aContext({ by, now: at('2026-07-06 10:00') }));
    if (!decided.ok) return decided.error.code;
    snapshot = fold(standard, decided.value, snapshot);
    events.push(...decided.value);
    return decided.value.map(({ body }) => body.type).join(' ');
  };
  const decided = (step: string, decision: string, ...lines: number[]): CaseCommand => ({
    type: 'decideLines',
    step,
    decisions: lines.map((n) => ({ caseId: idOf(n), decision, note: secret(`catatan ${n}`) })),
  });
  return { now, run, decided, events };
}

const outOf = ({ lines = [] }: CaseSnapshot) =>
  lines.flatMap(({ out }, n) => (out ? [`${n + 1} ${out.why}`] : []));

/** The deliberation may change its mind about those it refuses until it is over. */
const lenient = {
  ...proposalBatch,
  process: {
    ...proposalBatch.process,
    steps: proposalBatch.process.steps.map(({ lines, ...step }) =>
      lines
        ? { ...step, lines: { ...lines, decisions: lines.decisions.map(({ drops, ...kept }) => kept) } }
        : step,
    ),
  },
};

describe('a batch', () => {
  it('is filed with its lines, by who gathers in its area', () => {
    expect(
      started()
        .now()
        .lines?.map(({ caseId }) => caseId),
    ).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(refusalOf(filed({}, staff('operator', ['village'], [next])))).toMatchObject({
      code: 'area-missing',
    });
    expect(refusalOf(filed({}, { party: 'applicant' }))).toMatchObject({ code: 'unknown-channel' });
  });

  it('is not filed empty, with a case twice, or with more than it takes', () => {
    const reason = (lines: FileCase['lines']) => refusalOf(filed({ lines: lines ?? [] }));
    expect(reason([])).toEqual({ code: 'lines-refused', reason: 'empty' });
    expect(reason([...linesAs(2), ...linesAs(1)])).toEqual({ code: 'lines-refused', reason: 'twice' });
    expect(reason(linesAs(1001))).toEqual({ code: 'lines-refused', reason: 'too-many', atMost: 1000 });
    expect(filed({ lines: linesAs(1000) }).ok).toBe(true);
  });

  it('is the only kind of case with lines', () => {
    const refused = filed({ facts: {} }, operator, proposal);
    expect(refusalOf(refused)).toEqual({ code: 'lines-refused', reason: 'no-batch' });
  });

  it('does not proceed before every line that is in is decided', () => {
    const { run, decided, now } = started();
    const done = completing('deliberate', 'decided');
    const offered = () =>
      availableActions(proposalBatch, now(), operator).find((one) => one.type === 'completeStep')?.allowed;
    expect(run(done)).toBe('lines-undecided');
    expect(run(decided('deliberate', 'worthy', 1, 2))).toBe('linesDecided');
    expect(offered()).toBe(false);
    expect(run(decided('deliberate', 'unworthy', 3))).toBe('linesDecided');
    expect(offered()).toBe(true);
    expect(run(done)).toContain('stepCompleted');
  });

  it('lets a decision be made again until its step is done, but not on a line that was dropped', () => {
    const { run, decided, now } = started();
    run(decided('deliberate', 'maybe', 1, 2));
    run(decided('deliberate', 'worthy', 1));
    expect(now().lines?.map(({ decided: all }) => all?.deliberate)).toEqual(['worthy', 'maybe', undefined]);
    run(decided('deliberate', 'unworthy', 3));
    expect(outOf(now())).toEqual(['3 unworthy']);
    expect(run(decided('deliberate', 'worthy', 3))).toBe('unknown-lines');
    run(decided('deliberate', 'worthy', 2));
    run(completing('deliberate', 'decided'));
    expect(run(decided('deliberate', 'maybe', 1))).toBe('step-not-active');
  });

  it('lets go of those its step refused once the step is done, and not before', () => {
    const { run, decided, now, events } = started(3, lenient);
    run(decided('deliberate', 'unworthy', 1, 2));
    run(decided('deliberate', 'worthy', 1, 3));
    expect(outOf(now())).toEqual([]);
    expect(run(completing('deliberate', 'decided'))).toContain('stepCompleted');
    expect(outOf(now())).toEqual(['2 unworthy']);
    const news = batchNews(lenient, events);
    expect(news.get(idOf(2))?.at(-1)).toMatchObject({ leaves: true });
    expect(news.get(idOf(3))?.at(-1)).not.toHaveProperty('leaves');
  });

  it('is done with a step that refused everybody', () => {
    const { run, decided, now } = started(2, lenient);
    run(decided('deliberate', 'unworthy', 1, 2));
    expect(run(completing('deliberate', 'decided'))).toContain('stepCompleted');
    expect(outOf(now())).toEqual(['1 unworthy', '2 unworthy']);
  });

  it('says nothing twice where a decision is repeated without a note', () => {
    const { run } = started();
    const again: CaseCommand = {
      type: 'decideLines',
      step: 'deliberate',
      decisions: [{ caseId: idOf(1), decision: 'worthy' }],
    };
    expect(run(again)).toBe('linesDecided');
    expect(run(again)).toBe('');
  });

  it('refuses decisions by others, on other cases, that there are not, without a note, or too many at once', () => {
    const { run, decided } = started(200);
    expect(run(decided('deliberate', 'worthy', 1), staff('x', ['village'], [next]))).toBe('area-missing');
    expect(run(decided('deliberate', 'worthy', 1), officer)).toBe('role-missing');
    expect(run(decided('deliberate', 'worthy', 201))).toBe('unknown-lines');
    expect(run(decided('deliberate', 'remove', 1))).toBe('unknown-outcome');
    expect(run(decided('sign', 'worthy', 1))).toBe('unknown-step');
    const bare = { caseId: idOf(1), decision: 'unworthy' };
    expect(run({ type: 'decideLines', step: 'deliberate', decisions: [bare] })).toBe('note-missing');
    const many = Array.from({ length: decisionsAtMost + 1 }, (_, n) => n + 1);
    expect(run(decided('deliberate', 'worthy', ...many))).toBe('lines-refused');
    expect(run(decided('deliberate', 'worthy', 1, 1))).toBe('lines-refused');
  });

  it('takes a line out without starting the rest again', () => {
    const { run, decided, now } = started();
    run(decided('deliberate', 'worthy', 1, 2, 3));
    run(completing('deliberate', 'decided'));
    run(decided('verify', 'remove', 2), officer);
    expect(outOf(now())).toEqual(['2 remove']);
    expect(now().tasks.map(({ step }) => step)).toEqual(['verify']);
    expect(run(completing('verify', 'right'), officer)).toContain('stepCompleted');
  });

  it('goes no further once its last line has left, but can be sent back or dissolved', () => {
    const { run, now } = started(1);
    run({ type: 'dropLines', lines: [{ caseId: idOf(1), why: 'ended' }] }, clock);
    expect(run(completing('deliberate', 'decided'))).toBe('no-lines-left');
    run({ type: 'interrupt', interruption: 'dissolve', note: secret('kosong') }, officer);
    expect(now().ended?.ending).toBe('dissolved');
  });

  it('drops lines by the system alone, and each once', () => {
    const { run } = started();
    const drop: CaseCommand = { type: 'dropLines', lines: [{ caseId: idOf(1), why: 'ended' }] };
    expect(run(drop)).toBe('role-missing');
    expect(run(drop, clock)).toBe('lineDropped');
    expect(run(drop, clock)).toBe('');
  });
});

describe('what a line hears of its batch', () => {
  const heard = ({ events }: ReturnType<typeof started>, n: number) =>
    batchNews(proposalBatch, events)
      .get(idOf(n))
      ?.map(({ what, leaves }) => `${JSON.stringify(what[0])}${leaves ? ' leaves' : ''}`);

  it('is its decision once the step is done, and at once when it drops the line', () => {
    const batch = started();
    batch.run(batch.decided('deliberate', 'maybe', 1));
    batch.run(batch.decided('deliberate', 'worthy', 1, 2));
    expect(heard(batch, 1)).toEqual([]);
    batch.run(batch.decided('deliberate', 'unworthy', 3));
    expect(heard(batch, 3)).toEqual(['{"step":"deliberate","decision":"unworthy"} leaves']);
    batch.run(completing('deliberate', 'decided'));
    expect(heard(batch, 1)).toEqual(['{"step":"deliberate","decision":"worthy"}']);
    expect(heard(batch, 3)).toHaveLength(1);
  });

  it('is no decision where the step was sent back, and of the end only for lines that are in', () => {
    const batch = started();
    batch.run(batch.decided('deliberate', 'worthy', 1, 2, 3));
    batch.run(completing('deliberate', 'decided'));
    batch.run({ ...completing('verify', 'wrong'), note: secret('ulang') }, officer);
    batch.run(batch.decided('deliberate', 'unworthy', 2));
    batch.run({ type: 'interrupt', interruption: 'dissolve', note: secret('batal') }, officer);
    expect(heard(batch, 1)).toEqual([
      '{"step":"deliberate","decision":"worthy"}',
      '{"step":"verify","outcome":"wrong"}',
      '{"ending":"dissolved"} leaves',
    ]);
    expect(heard(batch, 2)?.at(-1)).toBe('{"step":"deliberate","decision":"unworthy"} leaves');
  });
});
