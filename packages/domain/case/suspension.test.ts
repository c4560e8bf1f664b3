import { describe, expect, test } from 'vitest';
import type { InstantText } from '../kernel/ids.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Suspension } from '../standard/ending.ts';
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
  monday,
  refusal,
  secret,
  staff,
} from '../testing/a-case.ts';
import { anEnding, anOutcome, aStandard, aStep, aTimer, basis } from '../testing/a-standard.ts';
import { availableActions } from './available.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { decideFiling } from './decide-filing.ts';

const hold: Suspension = {
  id: 'hold',
  label: 'Tunda',
  role: 'officer',
  limit: { amount: 5, unit: 'working_day' },
  calendar: 'office',
  atMost: 2,
  citizen: 'Berkas Anda kami tunda.',
  resumed: 'Berkas Anda kami lanjutkan.',
  notify: true,
  basis,
};

const answer: Deadline = {
  id: 'answer',
  kind: 'promise',
  label: 'Jawaban',
  duration: { amount: 3, unit: 'working_day' },
  calendar: 'office',
  starts: { filed: true },
  stops: [{ ended: true }],
  basis,
};

const parts = {
  steps: [aStep('work', ['filed'], [anOutcome('done', ['finished']), anOutcome('again', ['filed'])])],
  endings: [anEnding('granted', ['finished']), anEnding('left', ['early'])],
  suspensions: [hold],
  deadlines: [answer, { ...answer, id: 'quick', duration: { amount: 30, unit: 'working_minute' as const } }],
  timers: [aTimer('lapse', 'filed', ['early'], { after: { amount: 4, unit: 'working_day' } })],
  interruptions: [
    { id: 'withdraw', label: 'Batal', role: 'applicant', note: 'none' as const, to: ['early'], basis },
  ],
};
const standard = aStandard(parts);

const officer = staff('one', ['officer']);
const note = secret('v1.alasan');
const suspend: CaseCommand = { type: 'suspend', suspension: 'hold', note };
const resume: CaseCommand = { type: 'resume' };
const opened = filed(standard, aFiling());
const tenPast = at('2026-07-06 09:10');
const held = after(standard, opened, suspend, officer, tenPast);
const wednesday = at('2026-07-08 10:00');
const goneOn = after(standard, held, resume, officer, wednesday);

const refused = (kept: Kept, command: CaseCommand, by: By = officer, now: InstantText = wednesday) =>
  refusal(decide(standard, kept.snapshot, command, aContext({ by, now })));
const promise = ({ snapshot }: Kept, id: string) => snapshot.promises.find((record) => record.promise === id);

describe('a case on hold', () => {
  test('tells the citizen, with the reason, and until when', () => {
    expect(held.snapshot.suspended).toEqual({
      suspension: 'hold',
      at: tenPast,
      until: at('2026-07-13 16:00'),
      note,
    });
    expect(held.snapshot.timeline.at(-1)).toMatchObject({ text: hold.citizen, note, notify: true });
  });

  test('takes no step, no timer and no extension', () => {
    const closed = { code: 'case-suspended', suspension: 'hold', until: at('2026-07-13 16:00') };
    expect(refused(held, completing('work', 'done'))).toEqual(closed);
    expect(refused(held, { type: 'fireTimer', timer: 'lapse' }, clock, at('2026-07-30 09:00'))).toEqual(
      closed,
    );
    expect(refused(held, suspend)).toEqual(closed);
  });

  test('offers to go on, and nothing of the work', () => {
    const offered = availableActions(standard, held.snapshot, officer, wednesday).filter(
      ({ allowed }) => allowed,
    );
    expect(offered.map(({ type }) => type)).toEqual(['claimTask', 'resume']);
    const before = availableActions(standard, opened.snapshot, officer, wednesday).filter(
      ({ allowed }) => allowed,
    );
    expect(before.map(({ type }) => type)).toEqual(['completeStep', 'completeStep', 'claimTask', 'suspend']);
  });

  test('may still be withdrawn, and is then on hold no longer', () => {
    const gone = after(standard, held, { type: 'interrupt', interruption: 'withdraw' }, citizen, wednesday);
    expect(gone.snapshot).toMatchObject({ ended: { ending: 'left' } });
    expect(gone.snapshot.suspended).toBeUndefined();
  });

  test('stops every clock, and the ledger says why', () => {
    for (const id of ['answer', 'quick']) {
      expect(promise(held, id)).toMatchObject({ state: 'paused', pausedAt: tenPast, suspension: 'hold' });
      expect(promise(held, id)?.ledger.at(-1)).toEqual({ at: tenPast, turn: 'paused', suspension: 'hold' });
    }
  });

  test('does not hide that a promise was already late', () => {
    const late = after(standard, opened, suspend, officer, at('2026-07-06 13:00'));
    expect(promise(late, 'quick')?.state).toBe('broken');
    expect(promise(late, 'answer')?.state).toBe('paused');
  });
});

describe('a case that goes on', () => {
  test('has as much time left as when it stopped', () => {
    expect(goneOn.snapshot.suspended).toBeUndefined();
    expect(promise(goneOn, 'answer')).toMatchObject({ state: 'running', dueAt: at('2026-07-13 16:00') });
    expect(promise(goneOn, 'quick')?.dueAt).toBe(at('2026-07-08 10:20'));
    expect(goneOn.snapshot.timers).toMatchObject([{ timer: 'lapse', firesAt: at('2026-07-14 16:00') }]);
    expect(opened.snapshot.timers[0]?.firesAt).toBe(at('2026-07-10 16:30'));
  });

  test('is reckoned through its suspensions when the calendar changes, timers too', () => {
    const closed = {
      ...calendar,
      closures: [...calendar.closures, { date: '2026-07-09', kind: 'local' as const, name: 'Banjir' }],
    };
    const command: CaseCommand = {
      type: 'reckonPromises',
      causes: [{ date: '2026-07-09', reason: 'Banjir' }],
    };
    const context = aContext({ by: clock, now: wednesday, calendar: closed });
    const moved = keep(standard, decide(standard, goneOn.snapshot, command, context), goneOn);
    expect(promise(moved, 'answer')?.dueAt).toBe(at('2026-07-14 16:00'));
    expect(moved.snapshot.timers[0]?.firesAt).toBe(at('2026-07-15 16:00'));
    const again = decide(standard, moved.snapshot, command, context);
    expect(again).toEqual({ ok: true, value: [] });
  });

  test('is let go on by the role at any time, by the clock once the limit has passed', () => {
    const until = at('2026-07-13 16:00');
    expect(refused(held, resume, clock)).toEqual({ code: 'not-due', firesAt: until });
    expect(refused(held, resume, staff('two', ['head']))).toMatchObject({ code: 'role-missing' });
    expect(refused(opened, resume)).toEqual({ code: 'not-suspended' });
    const swept = after(standard, held, resume, clock, until);
    expect(swept.events.find(({ body }) => body.type === 'caseResumed')?.body).toMatchObject({
      why: 'limit',
    });
    expect(swept.snapshot.timeline.at(-1)).toMatchObject({ text: hold.resumed, notify: true });
  });
});

describe('putting a case on hold', () => {
  test('needs the role, the reason, and a way that the standard knows', () => {
    expect(refused(opened, { type: 'suspend', suspension: 'hold' })).toEqual({ code: 'note-missing' });
    expect(refused(opened, suspend, citizen)).toMatchObject({ code: 'role-missing' });
    expect(refused(opened, { type: 'suspend', suspension: 'nap', note })).toMatchObject({
      code: 'unknown-suspension',
    });
  });

  test('is bounded', () => {
    const twice = after(
      standard,
      after(standard, goneOn, suspend, officer, wednesday),
      resume,
      officer,
      wednesday,
    );
    expect(refused(twice, suspend)).toEqual({ code: 'suspension-used-up', suspension: 'hold', atMost: 2 });
  });
});

test('a clock that waits for somebody already says so again once the case goes on', () => {
  const waiting = aStandard({ ...parts, deadlines: [{ ...answer, pausedWhile: ['filed'] }] });
  const context = aContext({ by: officer, now: tenPast });
  const first = keep(waiting, decideFiling(waiting, aFiling(), aContext()));
  const still = keep(waiting, decide(waiting, first.snapshot, suspend, context), first);
  const on = after(waiting, still, resume, officer, wednesday);
  expect(
    promise(on, 'answer')?.ledger.map(({ turn, place, suspension }) => [turn, place, suspension]),
  ).toEqual([
    ['started', undefined, undefined],
    ['paused', 'filed', undefined],
    ['paused', undefined, 'hold'],
    ['paused', 'filed', undefined],
  ]);
  expect(promise(on, 'answer')).toMatchObject({ state: 'paused', pausedAt: monday, pausedFor: 'filed' });
});
