import { describe, expect, test } from 'vitest';
import type { Deadline } from '../standard/deadline.ts';
import type { Example, Turn } from '../standard/example.ts';
import { at, calendar, monday, sha256 } from '../testing/a-case.ts';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  applicant,
  aStandard,
  aStep,
  aTask,
  aTimer,
  basis,
  officer,
  portal,
} from '../testing/a-standard.ts';
import { play } from './play.ts';
import { playExample } from './play-example.ts';
import type { Scene } from './stage.ts';

const answer: Deadline = {
  id: 'answer',
  kind: 'promise',
  label: 'Jawaban',
  duration: { amount: 2, unit: 'working_day' },
  calendar: 'office',
  starts: { filed: true },
  stops: [{ ended: true }],
  extension: { role: 'officer', by: { amount: 1, unit: 'working_day' }, atMost: 1, notify: true },
  basis,
};

const agreed: Deadline = {
  id: 'agreed',
  kind: 'promise',
  label: 'Hari yang disepakati',
  duration: { unit: 'agreed', fact: 'answer-on' },
  calendar: 'office',
  starts: { step: 'talk', outcome: 'agree' },
  stops: [{ ended: true }],
  basis,
};

const standard = aStandard({
  facts: [aFact('answer-on', 'date')],
  forms: [aForm('agreement', [{ fact: 'answer-on', required: true }])],
  steps: [
    aStep(
      'work',
      ['filed'],
      [anOutcome('done', ['finished']), anOutcome('talk', ['talking']), anOutcome('wait', ['silent'])],
    ),
    aStep('talk', ['talking'], [anOutcome('agree', ['filed'])], { form: 'agreement' }),
    aStep('hear', ['silent'], [anOutcome('heard', ['filed'])]),
  ],
  endings: [{ ...anEnding('granted', ['finished']), notify: true }, anEnding('left', ['early'])],
  timers: [aTimer('lapse', 'silent', ['early'], { after: { amount: 10, unit: 'calendar_day' } })],
  deadlines: [answer, agreed],
  suspensions: [
    {
      id: 'hold',
      label: 'Tunda',
      role: 'officer',
      limit: { amount: 2, unit: 'working_day' },
      calendar: 'office',
      atMost: 1,
      citizen: 'Berkas Anda kami tunda.',
      basis,
    },
  ],
});

const scene: Scene = { calendar, from: monday, hash: sha256 };
const played = (turns: readonly Turn[], more: Partial<Scene> & { at?: string } = {}) => {
  const { at: filedAt, ...of } = more;
  const story = { channel: 'portal', facts: {}, turns, ...(filedAt !== undefined && { at: filedAt }) };
  return play(standard, story, { ...scene, ...of });
};
const good = (...of: Parameters<typeof played>) => {
  const result = played(...of);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const told = (...of: Parameters<typeof played>) =>
  good(...of).events.map(({ at: when, body }) => [when, body.type] as const);
const done = { step: 'work', outcome: 'done' } as const;

describe('the times of a story', () => {
  test('are local times of the agency', () => {
    const events = told([{ ...done, at: '2026-07-07T08:30' }], { at: '2026-07-06T10:00' });
    expect(events[0]).toEqual([at('2026-07-06 10:00'), 'caseFiled']);
    expect(events.at(-1)?.[0]).toBe(at('2026-07-07 08:30'));
  });

  test('stand still where nothing is said', () => {
    expect(new Set(told([done]).map(([when]) => when))).toEqual(new Set([monday]));
  });

  test('never run back', () => {
    expect(played([{ ...done, at: '2026-07-06T08:59' }])).toEqual({
      ok: false,
      error: { turn: 1, rejection: { code: 'turn-too-early', at: '2026-07-06T08:59', before: monday } },
    });
  });

  test('are of this world', () => {
    const fault = { code: 'no-such-moment', at: '2026-02-30T09:00' };
    expect(played([], { at: fault.at })).toEqual({ ok: false, error: { turn: 0, rejection: fault } });
    expect(played([{ ...done, at: fault.at }])).toEqual({ ok: false, error: { turn: 1, rejection: fault } });
  });
});

describe('what time does on the way', () => {
  test('breaks what becomes late, at the minute it does', () => {
    expect(told([{ ...done, at: '2026-07-10T09:00' }])).toContainEqual([
      at('2026-07-08 16:01'),
      'promiseBroken',
    ]);
    expect(told([{ ...done, at: '2026-07-08T15:00' }]).map(([, type]) => type)).toContain('promiseKept');
  });

  test('fires a timer that nobody waited for', () => {
    const wait = { step: 'work', outcome: 'wait' } as const;
    const heard = { step: 'hear', outcome: 'heard', at: '2026-07-20T09:00' } as const;
    expect(played([wait, heard])).toMatchObject({ error: { turn: 2, rejection: { code: 'case-ended' } } });
    expect(played([wait, { ...heard, at: '2026-07-16T09:00' }])).toMatchObject({ ok: true });
    expect(told([wait, { timer: 'lapse' }]).at(-1)).toEqual([at('2026-07-16 23:59'), 'caseEnded']);
  });

  test('lets a case go on whose suspension is over, and its timers fire later', () => {
    const turns = [{ step: 'work', outcome: 'wait' }, { suspend: 'hold' }, { timer: 'lapse' }] as const;
    const events = told(turns);
    expect(events).toContainEqual([at('2026-07-08 16:00'), 'caseResumed']);
    expect(events.at(-1)).toEqual([at('2026-07-18 23:59'), 'caseEnded']);
  });
});

describe('turns', () => {
  test('hold a case, let it go on and extend a promise', () => {
    const { snapshot } = good([
      { suspend: 'hold', at: '2026-07-06T10:00' },
      { resume: true, at: '2026-07-07T10:00' },
      { extend: 'answer' },
      { ...done, at: '2026-07-10T10:00' },
    ]);
    expect(snapshot.promises[0]).toMatchObject({ state: 'kept', dueAt: at('2026-07-10 16:30') });
  });

  test('tell what was done outside before it was entered, and when a letter came', () => {
    const regent = { id: 'regent', label: 'Bupati', party: 'external' as const, basis };
    const outside = aStandard({
      roles: [applicant, officer, regent],
      channels: [{ ...portal, kind: 'letter', receipt: 'stamped' }],
      steps: [aTask('sign', ['filed'], ['finished'], { role: 'regent', enteredBy: 'officer' })],
    });
    const story = (happenedAt: string): Parameters<typeof play>[1] => ({
      channel: 'portal',
      at: '2026-07-06T10:00',
      received: '2026-07-03T09:00',
      facts: {},
      turns: [{ step: 'sign', outcome: 'done', happenedAt, at: '2026-07-08T10:00' }],
    });
    const signed = play(outside, story('2026-07-07T09:00'), scene);
    if (!signed.ok) throw new Error(JSON.stringify(signed.error));
    expect(signed.value.snapshot.receivedAt).toBe(at('2026-07-03 09:00'));
    const event = signed.value.events.find(({ body }) => body.type === 'stepCompleted');
    expect(event).toMatchObject({ at: at('2026-07-08 10:00'), body: { happenedAt: at('2026-07-07 09:00') } });
    expect(play(outside, story('2026-07-09T09:00'), scene)).toMatchObject({
      error: { turn: 1, rejection: { code: 'happened-refused', reason: 'in-future' } },
    });
    expect(play(outside, story('2026-07-32T09:00'), scene)).toMatchObject({
      error: { turn: 1, rejection: { code: 'no-such-moment' } },
    });
  });

  test('agree on a day that is told, else on the next open one where the story is made up', () => {
    const talk = { step: 'work', outcome: 'talk' } as const;
    const agree = { step: 'talk', outcome: 'agree', facts: { 'answer-on': '2026-07-10' } } as const;
    const due = (turn: Turn, makeUp: boolean) =>
      good([talk, turn], { makeUp }).snapshot.promises.find(({ promise }) => promise === 'agreed')?.dueAt;
    expect(due(agree, false)).toBe(at('2026-07-10 16:30'));
    expect(due({ step: 'talk', outcome: 'agree' }, true)).toBe(at('2026-07-07 16:00'));
    expect(due({ ...agree, facts: { 'answer-on': '2026-01-05' } }, true)).toBe(at('2026-07-07 16:00'));
    expect(played([talk, { ...agree, facts: { 'answer-on': '2026-01-05' } }])).toMatchObject({
      error: { rejection: { code: 'facts-invalid' } },
    });
  });
});

describe('an example', () => {
  const example: Example = {
    id: 'late',
    title: 'Jawaban terlambat',
    channel: 'portal',
    facts: {},
    turns: [{ extend: 'answer' }, { ...done, at: '2026-07-10T09:00' }],
    ending: 'granted',
    promises: { answer: 'broken', agreed: 'none' },
    messages: [
      'Permohonan Anda sudah kami terima.',
      'Batas waktu diperpanjang: Jawaban.',
      'Permohonan Anda selesai: granted.',
    ],
  };
  const failure = (more: Partial<Example>) => {
    const result = playExample(standard, { ...example, ...more }, scene);
    return result.ok ? undefined : result.error;
  };

  test('runs as written', () => expect(failure({})).toBeUndefined());

  test('tells which promise came out otherwise', () => {
    expect(failure({ promises: { answer: 'kept' } })).toEqual({
      code: 'other-promise',
      promise: 'answer',
      state: 'broken',
    });
    expect(failure({ promises: { agreed: 'kept' } })).toMatchObject({
      code: 'other-promise',
      promise: 'agreed',
    });
  });

  test('tells which messages went out instead, in their order', () => {
    expect(failure({ messages: [] })).toEqual({ code: 'other-messages', messages: example.messages });
    expect(failure({ messages: [...(example.messages ?? [])].reverse() })).toMatchObject({
      code: 'other-messages',
    });
  });
});
