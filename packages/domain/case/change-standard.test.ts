// A running case and the next version of its standard: what moves with it, what stays, and that no promise is lost quietly.
import { describe, expect, it } from 'vitest';
import { StandardId } from '../kernel/ids.ts';
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
