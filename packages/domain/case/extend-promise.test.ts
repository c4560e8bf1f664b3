import { describe, expect, test } from 'vitest';
import type { InstantText } from '../kernel/ids.ts';
import type { Deadline } from '../standard/deadline.ts';
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
  keep,
  refusal,
  secret,
  staff,
} from '../testing/a-case.ts';
import { anOutcome, aStandard, aStep, basis } from '../testing/a-standard.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';

const answer: Deadline = {
  id: 'answer',
  kind: 'promise',
  label: 'Jawaban',
  duration: { amount: 2, unit: 'working_day' },
  calendar: 'office',
  starts: { filed: true },
  stops: [{ ended: true }],
  pausedWhile: ['elsewhere'],
  extension: { role: 'officer', by: { amount: 2, unit: 'working_day' }, atMost: 2, notify: true },
  basis,
};
const { extension, ...plain } = answer;

const withDeadlines = (...deadlines: readonly Deadline[]) =>
  aStandard({
    steps: [
      aStep('work', ['filed'], [anOutcome('done', ['finished']), anOutcome('ask', ['elsewhere'])]),
      aStep('wait', ['elsewhere'], [anOutcome('back', ['filed'])]),
    ],
    deadlines: [...deadlines],
  });
const standard = withDeadlines(answer, { ...plain, id: 'plain' });
const officer = staff('one', ['officer']);
const note = secret('v1.alasan');
const extend: CaseCommand = { type: 'extendPromise', promise: 'answer', note };
const opened = filed(standard, aFiling());
const tuesday = at('2026-07-07 10:00');

const promise = ({ snapshot }: Kept) => snapshot.promises.find((record) => record.promise === 'answer');
const refused = (
  kept: Kept,
  command: CaseCommand,
  by: By = officer,
  now: InstantText = tuesday,
  on = standard,
) => refusal(decide(on, kept.snapshot, command, aContext({ by, now })));

describe('a promise that is extended', () => {
  test('is due later, and tells the citizen why', () => {
    const longer = after(standard, opened, extend, officer, tuesday);
    expect(promise(opened)?.dueAt).toBe(at('2026-07-08 16:00'));
    expect(promise(longer)).toMatchObject({ state: 'running', dueAt: at('2026-07-10 16:30') });
    expect(promise(longer)?.ledger.at(-1)).toEqual({
      at: tuesday,
      turn: 'extended',
      dueAt: at('2026-07-10 16:30'),
      by: { amount: 2, unit: 'working_day' },
    });
    expect(longer.snapshot.timeline.at(-1)).toMatchObject({
      text: 'Batas waktu diperpanjang: Jawaban.',
      note,
      notify: true,
    });
  });

  test('stands still all the same while it is paused, and goes on with what it was given', () => {
    const asked = after(standard, opened, completing('work', 'ask'), officer, tuesday);
    const longer = after(standard, asked, extend, officer, at('2026-07-08 10:00'));
    expect(promise(longer)).toMatchObject({ state: 'paused', dueAt: at('2026-07-10 16:30') });
    const back = after(standard, longer, completing('wait', 'back'), officer, at('2026-07-09 10:00'));
    expect(promise(back)).toMatchObject({ state: 'running', dueAt: at('2026-07-14 16:00') });
    const command: CaseCommand = { type: 'reckonPromises', causes: [] };
    const context = aContext({ by: clock, now: at('2026-07-09 11:00') });
    expect(decide(standard, back.snapshot, command, context)).toEqual({ ok: true, value: [] });
  });

  test('keeps what it was given when the calendar changes', () => {
    const longer = after(standard, opened, extend, officer, tuesday);
    const closed = {
      ...calendar,
      closures: [...calendar.closures, { date: '2026-07-08', kind: 'local' as const, name: 'Banjir' }],
    };
    const command: CaseCommand = {
      type: 'reckonPromises',
      causes: [{ date: '2026-07-08', reason: 'Banjir' }],
    };
    const context = aContext({ by: clock, now: tuesday, calendar: closed });
    const moved = keep(standard, decide(standard, longer.snapshot, command, context), longer);
    expect(promise(moved)?.dueAt).toBe(at('2026-07-13 16:00'));
  });

  test('says nothing to the citizen where it is a norm of the agency alone', () => {
    const internal = withDeadlines({ ...answer, kind: 'norm' });
    const longer = after(internal, filed(internal, aFiling()), extend, officer, tuesday);
    expect(longer.snapshot.timeline).toHaveLength(1);
  });
});

describe('an extension', () => {
  const reason = (code: string) => ({ code: 'extension-refused', promise: 'answer', reason: code });

  test('needs the role and a reason', () => {
    expect(refused(opened, { type: 'extendPromise', promise: 'answer' })).toEqual({ code: 'note-missing' });
    expect(refused(opened, extend, citizen)).toMatchObject({ code: 'role-missing' });
  });

  test('is for deadlines that say so, while their clock is open', () => {
    expect(refused(opened, { ...extend, promise: 'plain' })).toMatchObject({ reason: 'not-extendable' });
    expect(refused(opened, { ...extend, promise: 'nothing' })).toMatchObject({ reason: 'not-extendable' });
    const later = withDeadlines({ ...answer, starts: { step: 'wait', outcome: 'back' } });
    expect(refused(filed(later, aFiling()), extend, officer, tuesday, later)).toEqual(reason('not-running'));
  });

  test('comes too late once the time is over, swept or not', () => {
    const late = at('2026-07-08 16:01');
    expect(refused(opened, extend, officer, late)).toEqual(reason('overdue'));
    const swept = after(standard, opened, { type: 'checkPromises' }, clock, late);
    expect(refused(swept, extend, officer, late)).toEqual(reason('overdue'));
  });

  test('is bounded', () => {
    const twice = after(
      standard,
      after(standard, opened, extend, officer, tuesday),
      extend,
      officer,
      tuesday,
    );
    expect(refused(twice, extend)).toEqual(reason('used-up'));
  });

  test('never outlasts the outer limit that runs', () => {
    const outer: Deadline = { ...plain, id: 'all', duration: { amount: 5, unit: 'working_day' } };
    const within = withDeadlines({ ...answer, within: 'all' }, outer);
    const once = after(within, filed(within, aFiling()), extend, officer, tuesday);
    expect(refused(once, extend, officer, tuesday, within)).toEqual(reason('outer-limit'));
  });
});
