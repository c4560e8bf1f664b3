// The clock, the states of requests and retention, over whatever may come.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgencyId, CaseId, InstantText, StaffId, StandardId } from '../kernel/ids.ts';
import { epochMs, isAfter, toInstantText } from '../kernel/instant.ts';
import { isInForce, ProductState } from '../product/product-state.ts';
import { type Breach, BreachId, markBreach } from './breach.ts';
import { groundsFor, RefusalGround, RequestKind, refusalGrounds } from './refusal-grounds.ts';
import { destructionOf, isDue, type Kept, scansDue } from './retention.ts';
import { RetentionClass, type RetentionSchedule, retentionDefaults } from './retention-schedule.ts';
import {
  actOnRequest,
  clockOfRequest,
  copyUntil,
  mayFetchCopy,
  type RequestAct,
  RequestId,
  type SubjectRequest,
} from './subject-request.ts';
import { termsNow, termsOf, usualTerms, withTerms } from './terms.ts';
import { clockOf, endOfThreeDays, leftInWords, warningAt } from './three-days.ts';

const hour = 3_600_000;
const start = Date.parse('2027-01-16T00:00:00.000Z');
const anInstant = fc
  .integer({ min: 0, max: 5 * 365 * 24 * 60 })
  .map((minutes) => toInstantText(start + minutes * 60_000));
const by = { id: StaffId.parse('ppdp'), name: 'Petugas Uji Satu' };

const aRequest = (kind: RequestKind, receivedAt: InstantText): SubjectRequest => ({
  id: RequestId.parse('0'.repeat(26)),
  agency: AgencyId.parse('dinsos'),
  ticket: 'AAAA-AAAA-A',
  kind,
  cases: [CaseId.parse('1'.repeat(26))],
  channel: 'portal',
  identity: 'ticket-and-secret',
  receivedAt,
  state: 'received',
  revision: 1,
});

describe('three times 24 hours', () => {
  it('end exactly 72 hours later, whatever day it is', () => {
    fc.assert(
      fc.property(anInstant, (from) => {
        expect(epochMs(endOfThreeDays(from)) - epochMs(from)).toBe(72 * hour);
      }),
    );
  });

  it('are kept by whatever is done up to the last moment, and by nothing after it', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 144 * hour }), (from, later) => {
        const doneAt = toInstantText(epochMs(from) + later);
        expect(clockOf(from, doneAt, doneAt).state).toBe(later <= 72 * hour ? 'kept' : 'late');
      }),
    );
  });

  it('run, run out, and lapse, in this order and at no other moment', () => {
    const from = InstantText.parse('2027-01-16T03:00:00.000Z');
    const at = (hours: number) => clockOf(from, undefined, toInstantText(epochMs(from) + hours * hour));
    expect([0, 47.99, 48, 72, 72.01].map((hours) => at(hours).state)).toEqual([
      'running',
      'running',
      'soon',
      'soon',
      'lapsed',
    ]);
    expect([0, 48, 71.5, 77].map((hours) => leftInWords(at(hours)))).toEqual([
      'sisa 3 hari',
      'sisa 1 hari',
      'sisa 30 menit',
      'lewat 5 jam',
    ]);
  });
});

describe('a request of a data subject', () => {
  const anAct: fc.Arbitrary<RequestAct> = fc.oneof(
    fc.constant<RequestAct>({ type: 'grant', by }),
    fc.constantFrom(...RefusalGround.options).map((ground): RequestAct => ({ type: 'refuse', by, ground })),
    fc.constant<RequestAct>({ type: 'finish', by }),
    fc.constant<RequestAct>({ type: 'tick' }),
  );

  it('is answered once; refused on a ground that its kind knows; and what has lapsed stays so', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RequestKind.options),
        anInstant,
        fc.array(fc.tuple(anAct, fc.integer({ min: 1, max: 40 })), { maxLength: 12 }),
        (kind, receivedAt, acts) => {
          let now = receivedAt;
          let request = aRequest(kind, receivedAt);
          for (const [act, hours] of acts) {
            now = toInstantText(epochMs(now) + hours * hour);
            const acted = actOnRequest(request, act, now);
            if (!acted.ok) continue;
            const after = acted.value;
            if (request.answer) expect(after.answer).toEqual(request.answer);
            if (request.lapsedAt) expect(after.lapsedAt).toBe(request.lapsedAt);
            if (after !== request) expect(after.revision).toBe(request.revision + 1);
            expect(after.state === 'received').toBe(after.answer === undefined);
            expect(after.state === 'refused').toBe(after.answer?.ground !== undefined);
            if (after.answer?.ground) expect(groundsFor(kind)).toContain(after.answer.ground);
            if (after.answer && isAfter(after.answer.at, endOfThreeDays(receivedAt)))
              expect(after.lapsedAt).toBe(endOfThreeDays(receivedAt));
            if (after.state === 'done') expect(after.answer).toBeDefined();
            request = after;
          }
          const ticked = actOnRequest(request, { type: 'tick' }, now);
          if (ticked.ok && ticked.value.state === 'received') {
            expect(ticked.value.lapsedAt !== undefined).toBe(isAfter(now, endOfThreeDays(receivedAt)));
            expect(ticked.value.warnedAt !== undefined).toBe(!isAfter(warningAt(receivedAt), now));
          }
        },
      ),
    );
  });

  it('says every ground in words and by its rule, and knows some for each kind', () => {
    for (const ground of RefusalGround.options) {
      expect(refusalGrounds[ground].sentence).toMatch(/\.$/);
      expect(refusalGrounds[ground].rule).toMatch(/Pasal \d+/);
    }
    for (const kind of RequestKind.options) expect(groundsFor(kind).length).toBeGreaterThan(3);
    expect(groundsFor('access')).not.toContain('archive');
  });

  it('has its copy ready for seven days after it was granted, and never otherwise', () => {
    const receivedAt = InstantText.parse('2027-01-16T03:00:00.000Z');
    const answered = InstantText.parse('2027-01-17T03:00:00.000Z');
    const granted = actOnRequest(aRequest('access', receivedAt), { type: 'grant', by }, answered);
    const refused = actOnRequest(
      aRequest('access', receivedAt),
      { type: 'refuse', by, ground: 'not-proven' },
      answered,
    );
    const corrected = actOnRequest(aRequest('correction', receivedAt), { type: 'grant', by }, answered);
    if (!granted.ok || !refused.ok || !corrected.ok) throw new Error('refused');
    expect(copyUntil(granted.value)).toBe('2027-01-24T03:00:00.000Z');
    expect(mayFetchCopy(granted.value, InstantText.parse('2027-01-24T03:00:00.000Z'))).toBe(true);
    expect(mayFetchCopy(granted.value, InstantText.parse('2027-01-24T03:00:00.001Z'))).toBe(false);
    expect(mayFetchCopy(aRequest('access', receivedAt), answered)).toBe(false);
    expect([refused, corrected].map(({ value }) => copyUntil(value))).toEqual([undefined, undefined]);
    expect(clockOfRequest(granted.value, InstantText.parse('2028-01-01T00:00:00.000Z')).state).toBe('kept');
  });
});

describe('a breach', () => {
  const discoveredAt = InstantText.parse('2027-01-16T03:00:00.000Z');
  const now = InstantText.parse('2027-01-18T03:00:00.000Z');
  const breach: Breach = {
    id: BreachId.parse('0'.repeat(26)),
    agency: AgencyId.parse('dinsos'),
    discoveredAt,
    recordedAt: discoveredAt,
    recordedBy: by,
    data: ['identity'],
    how: { sealed: 'x' },
    concerns: { from: '2026-12-01', to: '2027-01-16' },
    revision: 1,
  };

  it('is closed only after subjects and authority were told', () => {
    expect(markBreach(breach, 'closedAt', now, now)).toEqual({ ok: false, error: { code: 'not-told' } });
    const subjects = markBreach(breach, 'subjectsToldAt', now, now);
    const authority = subjects.ok ? markBreach(subjects.value, 'authorityToldAt', now, now) : subjects;
    const closed = authority.ok ? markBreach(authority.value, 'closedAt', now, now) : authority;
    expect(closed).toMatchObject({ ok: true, value: { closedAt: now, revision: 4 } });
  });

  it('takes no moment before its discovery or in the future, and keeps what was noted first', () => {
    const early = InstantText.parse('2027-01-16T02:59:59.000Z');
    const late = InstantText.parse('2027-01-19T00:00:00.000Z');
    for (const at of [early, late])
      expect(markBreach(breach, 'subjectsToldAt', at, now)).toMatchObject({
        error: { code: 'moment-refused' },
      });
    const told = markBreach(breach, 'subjectsToldAt', discoveredAt, now);
    const again = told.ok ? markBreach(told.value, 'subjectsToldAt', now, now) : told;
    expect(again).toMatchObject({ value: { subjectsToldAt: discoveredAt, revision: 2 } });
  });
});

describe('retention', () => {
  const zone = 'Asia/Jakarta' as const;
  const aSchedule: fc.Arbitrary<RetentionSchedule> = fc.record({
    months: fc.dictionary(fc.constantFrom(...RetentionClass.options), fc.integer({ min: 1, max: 240 })),
    services: fc.dictionary(
      fc.constant('layanan-uji'),
      fc.dictionary(fc.constantFrom(...RetentionClass.options), fc.integer({ min: 1, max: 240 })),
    ),
  });
  const aKept: fc.Arbitrary<Kept> = fc
    .record({
      ended: fc.option(anInstant, { nil: undefined }),
      objection: fc.option(anInstant, { nil: undefined }),
      products: fc.array(
        fc.record({ state: fc.constantFrom(...ProductState.options), changedAt: anInstant }),
        { maxLength: 3 },
      ),
      anonymous: fc.boolean(),
      endingKind: fc.constantFrom('granted', 'refused', 'withdrawn', 'lapsed'),
      held: fc.boolean(),
      restricted: fc.option(anInstant, { nil: undefined }),
    })
    .map(({ ended, objection, products, anonymous, endingKind, held, restricted }) => ({
      snapshot: {
        standard: { id: StandardId.parse('layanan-uji') },
        ...(anonymous && { anonymous: true as const }),
        ...(restricted && { restricted: { at: restricted, requests: [{ request: 'r', ticket: 'AAAA' }] } }),
        ...(ended && {
          ended: {
            ending: 'e',
            at: ended,
            ...(objection && { objection: { channel: 'c', until: objection } }),
          },
        }),
        products,
      },
      endingKind,
      held,
    }));

  it('destroys nothing that runs, is in force or on hold, and nothing before all of it is over', () => {
    fc.assert(
      fc.property(aKept, aSchedule, anInstant, (kept, schedule, now) => {
        const { ended, products } = kept.snapshot;
        const destruction = destructionOf(kept, schedule, zone);
        const lives =
          !ended || products.some(({ state }) => isInForce(state)) || kept.held || kept.snapshot.restricted;
        expect('due' in destruction).toBe(!lives);
        if (!('due' in destruction) || !ended) {
          expect(isDue(destruction, now)).toBe(false);
          expect(scansDue(kept, schedule, zone)).toBeUndefined();
          return;
        }
        for (const { changedAt } of products) expect(isAfter(destruction.due, changedAt)).toBe(true);
        expect(isAfter(destruction.due, ended.at)).toBe(true);
        if (ended.objection) expect(isAfter(ended.objection.until, destruction.due)).toBe(false);
        const scans = scansDue(kept, schedule, zone);
        expect(scans && isAfter(scans, destruction.due)).toBe(false);
        expect(isDue(destruction, now)).toBe(!isAfter(destruction.due, now));
      }),
    );
  });

  it('keeps a longer time where the schedule says so, for the service before the agency', () => {
    fc.assert(
      fc.property(aKept, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (kept, a, b) => {
        const all = (months: number) => ({
          months: Object.fromEntries(RetentionClass.options.map((one) => [one, months])),
        });
        const [short, long] = [Math.min(a, b), Math.max(a, b)].map((months) =>
          destructionOf(kept, { ...all(months), services: {} }, zone),
        );
        if (!short || !long || !('due' in short) || !('due' in long)) return;
        expect(isAfter(short.due, long.due)).toBe(false);
        const own = { ...all(a), services: { 'layanan-uji': all(b).months } };
        expect(destructionOf(kept, own, zone)).toEqual(
          destructionOf(kept, { ...all(b), services: {} }, zone),
        );
      }),
    );
  });

  it('has the times of the draft schedule until an agency states its own', () => {
    expect(retentionDefaults).toEqual({
      rejectedIntake: 12,
      case: 60,
      scans: 24,
      anonymousComplaint: 24,
      audit: 60,
    });
  });
});

describe('terms of an agency', () => {
  it('follow one another, and every version stays readable', () => {
    const at = (day: number) => InstantText.parse(`2027-02-0${day}T00:00:00.000Z`);
    const first = withTerms(undefined, { ...usualTerms, basis: 'legal-obligation' }, at(1));
    const second = withTerms(first, usualTerms, at(2));
    expect(termsNow(undefined)).toMatchObject({ version: 0, basis: 'public-service' });
    expect(termsNow(second).version).toBe(2);
    expect([0, 1, 2, 3].map((version) => termsOf(second, version)?.basis)).toEqual([
      'public-service',
      'legal-obligation',
      'public-service',
      undefined,
    ]);
  });
});
