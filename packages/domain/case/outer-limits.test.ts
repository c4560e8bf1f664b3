// A clock that stands still while its outer limit runs on: the limit holds, and the ledger says so.
import { describe, expect, test } from 'vitest';
import { ledgerInWords } from '../deadline/promise-in-words.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Standard } from '../standard/standard.ts';
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
import { mustHold } from '../testing/invariants.ts';
import { changeStandard } from './change-standard.ts';
import { decide } from './decide.ts';
import { type StatedPromise, statedPromises } from './stated-promises.ts';

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
const answer: Deadline = {
  ...whole,
  id: 'answer',
  label: 'Jawaban',
  duration: { amount: 3, unit: 'working_day' },
  pausedWhile: ['elsewhere'],
  within: 'whole',
};

/** The limit stands after what it limits, as it may. */
const withDeadlines = (...deadlines: readonly Deadline[]): Standard =>
  aStandard({
    steps: [
      aStep('work', ['filed'], [anOutcome('done', ['finished']), anOutcome('ask', ['elsewhere'])]),
      aStep('wait', ['elsewhere'], [anOutcome('back', ['filed'])]),
    ],
    deadlines: [...deadlines],
    suspensions: [
      {
        id: 'hold',
        label: 'Tunda',
        role: 'officer',
        limit: { amount: 10, unit: 'working_day' },
        calendar: 'office',
        atMost: 2,
        citizen: 'Kami tunda.',
        basis,
      },
    ],
  });
const standard = withDeadlines(answer, whole);
const officer = staff('one', ['officer']);
const ask = completing('work', 'ask');
const back = completing('wait', 'back');
const note = secret('v1.alasan');

const recordOf = ({ snapshot }: Kept, id: string) => snapshot.promises.find(({ promise }) => promise === id);
const due = (kept: Kept, id = 'answer') => recordOf(kept, id)?.dueAt;
const reasons = (kept: Kept, id = 'answer') =>
  recordOf(kept, id)?.ledger.flatMap(({ reason }) => reason ?? []);
const reckon = (on: Standard, kept: Kept, now = kept.events.at(-1)?.at ?? at('2026-07-06 09:00')) =>
  decide(on, kept.snapshot, { type: 'reckonPromises', causes: [] }, aContext({ by: clock, now }));
const lines = (on: Standard, kept: Kept): string[] => {
  const stated: StatedPromise[] = statedPromises(on, kept.snapshot);
  const [one] = stated.filter(({ promise }) => promise === 'answer');
  return one ? ledgerInWords(one, calendar, 'citizen').map(({ what }) => what) : [];
};

/** Filed on Monday the 6th, asked on the 7th, answered on the 10th: two of three days are left, and the limit is the 13th. */
const asked = (on: Standard): Kept => after(on, filed(on, aFiling()), ask, officer, at('2026-07-07 09:00'));
const answered = (on: Standard): Kept => after(on, asked(on), back, officer, at('2026-07-10 09:00'));

describe('a promise that stood still while its outer limit ran', () => {
  test('is due no later than the limit, and says why', () => {
    const kept = answered(standard);
    expect(due(kept, 'whole')).toBe(at('2026-07-13 16:00'));
    expect(due(kept)).toBe(at('2026-07-13 16:00'));
    expect(recordOf(kept, 'answer')).toMatchObject({ state: 'running', limitedBy: 'whole' });
    expect(lines(standard, kept).slice(-2)).toEqual([
      'Dihitung lagi. Paling lambat Selasa, 14 Juli 2026.',
      'Bergeser ke Senin, 13 Juli 2026. Sebabnya: batas luar "Selesai seluruhnya" jatuh lebih dulu.',
    ]);
    expect(reckon(standard, kept)).toEqual({ ok: true, value: [] });
  });

  test('keeps its own date where that is no later', () => {
    const soon = after(standard, asked(standard), back, officer, at('2026-07-08 09:00'));
    expect(due(soon)).toBe(at('2026-07-10 16:30'));
    expect(recordOf(soon, 'answer')?.limitedBy).toBeUndefined();
    expect(reasons(soon)).toEqual([]);
  });

  test('is broken with the limit', () => {
    const late = at('2026-07-13 16:01');
    const swept = after(standard, answered(standard), { type: 'checkPromises' }, clock, late);
    expect(['answer', 'whole'].map((id) => recordOf(swept, id)?.state)).toEqual(['broken', 'broken']);
  });

  test('goes by its own clock from the start when it pauses again', () => {
    const again = after(standard, answered(standard), ask, officer, at('2026-07-10 10:00'));
    expect(due(again)).toBe(at('2026-07-13 16:00'));
    expect(reckon(standard, again)).toEqual({ ok: true, value: [] });
    const still = after(standard, again, back, officer, at('2026-07-13 10:00'));
    expect(lines(standard, still).slice(-2)).toEqual([
      'Dihitung lagi. Paling lambat Rabu, 15 Juli 2026.',
      'Bergeser ke Senin, 13 Juli 2026. Sebabnya: batas luar "Selesai seluruhnya" jatuh lebih dulu.',
    ]);
  });

  test('goes on by its own clock where the limit has run out: nothing is promised for the past', () => {
    const swept = after(standard, asked(standard), { type: 'checkPromises' }, clock, at('2026-07-14 09:00'));
    const kept = after(standard, swept, back, officer, at('2026-07-15 09:00'));
    expect(recordOf(kept, 'whole')?.state).toBe('broken');
    expect(recordOf(kept, 'answer')).toMatchObject({ state: 'running', dueAt: at('2026-07-17 16:30') });
    expect(recordOf(kept, 'answer')?.limitedBy).toBeUndefined();
  });

  test('is let go while it stands still and the limit runs out', () => {
    const again = after(standard, answered(standard), ask, officer, at('2026-07-10 10:00'));
    const swept = after(standard, again, { type: 'checkPromises' }, clock, at('2026-07-14 09:00'));
    expect(recordOf(swept, 'answer')).toMatchObject({ state: 'paused', dueAt: at('2026-07-14 16:00') });
    expect(reasons(swept)?.at(-1)).toBe('batas luar "Selesai seluruhnya" sudah terlewat');
  });
});

describe('the limit', () => {
  test('holds a clock that starts too late for it', () => {
    const late = withDeadlines({ ...answer, starts: { step: 'wait', outcome: 'back' } }, whole);
    const kept = answered(late);
    expect(due(kept)).toBe(at('2026-07-13 16:00'));
    expect(lines(late, kept)).toEqual([
      'Mulai dihitung. Paling lambat Rabu, 15 Juli 2026.',
      'Bergeser ke Senin, 13 Juli 2026. Sebabnya: batas luar "Selesai seluruhnya" jatuh lebih dulu.',
    ]);
  });

  test('moves what it holds when it is extended, and lets go of what it holds no more', () => {
    const extension = { role: 'officer', by: { amount: 1, unit: 'working_day' as const }, atMost: 2 };
    const on = withDeadlines(
      { ...answer, duration: { amount: 4, unit: 'working_day' } },
      { ...whole, extension },
    );
    const extend = { type: 'extendPromise', promise: 'whole', note } as const;
    const friday = at('2026-07-10 11:00');
    const once = after(on, answered(on), extend, officer, friday);
    expect([due(answered(on)), due(once)]).toEqual([at('2026-07-13 16:00'), at('2026-07-14 16:00')]);
    expect(recordOf(once, 'answer')?.limitedBy).toBe('whole');
    const twice = after(on, once, extend, officer, friday);
    expect(due(twice)).toBe(at('2026-07-15 16:00'));
    expect(recordOf(twice, 'answer')?.limitedBy).toBeUndefined();
    expect(reasons(twice)).toEqual([
      'batas luar "Selesai seluruhnya" jatuh lebih dulu',
      'batas luar "Selesai seluruhnya" bergeser',
      'batas luar "Selesai seluruhnya" bergeser',
    ]);
  });

  test('moves with the calendar first, and what it holds for the same reason', () => {
    const flood = { date: '2026-07-13', kind: 'local' as const, name: 'Banjir' };
    const closed = { ...calendar, closures: [...calendar.closures, flood] };
    const context = aContext({ by: clock, now: at('2026-07-10 12:00'), calendar: closed });
    const causes = [{ date: '2026-07-13', reason: 'libur daerah: Banjir' }];
    const kept = answered(standard);
    const moved = keep(
      standard,
      decide(standard, kept.snapshot, { type: 'reckonPromises', causes }, context),
      kept,
    );
    expect([due(moved), due(moved, 'whole')]).toEqual([at('2026-07-14 16:00'), at('2026-07-14 16:00')]);
    expect(reasons(moved)?.at(-1)).toBe('libur daerah: Banjir');
  });

  test('holds nothing while it stands still itself and the other goes on', () => {
    const on = withDeadlines({ ...answer, pausedWhile: ['elsewhere'] }, { ...whole, pausedWhile: ['filed'] });
    const kept = answered(on);
    expect(recordOf(kept, 'whole')?.state).toBe('paused');
    expect(due(kept)).toBe(at('2026-07-14 16:00'));
    const again = after(on, kept, ask, officer, at('2026-07-10 10:00'));
    expect(recordOf(again, 'whole')?.state).toBe('running');
    expect(reckon(on, again)).toEqual({ ok: true, value: [] });
  });

  test('stands still with what it holds during a suspension, and both go on', () => {
    const held = after(
      standard,
      answered(standard),
      { type: 'suspend', suspension: 'hold', note },
      officer,
      at('2026-07-10 10:00'),
    );
    expect(due(held)).toBe(at('2026-07-13 16:00'));
    const on = after(standard, held, { type: 'resume' }, officer, at('2026-07-14 10:00'));
    expect([due(on), due(on, 'whole')]).toEqual([at('2026-07-15 16:00'), at('2026-07-15 16:00')]);
    expect(reckon(standard, on)).toEqual({ ok: true, value: [] });
  });

  test('reaches through a limit in between', () => {
    const part: Deadline = {
      ...answer,
      id: 'part',
      within: 'answer',
      duration: { amount: 2, unit: 'working_day' },
    };
    const on = withDeadlines(part, answer, whole);
    const kept = after(on, asked(on), back, officer, at('2026-07-13 09:00'));
    expect([due(kept, 'part'), due(kept), due(kept, 'whole')]).toEqual([
      at('2026-07-13 16:00'),
      at('2026-07-13 16:00'),
      at('2026-07-13 16:00'),
    ]);
  });

  test('leaves no more time for an extension of what it holds', () => {
    const extension = { role: 'officer', by: { amount: 1, unit: 'working_day' as const }, atMost: 2 };
    const on = withDeadlines({ ...answer, extension }, whole);
    const extend = { type: 'extendPromise', promise: 'answer', note } as const;
    const now = at('2026-07-10 11:00');
    expect(refusal(decide(on, answered(on).snapshot, extend, aContext({ by: officer, now })))).toMatchObject({
      reason: 'outer-limit',
    });
  });

  test('that went unheeded would be seen', () => {
    const kept = answered(standard);
    const promises = kept.snapshot.promises.map((one) =>
      one.promise === 'answer' ? { ...one, dueAt: at('2026-07-14 16:00') } : one,
    );
    expect(() => mustHold(standard, { ...kept.snapshot, promises })).toThrow('outer limit');
  });
});

test('an applicant reads no limit where none holds', () => {
  const kept = filed(standard, aFiling(), aContext({ by: citizen }));
  expect(lines(standard, kept)).toEqual(['Mulai dihitung. Paling lambat Kamis, 9 Juli 2026.']);
});

describe('a version that lifts the limit', () => {
  const free = withDeadlines({ ...answer, within: undefined }, whole);
  const kept = answered(standard);
  const now = at('2026-07-10 12:00');
  const moved = (laterReason?: string) => {
    const change = {
      from: standard,
      to: { ...kept.snapshot.standard, version: 2 },
      reason: 'Naskah baru',
      ...(laterReason !== undefined && { laterReason }),
    };
    const context = aContext({ by: staff('boss', ['serviceManager']), now });
    return keep(free, changeStandard(free, kept.snapshot, change, context), kept);
  };

  test('makes no promise later without a reason', () => {
    expect(due(moved())).toBe(at('2026-07-13 16:00'));
    expect(reckon(free, moved(), now)).toEqual({ ok: true, value: [] });
    expect(due(moved('Batas dihapus'))).toBe(at('2026-07-14 16:00'));
    expect(reckon(free, moved('Batas dihapus'), now)).toEqual({ ok: true, value: [] });
  });
});
