// What every store of requests of data subjects, and of breaches, promises.
import type { FilingStore } from '@layan/application/ports/filings';
import type { BreachStore, RequestRecord } from '@layan/application/ports/privacy';
import type { LegalHold, PlannedDestruction, RetentionStore } from '@layan/application/ports/retention';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import { destroyedKey } from '@layan/application/ports/vault';
import type { InstantText } from '@layan/domain/kernel/ids';
import { type Breach, BreachId } from '@layan/domain/privacy/breach';
import { describe, expect, it } from 'vitest';
import { aFiledCase, aNextChange } from '../builders/a-case.ts';
import { aFiling } from '../builders/a-filing.ts';
import { aRequest, requestIdOf } from '../builders/a-request.ts';
import { AGENCY, caseIdOf, instant, minute, OTHER_AGENCY, staffIdOf, ticketOf } from '../builders/ids.ts';

const done = { ok: true, value: undefined };
const changed = { ok: false, error: 'changed-meanwhile' };
const by = { id: staffIdOf(1), name: 'Petugas Uji Satu' };
const refused = (record: RequestRecord): RequestRecord => ({
  ...record,
  request: {
    ...record.request,
    state: 'refused',
    answer: { at: minute(50), by, ground: 'not-proven' },
    revision: 2,
  },
});

export function requestStoreContract(
  name: string,
  open: () => Promise<Pick<TenantPorts, 'requests' | 'cases'>>,
): void {
  describe(`request store: ${name}`, () => {
    it('finds a request by id, by ticket, and by the cases that it is about', async () => {
      const { requests: store } = await open();
      const record = aRequest(1, { cases: [caseIdOf(1), caseIdOf(2)] });
      expect(await store.save(record, undefined)).toEqual(done);
      expect(await store.find(requestIdOf(1))).toEqual(record);
      expect(await store.findByTicket(record.request.ticket)).toEqual(record);
      expect(await store.about(caseIdOf(2))).toEqual([record]);
      expect(await store.find(requestIdOf(2))).toBeUndefined();
      expect(await store.findByTicket('R00000090')).toBeUndefined();
      expect(await store.about(caseIdOf(3))).toEqual([]);
    });

    it('lists what waits from the oldest and what is settled from the newest, agency by agency, in pages', async () => {
      const { requests: store } = await open();
      for (const n of [3, 1, 2]) await store.save(aRequest(n), undefined);
      await store.save(aRequest(9, { agency: OTHER_AGENCY }), undefined);
      const idsOf = async (settled: boolean, after?: string) => {
        const page = await store.list({
          agency: AGENCY,
          settled,
          limit: 2,
          ...(after !== undefined && { after }),
        });
        return { ids: page.rows.map(({ request }) => request.id), next: page.next };
      };
      const first = await idsOf(false);
      expect(first.ids).toEqual([requestIdOf(1), requestIdOf(2)]);
      expect((await idsOf(false, first.next)).ids).toEqual([requestIdOf(3)]);
      expect((await idsOf(true)).ids).toEqual([]);
      for (const n of [1, 2, 3]) expect(await store.save(refused(aRequest(n)), 1)).toEqual(done);
      expect(await idsOf(false)).toEqual({ ids: [], next: undefined });
      const settled = await idsOf(true);
      expect(settled.ids).toEqual([requestIdOf(3), requestIdOf(2)]);
      expect((await idsOf(true, settled.next)).ids).toEqual([requestIdOf(1)]);
    });

    it('lists what is done among what waits until all of it is entered, and what is destroyed like any other', async () => {
      const { requests: store } = await open();
      const { key, request } = aRequest(1);
      await store.save({ key, request }, undefined);
      const at = minute(60);
      const done = { ...request, state: 'done' as const, done: { at }, revision: 2 };
      const idsOf = async (settled: boolean) =>
        (await store.list({ agency: AGENCY, settled, limit: 9 })).rows.map((row) => row.request.id);
      expect((await store.save({ key, request: { ...done, fetched: [at] } }, 1)).ok).toBe(true);
      expect([await idsOf(false), await idsOf(true)]).toEqual([[requestIdOf(1)], []]);
      const after = { key: destroyedKey, request: { ...done, revision: 3 } };
      expect((await store.save(after, 2)).ok).toBe(true);
      expect([await idsOf(false), await idsOf(true)]).toEqual([[], [requestIdOf(1)]]);
      expect(await store.find(requestIdOf(1))).toEqual(after);
    });

    it('lets one of two write over the same revision, and gives a ticket to one request', async () => {
      const { requests: store } = await open();
      await store.save(aRequest(1), undefined);
      expect(await store.save(aRequest(1), undefined)).toEqual(changed);
      const both = await Promise.all([1, 2].map(() => store.save(refused(aRequest(1)), 1)));
      expect(both).toContainEqual(done);
      expect(both).toContainEqual(changed);
      const twin = aRequest(2, { ticket: aRequest(1).request.ticket });
      expect(await store.save(twin, undefined)).toEqual(changed);
    });

    it('moves on with the case that it is carried out in, from where it stands, and else neither does', async () => {
      const { requests, cases } = await open();
      const filed = aFiledCase(1);
      await cases.commit(filed);
      await requests.save(aRequest(1), undefined);
      const moved = aRequest(1, { revision: 2 });
      const first = aNextChange(filed.after, {}, { carriesOut: moved });
      expect(await cases.commit(first)).toEqual(done);
      expect(await requests.find(requestIdOf(1))).toEqual(moved);
      expect((await requests.list({ agency: AGENCY, settled: false, limit: 9 })).rows).toEqual([moved]);
      expect(await requests.save(refused(aRequest(1)), 1)).toEqual(changed);
      const late = aNextChange(first.after, {}, { carriesOut: moved });
      expect(await cases.commit(late)).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
      expect((await cases.find(caseIdOf(1)))?.snapshot.seq).toBe(first.after.snapshot.seq);
      const none = aNextChange(first.after, {}, { carriesOut: aRequest(7, { revision: 2 }) });
      expect(await cases.commit(none)).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    });
  });
}

export function breachStoreContract(name: string, open: () => Promise<BreachStore>): void {
  describe(`breach store: ${name}`, () => {
    it('keeps the breaches of an agency, and lets one of two write over the same revision', async () => {
      const store = await open();
      const breach: Breach = {
        id: BreachId.parse(requestIdOf(1)),
        agency: AGENCY,
        discoveredAt: minute(1),
        recordedAt: minute(2),
        recordedBy: by,
        data: ['identity', 'children'],
        people: 40,
        how: { sealed: 'v1.x' },
        concerns: { from: '2026-01-01', to: '2026-02-04' },
        revision: 1,
      };
      const record = { breach, key: 'key' };
      expect(await store.save(record, undefined)).toEqual(done);
      expect(await store.save(record, undefined)).toEqual(changed);
      expect(await store.find(AGENCY, breach.id)).toEqual(record);
      expect(await store.find(OTHER_AGENCY, breach.id)).toBeUndefined();
      const told = { ...record, breach: { ...breach, subjectsToldAt: minute(9), revision: 2 } };
      expect(await store.save(told, 1)).toEqual(done);
      expect(await store.save(told, 1)).toEqual(changed);
      expect(await store.list(AGENCY)).toEqual([told]);
      expect(await store.list(OTHER_AGENCY)).toEqual([]);
    });
  });
}

export function retentionStoreContract(name: string, open: () => Promise<RetentionStore>): void {
  const planned = (n: number, at: number): PlannedDestruction => ({
    caseId: caseIdOf(n),
    ticket: ticketOf(n),
    service: 'Layanan Uji',
    at: minute(at),
    class: 'case',
  });
  describe(`retention store: ${name}`, () => {
    it('gives what is due by when, each case where it was put last, agency by agency, in pages', async () => {
      const store = await open();
      for (const [n, at] of [
        [1, 30],
        [2, 10],
        [3, 20],
      ] as const)
        await store.plan(AGENCY, caseIdOf(n), planned(n, at));
      await store.plan(OTHER_AGENCY, caseIdOf(9), planned(9, 5));
      const due = async (until: number, after?: string) => {
        const page = await store.due({
          ...{ agency: AGENCY, until: minute(until), limit: 2 },
          ...(after !== undefined && { after }),
        });
        return { ids: page.rows.map(({ caseId }) => caseId), next: page.next };
      };
      expect((await due(9)).ids).toEqual([]);
      const first = await due(60);
      expect(first.ids).toEqual([caseIdOf(2), caseIdOf(3)]);
      expect((await due(60, first.next)).ids).toEqual([caseIdOf(1)]);
      await store.plan(AGENCY, caseIdOf(2), planned(2, 50));
      await store.plan(AGENCY, caseIdOf(2), planned(2, 50));
      await store.plan(AGENCY, caseIdOf(3), undefined);
      await store.plan(AGENCY, caseIdOf(3), undefined);
      expect(await due(60)).toEqual({ ids: [caseIdOf(1), caseIdOf(2)], next: undefined });
    });

    it('keeps one hold on a case until it is lifted', async () => {
      const store = await open();
      const hold: LegalHold = {
        ...{ agency: AGENCY, caseId: caseIdOf(1), ticket: ticketOf(1), at: minute(1), by },
        reason: { sealed: 'v1.x' },
      };
      expect(await store.hold(hold)).toEqual(done);
      expect(await store.hold(hold)).toEqual({ ok: false, error: 'held' });
      expect(await store.findHold(AGENCY, caseIdOf(1))).toEqual(hold);
      expect(await store.findHold(OTHER_AGENCY, caseIdOf(1))).toBeUndefined();
      expect(await store.holds(AGENCY)).toEqual([hold]);
      await store.lift(AGENCY, caseIdOf(1));
      expect(await store.holds(AGENCY)).toEqual([]);
    });
  });
}

export function leftFilingsContract(
  name: string,
  open: () => Promise<{ readonly filings: FilingStore; readonly retention: RetentionStore }>,
): void {
  describe(`left filings: ${name}`, () => {
    it('are noted when a filing begins, looked at when it can have expired, and settled', async () => {
      const { filings, retention } = await open();
      const filing = aFiling(1);
      await filings.save(filing, undefined);
      await filings.save({ ...filing, revision: filing.revision + 1 }, filing.revision);
      const leftBy = async (until: InstantText) => (await retention.leftFilings({ until, limit: 9 })).rows;
      expect(await leftBy(minute(0))).toEqual([]);
      const late = instant('2030-01-01T00:00:00.000Z');
      const [left, ...others] = await leftBy(late);
      expect([left?.caseId, others]).toEqual([filing.caseId, []]);
      if (!left) throw new Error('none');
      const again = instant('2029-01-01T00:00:00.000Z');
      await retention.settleFiling(left, again);
      expect(await leftBy(late)).toEqual([{ caseId: filing.caseId, at: again }]);
      await retention.settleFiling({ ...left, at: again }, undefined);
      expect(await leftBy(late)).toEqual([]);
    });

    it('come in pages', async () => {
      const { filings, retention } = await open();
      for (const n of [1, 2, 3]) await filings.save(aFiling(n), undefined);
      const until = instant('2030-01-01T00:00:00.000Z');
      const first = await retention.leftFilings({ until, limit: 2 });
      expect(first.rows).toHaveLength(2);
      const second = await retention.leftFilings({ until, limit: 2, after: first.next ?? 'none' });
      const found = [...first.rows, ...second.rows].map(({ caseId }) => caseId);
      expect([found, second.next]).toEqual([[1, 2, 3].map(caseIdOf), undefined]);
    });
  });
}
