// A running case and the next version of its standard: what moves with it, what stays, and that no promise is lost quietly.
import { describe, expect, it } from 'vitest';
import { StandardId } from '../kernel/ids.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Process } from '../standard/process.ts';
import type { Standard } from '../standard/standard.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  keep,
  refusal,
  scan,
  secret,
  sha256,
  staff,
} from '../testing/a-case.ts';
import { aComplaintService, complaintService } from '../testing/a-complaint-service.ts';
import { aService, parts } from '../testing/a-service.ts';
import { aTimer, basis } from '../testing/a-standard.ts';
import { type ChangeStandard, changeStandard, previewStandard } from './change-standard.ts';
import { decide } from './decide.ts';
import type { StandardRef } from './event.ts';
import { foldHistory } from './fold-history.ts';
import { verifyChain } from './verify-chain.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const first = aFiling();
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));
const officer = staff('one', ['officer']);
const manager = staff('boss', ['serviceManager']);
const tuesday = at('2026-07-07 10:00');
const reason = 'Pelayanan dipercepat';
const to: StandardRef = { ...first.standard, version: 2, hash: sha256('versi 2') };

const next = (change: Partial<Process>): Standard => aService(change);
/** The next version, with the promised answer after so many working days. */
const within = (days: number): Standard =>
  next({
    deadlines: (parts.deadlines ?? []).map((deadline) =>
      deadline.id === 'answer' ? { ...deadline, duration: { amount: days, unit: 'working_day' } } : deadline,
    ),
  });

const command = (laterReason?: string): ChangeStandard => ({
  from: service,
  to,
  reason,
  ...(laterReason !== undefined && { laterReason }),
});
const moving = (version: Standard, { snapshot }: Kept, laterReason?: string, by = manager, now = tuesday) =>
  changeStandard(version, snapshot, command(laterReason), aContext({ by, now }));
const moved = (version: Standard, kept: Kept, laterReason?: string): Kept =>
  keep(version, moving(version, kept, laterReason), kept);
const answer = ({ snapshot }: Kept) => snapshot.promises.find(({ promise }) => promise === 'answer');

describe('a case that moves', () => {
  it('goes on with its history, says so to its applicant, and is read by the new version', () => {
    const now = moved(within(2), opened);
    expect(now.snapshot).toMatchObject({ standard: to, marking: opened.snapshot.marking });
    expect(now.snapshot.tasks).toEqual(opened.snapshot.tasks);
    expect(now.snapshot.timeline.at(-1)?.text).toContain(`versi 2. Alasan: ${reason}`);
    expect(now.events.slice(0, opened.events.length)).toEqual(opened.events);
    const on = after(within(2), now, completing('check', 'accept'), officer, tuesday);
    expect(on.snapshot.marking).toEqual(['accepted']);
  });

  it('has its promise moved where that becomes earlier, with the reason', () => {
    const now = moved(within(2), opened);
    expect([answer(opened)?.dueAt, answer(now)?.dueAt]).toEqual([
      at('2026-07-09 16:00'),
      at('2026-07-08 16:00'),
    ]);
    expect(answer(now)?.ledger.at(-1)).toMatchObject({ turn: 'moved', reason });
  });

  it('moves once', () => {
    const now = moved(within(2), opened);
    expect(moving(within(2), now)).toEqual({ ok: true, value: [] });
  });

  it('is moved by the clock and by managers only', () => {
    expect(moving(within(2), opened, undefined, officer)).toMatchObject({ error: { code: 'role-missing' } });
    expect(changeStandard(within(2), opened.snapshot, command(), aContext({ by: citizen })).ok).toBe(false);
    expect(changeStandard(within(2), opened.snapshot, command(), aContext({ by: clock })).ok).toBe(true);
  });

  it('does not move after its end', () => {
    const ended = after(service, opened, { type: 'interrupt', interruption: 'withdraw' }, citizen);
    expect(refusal(moving(within(2), ended))).toMatchObject({ code: 'case-ended' });
  });
});

describe('a promise that would become later', () => {
  it('stays as it was given, also when the calendar changes and when the clock stood still', () => {
    const now = moved(within(5), opened);
    expect(answer(now)).toMatchObject({
      dueAt: answer(opened)?.dueAt,
      term: { duration: { amount: 3, unit: 'working_day' } },
    });
    const causes = { type: 'reckonPromises', causes: [] } as const;
    expect(decide(within(5), now.snapshot, causes, aContext({ by: clock }))).toEqual({ ok: true, value: [] });
    const missing = { requirements: ['id-card'], facts: [] };
    const note = secret('v1.kurang');
    const returned = after(
      within(5),
      now,
      completing('check', 'return', { note, missing }),
      officer,
      tuesday,
    );
    const supply = completing('supply', 'supplied', { attachments: [scan('id-card', 2)] });
    const supplied = after(within(5), returned, supply, citizen, at('2026-07-08 10:00'));
    expect(answer(supplied)?.dueAt).toBe(at('2026-07-10 16:30'));
  });

  it('becomes later with a reason, which is recorded', () => {
    const now = moved(within(5), opened, 'Survei kini wajib');
    expect(answer(now)?.dueAt).toBe(at('2026-07-13 16:00'));
    expect(answer(now)?.term).toBeUndefined();
    expect(answer(now)?.ledger.at(-1)).toMatchObject({ turn: 'moved', reason: 'Survei kini wajib' });
  });

  it('goes by the newest version again once that is no later', () => {
    const held = moved(within(5), opened);
    const third: ChangeStandard = {
      from: within(5),
      to: { ...to, version: 3, hash: sha256('versi 3') },
      reason,
    };
    const now = keep(
      within(2),
      changeStandard(within(2), held.snapshot, third, aContext({ by: manager, now: tuesday })),
      held,
    );
    expect(answer(now)?.term).toBeUndefined();
    expect(answer(now)?.dueAt).toBe(at('2026-07-08 16:00'));
  });

  it('is not made when it would be broken at once', () => {
    const late = at('2026-07-09 10:00');
    const now = keep(
      within(1),
      changeStandard(within(1), opened.snapshot, command(), aContext({ by: manager, now: late })),
      opened,
    );
    expect(answer(now)).toMatchObject({ state: 'running', dueAt: answer(opened)?.dueAt });
  });
});

describe('a case stays with its version', () => {
  const without = <T extends { readonly id: string }>(list: readonly T[] | undefined, id: string) =>
    (list ?? []).filter((one) => one.id !== id);

  it('where a promise is gone and nobody says why', () => {
    const version = next({ deadlines: without(parts.deadlines, 'answer') });
    expect(refusal(moving(version, opened))).toEqual({
      code: 'standard-unfit',
      obstacles: [{ kind: 'promise', id: 'answer', label: 'Jawaban' }],
    });
    expect(answer(moved(version, opened, 'Janji ini diganti'))?.state).toBe('dropped');
  });

  it('where the work that waits is not there, or waits elsewhere', () => {
    const steps = parts.steps ?? [];
    const gone = next({ steps: without(steps, 'check') });
    expect(refusal(moving(gone, opened))).toMatchObject({
      obstacles: [
        { kind: 'place', id: 'filed' },
        { kind: 'step', id: 'check' },
      ],
    });
    const elsewhere = next({
      steps: steps.map((step) => (step.id === 'check' ? { ...step, after: ['filed', 'paid'] } : step)),
    });
    expect(refusal(moving(elsewhere, opened))).toMatchObject({ obstacles: [{ kind: 'step', id: 'check' }] });
  });

  it('where its channel or its product is not there', () => {
    const channels = without(parts.channels, 'portal');
    expect(refusal(moving(next({ channels }), opened))).toMatchObject({ obstacles: [{ kind: 'channel' }] });
    const accepted = after(service, opened, completing('check', 'accept'), officer, tuesday);
    const issued = after(
      service,
      accepted,
      completing('assess', 'done', { facts: { result: 'poor', size: 3 } }),
      staff('two', ['surveyor']),
      tuesday,
    );
    expect(refusal(moving(next({ products: [] }), issued))).toMatchObject({
      obstacles: [{ kind: 'product', id: 'card', label: 'Kartu' }],
    });
  });

  it('where what was told in confidence would become known', () => {
    const filing = aFiling({ facts: { name: secret('v1.nama'), topic: 'lampu', place: 'pasar' } });
    const lacks = (change: Partial<Process>, wish: { anonymous?: true; confidential?: true }) => {
      const kept = filed(complaintService, {
        ...filing,
        facts: { ...filing.facts, phone: secret('v1.hp') },
        ...wish,
      });
      const change2 = { ...command(), from: complaintService };
      return changeStandard(
        aComplaintService(change),
        kept.snapshot,
        change2,
        aContext({ by: manager, now: tuesday }),
      );
    };
    const unfit = {
      ok: false,
      error: { code: 'standard-unfit', obstacles: [{ kind: 'channel', id: 'portal' }] },
    };
    const fewer = { identity: { facts: ['phone', 'mail'], seenBy: ['keeper'] } };
    expect(lacks(fewer, { anonymous: true })).toMatchObject(unfit);
    expect(lacks(fewer, {})).toMatchObject({ ok: true });
    expect(lacks({ confidential: undefined }, { confidential: true })).toMatchObject(unfit);
    expect(lacks({ confidential: undefined }, { anonymous: true })).toMatchObject({ ok: true });
  });

  it('where it is another service', () => {
    const other = { ...within(2), id: StandardId.parse('layanan-lain') };
    expect(refusal(moving(other, opened))).toMatchObject({ obstacles: [{ kind: 'service' }] });
  });
});

it('says before it is done what would become of each promise', () => {
  const look = (version: Standard) =>
    previewStandard(service, version, opened.snapshot, aContext({ now: tuesday }));
  expect(look(service)).toEqual({ obstacles: [], changes: [], needsReason: false });
  expect(look(within(2))).toMatchObject({
    changes: [{ promise: 'answer', becomes: 'earlier' }],
    needsReason: false,
  });
  expect(look(within(5))).toMatchObject({
    changes: [{ promise: 'answer', becomes: 'later' }],
    needsReason: true,
  });
});

it('has a history that folds by the versions it went through, and a chain that holds', () => {
  const version = within(2);
  const now = after(version, moved(version, opened), completing('check', 'accept'), officer, tuesday);
  const standardOf = (ref: StandardRef) => (ref.version === 1 ? service : version);
  expect(foldHistory(standardOf, now.events)).toEqual(now.snapshot);
  expect(verifyChain(now.events, sha256, now.snapshot)).toEqual({ ok: true, value: undefined });
});

describe('a promise that only the new version knows', () => {
  const whole: Deadline = {
    id: 'whole',
    kind: 'promise',
    label: 'Selesai seluruhnya',
    duration: { amount: 5, unit: 'working_day' },
    calendar: 'office',
    starts: { filed: true },
    stops: [{ ended: true }],
    basis,
  };
  const accepted = after(service, opened, completing('check', 'accept'), officer, at('2026-07-06 14:00'));
  const startedIn = (changes: Partial<Deadline>, kept = accepted, history = kept.events, now = tuesday) => {
    const version = next({ deadlines: [...(parts.deadlines ?? []), { ...whole, ...changes }] });
    const change = { ...command(), history };
    const decided = changeStandard(version, kept.snapshot, change, aContext({ by: manager, now }));
    const after = keep(version, decided, kept);
    const again = decide(
      version,
      after.snapshot,
      { type: 'reckonPromises', causes: [] },
      aContext({ by: clock, now }),
    );
    expect(again).toEqual({ ok: true, value: [] });
    return after.snapshot.promises.find(({ promise }) => promise === 'whole');
  };

  it('runs from the moment that started it, long before the case moved', () => {
    expect(startedIn({})).toMatchObject({
      state: 'running',
      from: accepted.snapshot.receivedAt,
      dueAt: at('2026-07-13 16:00'),
      ledger: [{ turn: 'started', at: tuesday }],
    });
    const starts = { step: 'check', outcome: 'accept' };
    expect(startedIn({ starts })).toMatchObject({ from: at('2026-07-06 14:00'), state: 'running' });
    expect(startedIn({ starts }, opened)).toBeUndefined();
  });

  it('is not made where it would be late at once, or where it would be over', () => {
    const monday = { amount: 1, unit: 'hour' } as const;
    expect(startedIn({ duration: monday })).toBeUndefined();
    expect(startedIn({ stops: [{ step: 'check', outcome: 'accept' }] })).toBeUndefined();
    expect(startedIn({ stops: [{ step: 'check', outcome: 'accept' }] }, opened)?.state).toBe('running');
  });

  it('is not made where its clock would have stood still on the way', () => {
    const note = secret('v1.kurang');
    const missing = { requirements: ['id-card'], facts: [] };
    const returned = after(service, opened, completing('check', 'return', { note, missing }), officer);
    const supply = completing('supply', 'supplied', { attachments: [scan('id-card', 2)] });
    const supplied = after(service, returned, supply, citizen, at('2026-07-06 15:00'));
    const [place = ''] = service.process.steps.find(({ id }) => id === 'supply')?.after ?? [];
    expect(startedIn({ pausedWhile: [place] }, supplied)).toBeUndefined();
    expect(startedIn({ pausedFor: ['applicant'] }, supplied)).toBeUndefined();
    expect(startedIn({}, supplied)?.from).toBe(opened.snapshot.receivedAt);
    expect(startedIn({ pausedWhile: [place] })?.state).toBe('running');
  });

  it('is not made without knowing all that happened', () => {
    expect(startedIn({}, accepted, [])).toBeUndefined();
    const once = moved(within(2), accepted);
    expect(startedIn({}, { ...accepted, events: once.events })).toBeUndefined();
  });

  it('starts anew where it is a norm that runs again', () => {
    const starts = { step: 'supply', outcome: 'supplied' };
    const norm = { kind: 'norm' as const, starts, stops: [{ step: 'check', outcome: 'return' }] };
    const note = secret('v1.kurang');
    const missing = { requirements: ['id-card'], facts: [] };
    const back = completing('check', 'return', { note, missing });
    const supply = completing('supply', 'supplied', { attachments: [scan('id-card', 2)] });
    const once = after(
      service,
      after(service, opened, back, officer),
      supply,
      citizen,
      at('2026-07-06 11:00'),
    );
    const again = after(service, once, back, officer, at('2026-07-06 12:00'));
    const twice = after(service, again, supply, citizen, at('2026-07-06 13:00'));
    expect(startedIn(norm, twice)?.from).toBe(at('2026-07-06 13:00'));
    expect(startedIn(norm, again)).toBeUndefined();
    expect(startedIn({ ...norm, kind: 'promise' }, twice)).toBeUndefined();
  });
});

describe('a timer that was armed', () => {
  const note = secret('v1.kurang');
  const missing = { requirements: ['id-card'], facts: [] };
  const back = completing('check', 'return', { note, missing });
  const returned = after(service, opened, back, officer);
  const shorter = next({
    timers: (parts.timers ?? []).map((timer) => ({ ...timer, after: { amount: 10, unit: 'calendar_day' } })),
  });
  const lapse = ({ snapshot }: Kept) => snapshot.timers.find(({ timer }) => timer === 'lapse');
  const reckon = { type: 'reckonPromises', causes: [] } as const;

  it('fires when the applicant was told, whatever the new version says, also when it is reckoned again', () => {
    const now = moved(shorter, returned);
    expect(lapse(now)).toMatchObject({
      firesAt: lapse(returned)?.firesAt,
      term: { after: { amount: 30, unit: 'calendar_day' } },
    });
    expect(decide(shorter, now.snapshot, reckon, aContext({ by: clock, now: tuesday }))).toEqual({
      ok: true,
      value: [],
    });
  });

  it('is armed by the new version the next time', () => {
    const supply = completing('supply', 'supplied', { attachments: [scan('id-card', 2)] });
    const supplied = after(shorter, moved(shorter, returned), supply, citizen, tuesday);
    const again = after(shorter, supplied, back, officer, tuesday);
    expect(lapse(again)?.term).toBeUndefined();
    expect(lapse(again)?.firesAt).toBe(at('2026-07-17 23:59'));
  });

  it('loses the term that it was given when a version says the same again', () => {
    const now = moved(shorter, returned);
    const third: ChangeStandard = {
      from: shorter,
      to: { ...to, version: 3, hash: sha256('versi 3') },
      reason,
    };
    const context = aContext({ by: manager, now: tuesday });
    const back3 = keep(service, changeStandard(service, now.snapshot, third, context), now);
    expect(lapse(back3)).toEqual(lapse(returned));
  });

  it('starts from the move where the work waited before the version had it', () => {
    const timer = aTimer('remind', 'filed', ['silence']);
    const version = next({ timers: [...(parts.timers ?? []), timer] });
    const now = moved(version, opened);
    expect(now.snapshot.timers).toMatchObject([{ timer: 'remind', armedAt: tuesday }]);
  });
});
