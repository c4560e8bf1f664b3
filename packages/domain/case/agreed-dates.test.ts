import { describe, expect, test } from 'vitest';
import type { InstantText } from '../kernel/ids.ts';
import type { Deadline } from '../standard/deadline.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  calendar,
  clock,
  completing,
  filed,
  type Kept,
  keep,
  monday,
  refusal,
  staff,
} from '../testing/a-case.ts';
import { aFact, aForm, anOutcome, aStandard, aStep, basis } from '../testing/a-standard.ts';
import type { CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { decideFiling } from './decide-filing.ts';

const visit: Deadline = {
  id: 'visit',
  kind: 'promise',
  label: 'Jawaban pada hari yang disepakati',
  duration: { unit: 'agreed', fact: 'answer-on', atMost: { amount: 10, unit: 'working_day' } },
  calendar: 'office',
  starts: { step: 'talk', outcome: 'agree' },
  stops: [{ step: 'work', outcome: 'done' }],
  pausedWhile: ['elsewhere'],
  basis,
};

const form = aForm('agreement', [{ fact: 'answer-on', required: false }]);
const parts = {
  facts: [aFact('answer-on', 'date')],
  forms: [form],
  steps: [
    aStep('talk', ['filed'], [anOutcome('agree', ['open']), anOutcome('put-off', ['open'])], {
      form: 'agreement',
    }),
    aStep(
      'work',
      ['open'],
      [anOutcome('done', ['finished']), anOutcome('again', ['open']), anOutcome('ask', ['elsewhere'])],
      { form: 'agreement' },
    ),
    aStep('wait', ['elsewhere'], [anOutcome('back', ['open']), anOutcome('still', ['elsewhere'])], {
      form: 'agreement',
    }),
  ],
  deadlines: [visit],
};
const standard = aStandard(parts);
const officer = staff('one', ['officer']);
const opened = filed(standard, aFiling());

const agree = (date: string | undefined, step = 'talk', outcome = 'agree') =>
  completing(step, outcome, { facts: date === undefined ? {} : { 'answer-on': date } });
const on = (kept: Kept, command: CaseCommand, now: InstantText = monday, of = standard) =>
  after(of, kept, command, officer, now);
const promise = ({ snapshot }: Kept) => snapshot.promises.find((record) => record.promise === 'visit');

describe('a date that was agreed', () => {
  test('is the promise from then on, to the close of that day', () => {
    const agreed = on(opened, agree('2026-07-15'));
    expect(promise(agreed)).toMatchObject({
      state: 'running',
      from: monday,
      dueAt: at('2026-07-15 16:00'),
      agreed: '2026-07-15',
    });
  });

  test('on a closed day means the next open one', () => {
    expect(promise(on(opened, agree('2026-07-11')))?.dueAt).toBe(at('2026-07-13 16:00'));
  });

  test('starts the clock when it is told after its moment', () => {
    const silent = on(opened, agree(undefined));
    expect(promise(silent)).toBeUndefined();
    const tuesday = at('2026-07-07 09:00');
    const told = on(silent, agree('2026-07-10', 'work', 'again'), tuesday);
    expect(promise(told)).toMatchObject({ from: tuesday, dueAt: at('2026-07-10 16:30') });
  });

  test('starts no clock before its moment, nor after it was stopped', () => {
    const putOff = on(opened, agree('2026-07-10', 'talk', 'put-off'));
    expect(promise(putOff)).toBeUndefined();
    const done = on(on(opened, agree(undefined)), agree('2026-07-10', 'work', 'done'));
    expect(promise(done)).toBeUndefined();
  });

  test('that has passed when its moment comes, starts no clock; another one does', () => {
    const late = aStandard({
      ...parts,
      deadlines: [{ ...visit, starts: { step: 'work', outcome: 'again' } }],
    });
    const told = on(filed(late, aFiling()), agree('2026-07-07'), monday, late);
    const again = completing('work', 'again');
    const passed = on(told, again, at('2026-07-08 09:00'), late);
    expect(promise(passed)).toBeUndefined();
    const anew = on(passed, agree('2026-07-10', 'work', 'again'), at('2026-07-08 10:00'), late);
    expect(promise(anew)?.dueAt).toBe(at('2026-07-10 16:30'));
  });

  test('that has run out is broken, though another one is agreed before the clock was looked at', () => {
    const agreed = on(opened, agree('2026-07-08'));
    const late = on(agreed, agree('2026-07-15', 'work', 'again'), at('2026-07-09 09:00'));
    expect(promise(late)).toMatchObject({ state: 'broken', agreed: '2026-07-08' });
    const inTime = on(agreed, agree('2026-07-15', 'work', 'again'), at('2026-07-08 09:00'));
    expect(promise(inTime)).toMatchObject({ state: 'running', agreed: '2026-07-15' });
  });

  test('known when its moment comes, starts it then', () => {
    const first = aStandard({
      ...parts,
      channels: [{ ...(standard.process.channels[0] ?? expect.fail()), form: 'agreement' }],
      deadlines: [{ ...visit, starts: { filed: true } }],
    });
    expect(promise(filed(first, aFiling({ facts: { 'answer-on': '2026-07-10' } })))?.dueAt).toBe(
      at('2026-07-10 16:30'),
    );
    const past = decideFiling(first, aFiling({ facts: { 'answer-on': '2026-07-03' } }), aContext());
    expect(refusal(past)).toMatchObject({
      code: 'facts-invalid',
      facts: ['answer-on'],
      agreed: { why: 'over' },
    });
  });

  test('in the past, today after closing, or too far off, is no agreement', () => {
    const refused = (date: string, now = monday) =>
      refusal(decide(standard, opened.snapshot, agree(date), aContext({ by: officer, now })));
    const invalid = { code: 'facts-invalid', facts: ['answer-on'] };
    expect(refused('2026-07-05', at('2026-07-06 17:00'))).toMatchObject(invalid);
    expect(refused('2026-07-06', at('2026-07-06 17:00'))).toMatchObject(invalid);
    for (const date of ['2026-02-31', '9999-12-31', 'lusa']) expect(refused(date)).toMatchObject(invalid);
    expect(refused('2026-07-06')).toBeUndefined();
    expect(refused('2026-07-20')).toBeUndefined();
    expect(refused('2026-07-21')).toMatchObject({
      ...invalid,
      agreed: { why: 'too-late', last: '2026-07-20' },
    });
  });

  test('said again as it was, is no new agreement even when it has passed', () => {
    const agreed = on(opened, agree('2026-07-07'));
    const late = on(agreed, agree('2026-07-07', 'work', 'again'), at('2026-07-09 09:00'));
    expect(promise(late)).toMatchObject({ state: 'broken', dueAt: at('2026-07-07 16:00') });
  });
});

describe('another date that is agreed', () => {
  const agreed = on(opened, agree('2026-07-09'));
  const tuesday = at('2026-07-07 09:00');

  test('moves the promise, as agreed', () => {
    const moved = on(agreed, agree('2026-07-14', 'work', 'again'), tuesday);
    expect(promise(moved)).toMatchObject({ dueAt: at('2026-07-14 16:00'), agreed: '2026-07-14' });
    expect(promise(moved)?.ledger.at(-1)).toMatchObject({ turn: 'moved', reason: 'kesepakatan baru' });
  });

  test('is bounded from when the clock first started', () => {
    const command = agree('2026-07-21', 'work', 'again');
    const context = aContext({ by: officer, now: tuesday });
    expect(refusal(decide(standard, agreed.snapshot, command, context))).toMatchObject({
      code: 'facts-invalid',
    });
  });

  test('agreed on while the clock stands still, is held up from then on only', () => {
    const asked = on(agreed, completing('work', 'ask'), tuesday);
    const wednesday = at('2026-07-08 09:00');
    const anew = on(asked, agree('2026-07-14', 'wait', 'still'), wednesday);
    expect(promise(anew)).toMatchObject({
      state: 'paused',
      pausedAt: wednesday,
      dueAt: at('2026-07-14 16:00'),
    });
    const back = on(anew, completing('wait', 'back'), at('2026-07-09 09:00'));
    expect(promise(back)?.dueAt).toBe(at('2026-07-15 16:00'));
    const command: CaseCommand = { type: 'reckonPromises', causes: [] };
    const context = aContext({ by: clock, now: at('2026-07-09 10:00') });
    expect(decide(standard, back.snapshot, command, context)).toEqual({ ok: true, value: [] });
  });

  test('is not pushed on by what held the old one up', () => {
    const asked = on(agreed, completing('work', 'ask'), tuesday);
    const back = on(asked, completing('wait', 'back'), at('2026-07-08 09:00'));
    expect(promise(back)?.dueAt).toBe(at('2026-07-10 16:30'));
    const moved = on(back, agree('2026-07-13', 'work', 'again'), at('2026-07-08 10:00'));
    expect(promise(moved)?.dueAt).toBe(at('2026-07-13 16:00'));
    const command: CaseCommand = { type: 'reckonPromises', causes: [] };
    const context = aContext({ by: clock, now: at('2026-07-08 11:00') });
    expect(decide(standard, moved.snapshot, command, context)).toEqual({ ok: true, value: [] });
  });
});

test('a day that becomes closed moves what was agreed for it to the next open one', () => {
  const agreed = on(opened, agree('2026-07-09'));
  const closed = {
    ...calendar,
    closures: [...calendar.closures, { date: '2026-07-09', kind: 'local' as const, name: 'Banjir' }],
  };
  const command: CaseCommand = { type: 'reckonPromises', causes: [{ date: '2026-07-09', reason: 'Banjir' }] };
  const context = aContext({ by: clock, now: monday, calendar: closed });
  const moved = keep(standard, decide(standard, agreed.snapshot, command, context), agreed);
  expect(promise(moved)?.dueAt).toBe(at('2026-07-10 16:30'));
});
