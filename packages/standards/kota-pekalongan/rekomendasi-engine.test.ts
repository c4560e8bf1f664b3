// Letters of recommendation through the engine, by the clock of a counter that closes at noon. Nyepi and Idul Fitri close the
// office from Wednesday 18 to Tuesday 24 March 2026. All due dates here were counted by hand.
import { play } from '@layan/domain/case/play';
import { playExample } from '@layan/domain/case/play-example';
import type { Played } from '@layan/domain/case/stage';
import type { DaySpans, TenantCalendar } from '@layan/domain/deadline/calendar';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { toInstantText } from '@layan/domain/kernel/instant';
import { explore } from '@layan/domain/process/explore';
import type { Turn } from '@layan/domain/standard/example';
import { sha256 } from '@layan/domain/testing/a-case';
import { describe, expect, it } from 'vitest';
import { rekomendasiKis } from './rekomendasi-kis.ts';

const wib = (local: string) => toInstantText(Date.parse(`${local}:00+07:00`));
const morning: DaySpans = [{ from: '07:30', to: '12:00' }];
const friday: DaySpans = [{ from: '07:30', to: '11:00' }];
const calendar: TenantCalendar = {
  ...defaultCalendar('Asia/Jakarta'),
  counter: [morning, morning, morning, morning, friday, [], []],
};
const scene = { calendar, from: wib('2026-03-02T09:00'), hash: sha256 };
const { process } = rekomendasiKis;

const tried = (at: string, turns: readonly Turn[]) =>
  play(
    rekomendasiKis,
    { channel: 'counter', at, facts: { nikStatus: 'have', village: '33.75.01.1002' }, turns: [...turns] },
    scene,
  );
const played = (...story: Parameters<typeof tried>): Played => {
  const result = tried(...story);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const due = ({ snapshot }: Played, id: string) =>
  snapshot.promises.find(({ promise }) => promise === id)?.dueAt;

const accepted = (registryStatus: 'listed' | 'notListed', at?: string): Turn => ({
  step: 'check-registry',
  outcome: 'accept',
  facts: { registryStatus, registryAsOf: '2026-01-31', registrySource: 'dtsen' },
  ...(at !== undefined && { at }),
});
const drafted: Turn = { step: 'draft-letter', outcome: 'submit', facts: { familySize: 4 } };
const initialled = (role: string): Turn => ({ step: `check-${role}`, outcome: 'initial' });
const toSign = [drafted, initialled('section'), initialled('division'), initialled('secretary')];
const signed = (as?: string): Turn => ({ step: 'sign', outcome: 'sign', ...(as !== undefined && { as }) });
const letter = ({ snapshot }: Played) => snapshot.products.find(({ state }) => state === 'active');

describe('the examples of the standard', () => {
  it.each(process.examples)('$id: $title', (example) => {
    expect(playExample(rekomendasiKis, example, scene)).toMatchObject({ ok: true });
  });

  it('reach every ending, and the process is sound', () => {
    const reached = new Set(process.examples.map(({ ending }) => ending));
    expect(process.endings.filter(({ id }) => !reached.has(id))).toEqual([]);
    expect(explore(process)).toMatchObject({ complete: true, stuck: [], trapped: [], deadOutcomes: [] });
  });
});

describe('the promises', () => {
  it.each([
    ['listed', '2026-03-02T09:00', 'listed-promise', '2026-03-03T16:00'],
    ['notListed', '2026-03-02T09:00', 'not-listed-promise', '2026-03-05T16:00'],
    ['listed', '2026-03-17T09:00', 'listed-promise', '2026-03-25T16:00'],
    ['notListed', '2026-03-16T09:00', 'not-listed-promise', '2026-03-26T16:00'],
  ] as const)('%s, accepted at %s: %s is due at %s', (status, at, promise, until) => {
    expect(due(played(at, [accepted(status, at)]), promise)).toBe(wib(until));
  });

  it('count what comes after noon, or after eleven on a Friday, from the next morning', () => {
    expect(due(played('2026-03-02T11:59', []), 'outer-limit')).toBe(wib('2026-03-09T16:00'));
    expect(due(played('2026-03-02T12:01', []), 'outer-limit')).toBe(wib('2026-03-10T16:00'));
    expect(due(played('2026-03-06T11:01', []), 'outer-limit')).toBe(wib('2026-03-16T16:00'));
  });
});

describe('the letter', () => {
  it('has its number before it is signed, in the month and the unit of the agency', () => {
    const { snapshot } = played('2026-03-02T09:00', [accepted('listed'), ...toSign]);
    expect(snapshot.products).toMatchObject([{ state: 'frozen', number: '400.9.14/001/000/III/2026' }]);
  });

  it('that the head returns loses its number for good; the next one has a new one', () => {
    const back: Turn = { step: 'sign', outcome: 'return' };
    const story = played('2026-03-02T09:00', [accepted('listed'), ...toSign, back, ...toSign, signed()]);
    expect(story.snapshot.products.map(({ number, state }) => [number, state])).toEqual([
      ['400.9.14/001/000/III/2026', 'cancelled'],
      ['400.9.14/002/000/III/2026', 'active'],
    ]);
  });

  it.each([
    ['actingHead', 'plt'],
    ['agencySecretary', 'plh'],
    ['divisionHead', 'an'],
  ])('is signed by %s as %s, which is kept with it', (role, capacity) => {
    const story = played('2026-03-02T09:00', [accepted('listed'), ...toSign, signed(role)]);
    const done = story.events.find(({ body }) => body.type === 'stepCompleted' && body.step === 'sign');
    expect(done?.body).toMatchObject({ delegation: { role, as: capacity } });
    expect(letter(story)).toBeDefined();
  });

  it('is not signed by who only drafts', () => {
    expect(tried('2026-03-02T09:00', [accepted('listed'), ...toSign, signed('frontOffice')])).toMatchObject({
      error: { rejection: { code: 'delegation-refused' } },
    });
  });

  it('is handed over while SIKS-NG and the other agency are still waited for', () => {
    const handed: Turn = {
      step: 'hand-over',
      outcome: 'handed',
      facts: { collector: 'applicant', identityShown: 'ktp' },
    };
    const { snapshot } = played('2026-03-02T09:00', [accepted('listed'), ...toSign, signed(), handed]);
    expect(snapshot.ended).toBeUndefined();
    expect(snapshot.tasks.map(({ step }) => step).sort()).toEqual(['connect', 'enter-siks']);
  });

  it('goes to nobody whose identity was not seen', () => {
    const handed: Turn = { step: 'hand-over', outcome: 'handed', facts: { collector: 'family' } };
    expect(tried('2026-03-02T09:00', [accepted('listed'), ...toSign, signed(), handed])).toMatchObject({
      error: { rejection: { code: 'facts-missing', facts: ['identityShown'] } },
    });
  });
});
