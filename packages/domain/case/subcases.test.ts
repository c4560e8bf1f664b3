import { describe, expect, test } from 'vitest';
import { CaseId } from '../kernel/ids.ts';
import { explore } from '../process/explore.ts';
import { paths } from '../process/paths.ts';
import { outcomeOfEnding } from '../process/subcase.ts';
import type { Step } from '../standard/step.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  calendar,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  monday,
  refusal,
  secret,
  sha256,
  staff,
} from '../testing/a-case.ts';
import { aFact, anEnding, anOutcome, aRoute, aStandard, aStep, aTask, basis } from '../testing/a-standard.ts';
import { availableActions } from './available.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { decideFiling } from './decide-filing.ts';
import { play } from './play.ts';
import { wantedSubcases } from './subcases.ts';

const { role, ...inspect }: Step = aStep(
  'inspect',
  ['asked'],
  [
    anOutcome('passed', ['back'], { endings: ['granted', 'partly'] }),
    anOutcome('again', ['asked'], { endings: ['lapsed'], atMost: 1 }),
    anOutcome('failed', ['refused']),
  ],
  {
    kind: 'subcase',
    subcase: {
      service: 'pemeriksaan-uji',
      channel: 'internal',
      carries: { place: 'wish', who: 'name' },
      feeds: { safe: 'result', remark: 'remark' },
    },
  },
);

const standard = aStandard({
  facts: [
    aFact('safe'),
    aFact('remark', 'text', { privacy: 'specific' }),
    aFact('name', 'text', { privacy: 'identifying' }),
  ],
  steps: [
    aTask('work', ['filed'], ['asked']),
    inspect,
    aRoute(
      'judge',
      ['back'],
      [
        anOutcome('unsaid', ['finished'], { when: { not: { known: 'safe' } } }),
        anOutcome('safe', ['finished'], { when: { fact: 'safe', is: true } }),
        anOutcome('unsafe', ['refused'], { when: { not: { fact: 'safe', is: true } } }),
      ],
    ),
  ],
  endings: [anEnding('granted', ['finished']), anEnding('refused', ['refused'])],
  suspensions: [
    {
      id: 'hold',
      label: 'Tunda',
      role: 'officer',
      limit: { amount: 5, unit: 'working_day' },
      calendar: 'office',
      atMost: 1,
      citizen: 'Berkas Anda kami tunda.',
      basis,
    },
  ],
});
const officer = staff('one', ['officer']);
const opened = filed(standard, aFiling({ facts: { wish: true } }));
const waiting = after(standard, opened, completing('work', 'done'), officer);
const child = CaseId.parse('7'.repeat(26));
const [wanted] = wantedSubcases(standard, waiting.snapshot);
const link: CaseCommand = {
  type: 'linkSubcase',
  task: wanted?.task ?? '',
  caseId: child,
  ticket: '7777-7777-7',
};
const linked = after(standard, waiting, link, clock);
const end = (ending: string, facts = {}): Extract<CaseCommand, { type: 'endSubcase' }> => ({
  type: 'endSubcase',
  step: 'inspect',
  caseId: child,
  ending,
  facts,
});
const refused = (kept: Kept, command: CaseCommand, by: By = clock) =>
  refusal(decide(standard, kept.snapshot, command, aContext({ by })));

describe('a step that waits for a case of another service', () => {
  test('wants it once, with what it carries, under a name that stays the same', () => {
    expect(wantedSubcases(standard, opened.snapshot)).toEqual([]);
    expect(wanted).toMatchObject({
      step: 'inspect',
      service: 'pemeriksaan-uji',
      channel: 'internal',
      facts: { place: { from: 'wish', value: true } },
      key: `${waiting.snapshot.id}/${wanted?.task}`,
    });
    expect(wantedSubcases(standard, linked.snapshot)).toEqual([]);
    expect(linked.snapshot.subcases).toEqual([
      { step: 'inspect', task: wanted?.task, caseId: child, ticket: '7777-7777-7' },
    ]);
  });

  test('is nobody’s to complete', () => {
    expect(refused(linked, completing('inspect', 'passed'), officer)).toEqual({
      code: 'unknown-step',
      step: 'inspect',
    });
    const offered = availableActions(standard, linked.snapshot, officer).map(({ type }) => type);
    expect(offered).toEqual(['suspend']);
  });

  test('is linked by the system alone, to one case; to the same again changes nothing', () => {
    expect(refused(waiting, link, officer)).toMatchObject({ code: 'role-missing' });
    expect(decide(standard, linked.snapshot, link, aContext({ by: clock }))).toEqual({ ok: true, value: [] });
    const other = { ...link, caseId: CaseId.parse('8'.repeat(26)) };
    expect(refused(linked, other)).toMatchObject({ code: 'unknown-task' });
    expect(refused(opened, { ...link, task: opened.snapshot.tasks[0]?.id ?? '' })).toMatchObject({
      code: 'unknown-task',
    });
  });
});

describe('the end of that case', () => {
  test('decides by its name, and every other by the outcome that names none', () => {
    const endings = ['granted', 'partly', 'lapsed', 'refused', 'anything'];
    expect(endings.map((ending) => outcomeOfEnding(inspect, ending)?.id)).toEqual([
      'passed',
      'passed',
      'again',
      'failed',
      'failed',
    ]);
    const done = after(standard, linked, end('refused'), clock);
    expect(done.snapshot.ended?.ending).toBe('refused');
    expect(done.events.findLast(({ body }) => body.type === 'stepCompleted')).toMatchObject({
      by: { party: 'system' },
      body: { step: 'inspect', outcome: 'failed' },
    });
  });

  test('feeds what it found, and only what the step takes', () => {
    const done = after(standard, linked, end('granted', { safe: true, remark: secret('v1.catatan') }), clock);
    expect(done.snapshot.facts).toMatchObject({ safe: true, remark: secret('v1.catatan') });
    expect(done.snapshot.ended?.ending).toBe('granted');
    expect(refused(linked, end('granted', { wish: true }))).toMatchObject({ code: 'facts-unexpected' });
    expect(refused(linked, end('granted', { remark: 'terbuka' }))).toMatchObject({ code: 'facts-invalid' });
  });

  test('comes back once; the same step that waits again waits for another case', () => {
    const again = after(standard, linked, end('lapsed'), clock);
    expect(decide(standard, again.snapshot, end('lapsed'), aContext({ by: clock }))).toEqual({
      ok: true,
      value: [],
    });
    const [next] = wantedSubcases(standard, again.snapshot);
    expect(next?.key).not.toBe(wanted?.key);
    expect(refused(again, { ...end('granted'), caseId: CaseId.parse('8'.repeat(26)) })).toMatchObject({
      code: 'unknown-subcase',
    });
  });

  test('is told by the system alone, and waits while the case is on hold', () => {
    expect(refused(linked, end('granted'), officer)).toMatchObject({ code: 'role-missing' });
    const suspend: CaseCommand = { type: 'suspend', suspension: 'hold', note: secret('v1.alasan') };
    const held = after(standard, linked, suspend, officer);
    expect(refused(held, end('granted'))).toMatchObject({ code: 'case-suspended' });
  });
});

test('exploring knows that any ending may come back, with or without facts', () => {
  const explored = explore(standard.process);
  expect(explored).toMatchObject({ complete: true, deadOutcomes: [], deadSteps: [], stuck: [], trapped: [] });
  const told = paths(standard.process).paths.map(({ turns }) =>
    turns.map((turn) => JSON.stringify(turn)).join(),
  );
  expect(told.some((path) => path.includes('"ending":"granted"'))).toBe(true);
  for (const { story, ending } of explored.endings) {
    const played = play(standard, story, { calendar, from: monday, hash: sha256, makeUp: true });
    expect(played.ok && played.value.snapshot.ended?.ending).toBe(ending);
  }
});

test('a case that is waited for is opened at once, not when it ends', () => {
  const [story] = paths(standard.process).paths.filter(({ turns }) =>
    turns.some((turn) => 'subcase' in turn),
  );
  const turns = (story?.turns ?? []).map((turn) =>
    'subcase' in turn ? { ...turn, at: '2026-07-09T10:00' } : turn,
  );
  const played = play(
    standard,
    { channel: story?.channel ?? '', facts: story?.facts ?? {}, turns },
    { calendar, from: monday, hash: sha256, makeUp: true },
  );
  const opened = played.ok ? played.value.events.filter(({ body }) => body.type === 'subcaseOpened') : [];
  expect(opened[0]?.at).toBe(monday);
});

test('a case that is waited for no longer says so once, by the system, and goes on', () => {
  const parent = { caseId: child, ticket: '7777-7777-7', task: 'inspect.4' };
  const kept = filed(standard, aFiling({ parent }), aContext({ by: clock, now: monday }));
  const command: CaseCommand = { type: 'noteParentLeft', why: 'ended' };
  expect(refused(kept, command, officer)).toMatchObject({ code: 'role-missing' });
  const left = after(standard, kept, command, clock);
  expect(left.snapshot).toMatchObject({ parent: { left: 'ended' }, marking: kept.snapshot.marking });
  expect(left.snapshot.timeline.at(-1)?.text).toContain('7777-7777-7');
  expect(decide(standard, left.snapshot, command, aContext({ by: clock }))).toEqual({ ok: true, value: [] });
  const own = filed(standard, aFiling());
  expect(decide(standard, own.snapshot, command, aContext({ by: clock }))).toEqual({ ok: true, value: [] });
});

test('a case that another one waits for is filed by the system, and knows for whom', () => {
  const parent = { caseId: child, ticket: '7777-7777-7', task: 'inspect.4' };
  const kept = filed(standard, aFiling({ parent }), aContext({ by: clock, now: at('2026-07-06 10:00') }));
  expect(kept.snapshot.parent).toEqual(parent);
  for (const by of [citizen, officer]) {
    expect(refusal(decideFiling(standard, aFiling({ parent }), aContext({ by })))).toEqual({
      code: 'role-missing',
      role: 'system',
    });
  }
});
