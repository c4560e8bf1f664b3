// What every case store promises; run against memory and against DynamoDB.
import type { CaseChange, CaseStore } from '@layan/application/ports/cases';
import type { DocumentStore } from '@layan/application/ports/documents';
import type { FilingStore } from '@layan/application/ports/filings';
import { StaffId } from '@layan/domain/kernel/ids';
import { describe, expect, it } from 'vitest';
import { aFiledCase, aNextChange, aPromise, aTask, held } from '../builders/a-case.ts';
import { aDocument, aFiling } from '../builders/a-filing.ts';
import {
  AGENCY,
  caseIdOf,
  hashOf,
  instant,
  minute,
  OTHER_AGENCY,
  STANDARD,
  staffIdOf,
  ticketOf,
} from '../builders/ids.ts';

export interface CaseStores {
  readonly cases: CaseStore;
  readonly filings: FilingStore;
  readonly documents: DocumentStore;
}

/** `open` gives stores of a tenant that holds nothing yet. */
export function caseStoreContract(name: string, open: () => Promise<CaseStores>): void {
  describe(`case store: ${name}`, () => {
    keeping(open);
    people(open);
    conflicts(open);
    locks(open);
    objections(open);
    idempotency(open);
    inbox(open);
    time(open);
  });
}

const done = { ok: true, value: undefined };
const refused = (code: string) => ({ ok: false, error: { code } });

async function file(cases: CaseStore, change: CaseChange) {
  expect(await cases.commit(change)).toEqual(done);
  return change.after;
}

function keeping(open: () => Promise<CaseStores>) {
  it('finds nothing before a case is filed', async () => {
    const { cases } = await open();
    expect(await cases.find(caseIdOf(1))).toBeUndefined();
    expect(await cases.findFile(caseIdOf(1))).toBeUndefined();
    expect(await cases.findStatus(ticketOf(1))).toBeUndefined();
    expect(await cases.findIdempotent('key')).toBeUndefined();
  });

  it('gives back the record, the status and the file as they were written', async () => {
    const { cases, documents } = await open();
    await documents.expect(aDocument(1, 1));
    const change = aFiledCase(1);
    await file(cases, change);
    const next = aNextChange(change.after, { timeline: [] });
    await file(cases, next);
    expect(await cases.find(caseIdOf(1))).toEqual(next.after);
    expect(await cases.findStatus(ticketOf(1))).toEqual({
      status: next.status,
      key: 'v1.key-1',
      secretIndex: 'secret-1',
    });
    expect(await cases.findFile(caseIdOf(1))).toEqual({
      record: next.after,
      events: [...change.events, ...next.events],
      documents: [aDocument(1, 1)],
    });
  });

  it('counts guesses of a secret one after the other, and keeps them when the case goes on', async () => {
    const { cases } = await open();
    const { snapshot } = await file(cases, aFiledCase(1));
    const guesses = (count: number) => {
      const counted = { count, at: 1_770_000_000_000 + count };
      return { ...counted, places: [{ ...counted, from: 'somewhere' }] };
    };
    expect(await cases.keepGuesses(snapshot.ticket, undefined, guesses(1))).toEqual(done);
    expect((await cases.findStatus(snapshot.ticket))?.guesses).toEqual(guesses(1));
    expect(await cases.keepGuesses(snapshot.ticket, undefined, guesses(1))).toEqual({
      ok: false,
      error: { code: 'not-counted', now: guesses(1) },
    });
    expect(await cases.keepGuesses(snapshot.ticket, guesses(1), guesses(2))).toEqual(done);
    expect((await cases.findStatus(snapshot.ticket))?.status.caseId).toBe(caseIdOf(1));
    await file(cases, aNextChange((await cases.find(caseIdOf(1))) ?? aFiledCase(1).after));
    expect((await cases.findStatus(snapshot.ticket))?.guesses).toEqual(guesses(2));
  });

  it('counts no guess of a ticket that is nobody’s, and makes nothing of it', async () => {
    const { cases } = await open();
    const counted = await cases.keepGuesses(ticketOf(1), undefined, { count: 1, at: 1, places: [] });
    expect(counted).toEqual(refused('not-counted'));
    expect(await cases.findStatus(ticketOf(1))).toBeUndefined();
  });

  it('shows no file for a filing that was not sent', async () => {
    const { cases, filings } = await open();
    await filings.save(aFiling(1), undefined);
    expect(await cases.findFile(caseIdOf(1))).toBeUndefined();
  });

  it('reads a long file whole and in order', async () => {
    const { cases } = await open();
    let record = await file(cases, aFiledCase(1));
    // Twelve events of more than 100 KB each: more than one page of a query.
    const long = 'x'.repeat(110_000);
    for (let n = 0; n < 12; n += 1) {
      const change = aNextChange(record);
      const events = change.events.map((event) => ({
        ...event,
        body: { type: 'promiseKept' as const, promise: long },
      }));
      record = await file(cases, { ...change, events });
    }
    const events = (await cases.findFile(caseIdOf(1)))?.events ?? [];
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
  });

  it('keeps what it was given, whatever the caller does to it later', async () => {
    const { cases } = await open();
    const { after } = aFiledCase(1);
    const marking = [...after.snapshot.marking];
    await file(cases, { ...aFiledCase(1), after: { ...after, snapshot: { ...after.snapshot, marking } } });
    marking.push('elsewhere');
    expect((await cases.find(caseIdOf(1)))?.snapshot.marking).toEqual(['filed']);
  });
}

function people(open: () => Promise<CaseStores>) {
  it('finds the cases of a person by their blind index, and nobody else’s', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1, {}, { people: ['first', 'both'] }));
    await file(cases, aFiledCase(2, {}, { people: ['both'] }));
    expect(await cases.about('both')).toEqual([caseIdOf(1), caseIdOf(2)].sort());
    expect(await cases.about('first')).toEqual([caseIdOf(1)]);
    expect(await cases.about('stranger')).toEqual([]);
  });

  it('follows a person whose number was set right: found by the new one, by the old one no longer', async () => {
    const { cases } = await open();
    const before = await file(cases, aFiledCase(1, {}, { people: ['old', 'other'] }));
    await file(cases, aFiledCase(2, {}, { people: ['old'] }));
    const change = aNextChange(before, {}, { people: ['new', 'other'], unlinked: ['old'] });
    expect(await cases.commit(change)).toEqual(done);
    expect(await cases.about('new')).toEqual([caseIdOf(1)]);
    expect(await cases.about('other')).toEqual([caseIdOf(1)]);
    expect(await cases.about('old')).toEqual([caseIdOf(2)]);
  });

  it('takes a filing of staff off their list once it is a case', async () => {
    const { cases, filings } = await open();
    const by = StaffId.parse('staff-1');
    await filings.save(aFiling(1, { by }), undefined);
    const fromFiling = { caseId: caseIdOf(1), revision: 1, by };
    await file(cases, aFiledCase(1, {}, { fromFiling }));
    expect(await filings.begunBy(by)).toEqual([]);
  });
}

function conflicts(open: () => Promise<CaseStores>) {
  it('refuses to file the same case twice and leaves the first as it is', async () => {
    const { cases } = await open();
    const { after } = aFiledCase(1);
    await file(cases, aFiledCase(1));
    expect(await cases.commit(aFiledCase(1, { channel: 'counter' }))).toEqual(refused('changed-meanwhile'));
    expect(await cases.find(caseIdOf(1))).toEqual(after);
  });

  it('lets one of two people who loaded the same case change it', async () => {
    const { cases } = await open();
    const loaded = await file(cases, aFiledCase(1));
    const answers = await Promise.all(
      [1, 2].map((n) => cases.commit(aNextChange(loaded, { marking: [`by-${n}`] }))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused('changed-meanwhile'));
    expect((await cases.findFile(caseIdOf(1)))?.events).toHaveLength(2);
  });

  it('refuses to change a case that was never filed', async () => {
    const { cases } = await open();
    expect(await cases.commit(aNextChange(aFiledCase(1).after))).toEqual(refused('changed-meanwhile'));
  });

  it('refuses a ticket that another case bears, and writes nothing of the second', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1));
    expect(await cases.commit(aFiledCase(2, { ticket: ticketOf(1) }))).toEqual(refused('ticket-taken'));
    expect(await cases.find(caseIdOf(2))).toBeUndefined();
    expect((await cases.findStatus(ticketOf(1)))?.status.caseId).toBe(caseIdOf(1));
    expect((await cases.inbox({ agency: AGENCY, role: 'front-office', limit: 9 })).rows).toHaveLength(1);
  });

  it('marks the filing as filed, once', async () => {
    const { cases, filings } = await open();
    await filings.save(aFiling(1), undefined);
    const fromFiling = { caseId: caseIdOf(1), revision: 1 };
    await file(cases, aFiledCase(1, {}, { fromFiling }));
    expect((await filings.find(caseIdOf(1)))?.filing).toEqual(aFiling(1, { filedAt: minute(1) }));
    expect(await cases.commit(aFiledCase(1, {}, { fromFiling }))).toEqual(refused('filing-changed'));
    expect(await filings.save(aFiling(1, { revision: 2 }), 1)).toEqual({
      ok: false,
      error: 'changed-meanwhile',
    });
  });

  it('files nothing from a filing that was edited meanwhile or does not exist', async () => {
    const { cases, filings } = await open();
    const fromFiling = { caseId: caseIdOf(1), revision: 1 };
    expect(await cases.commit(aFiledCase(1, {}, { fromFiling }))).toEqual(refused('filing-changed'));
    await filings.save(aFiling(1), undefined);
    await filings.save(aFiling(1, { revision: 2 }), 1);
    expect(await cases.commit(aFiledCase(1, {}, { fromFiling }))).toEqual(refused('filing-changed'));
    expect(await cases.find(caseIdOf(1))).toBeUndefined();
  });
}

function locks(open: () => Promise<CaseStores>) {
  const lock = { group: 'assistance-card', index: 'holder', productId: 'card-1' };

  it('lets one case at a time hold a lock, and says which group is taken', async () => {
    const { cases } = await open();
    const first = await file(cases, aFiledCase(1, {}, { acquire: [lock] }));
    const second = aFiledCase(
      2,
      {},
      { acquire: [{ group: 'free', index: 'holder', productId: 'card-2' }, lock] },
    );
    expect(await cases.commit(second)).toEqual({
      ok: false,
      error: { code: 'lock-taken', group: 'assistance-card', heldBy: 'card-1' },
    });
    await file(cases, aNextChange(first, {}, { release: [lock] }));
    await file(cases, second);
  });

  it('lets the holder take its lock again, and keeps one that is released and taken at once', async () => {
    const { cases } = await open();
    const first = await file(cases, aFiledCase(1, {}, { acquire: [lock] }));
    const second = await file(cases, aNextChange(first, {}, { acquire: [lock, lock], release: [lock] }));
    expect(await cases.commit(aFiledCase(2, {}, { acquire: [lock] }))).toMatchObject({ ok: false });
    await file(cases, aNextChange(second, {}, { release: [lock] }));
    await file(cases, aFiledCase(2, {}, { acquire: [lock] }));
  });

  it('refuses a stale change even when the lock it releases has gone to another case', async () => {
    const { cases } = await open();
    const first = await file(cases, aFiledCase(1, {}, { acquire: [lock] }));
    await file(cases, aNextChange(first, {}, { release: [lock] }));
    await file(cases, aFiledCase(2, {}, { acquire: [lock] }));
    expect(await cases.commit(aNextChange(first, {}, { release: [lock] }))).toEqual(
      refused('changed-meanwhile'),
    );
  });

  it('never releases the lock of another case', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1, {}, { acquire: [lock] }));
    await expect(cases.commit(aFiledCase(2, {}, { release: [lock] }))).rejects.toThrow();
    expect(await cases.commit(aFiledCase(2, {}, { acquire: [lock] }))).toMatchObject({ ok: false });
  });
}

function objections(open: () => Promise<CaseStores>) {
  const decision = { about: caseIdOf(1), decision: 'ending' };
  const against = (n: number, replaces?: number) =>
    aFiledCase(
      n,
      {},
      { objection: { ...decision, ...(replaces !== undefined && { replaces: caseIdOf(replaces) }) } },
    );

  it('lets one objection stand against a decision, and finds it beside the case that was decided', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1));
    expect(await cases.findObjection(decision)).toBeUndefined();
    await file(cases, against(2));
    expect(await cases.commit(against(3))).toEqual(refused('objection-filed'));
    expect(await cases.findObjection(decision)).toEqual({ caseId: caseIdOf(2), ticket: ticketOf(2) });
    expect(await cases.find(caseIdOf(3))).toBeUndefined();
    expect((await cases.findFile(caseIdOf(1)))?.record.snapshot.id).toBe(caseIdOf(1));
  });

  it('keeps objections to other decisions and other cases apart', async () => {
    const { cases } = await open();
    await file(cases, against(2));
    await file(cases, aFiledCase(3, {}, { objection: { ...decision, decision: 'product-1' } }));
    await file(cases, aFiledCase(4, {}, { objection: { ...decision, about: caseIdOf(9) } }));
    expect(await cases.findObjection(decision)).toMatchObject({ caseId: caseIdOf(2) });
  });

  it('lets an objection give way only to one that names it', async () => {
    const { cases } = await open();
    await file(cases, against(2));
    expect(await cases.commit(against(3, 9))).toEqual(refused('objection-filed'));
    await file(cases, against(3, 2));
    expect(await cases.commit(against(4, 2))).toEqual(refused('objection-filed'));
    expect(await cases.findObjection(decision)).toEqual({ caseId: caseIdOf(3), ticket: ticketOf(3) });
  });
}

function idempotency(open: () => Promise<CaseStores>) {
  it('answers a repeated key with what was answered first, before any other refusal', async () => {
    const { cases, filings } = await open();
    await filings.save(aFiling(1), undefined);
    const record = { key: 'key-1', fingerprint: 'print', result: '{"ticket":"x"}' };
    const lock = { group: 'assistance-card', index: 'holder', productId: 'card-1' };
    const change = aFiledCase(
      1,
      {},
      { idempotency: record, fromFiling: { caseId: caseIdOf(1), revision: 1 }, acquire: [lock] },
    );
    await file(cases, change);
    expect(await cases.findIdempotent('key-1')).toEqual(record);
    const again = { ...aFiledCase(2, { ticket: ticketOf(1) }), idempotency: { ...record, result: 'other' } };
    expect(await cases.commit({ ...again, acquire: [lock] })).toEqual({
      ok: false,
      error: { code: 'already-done', record },
    });
    expect(await cases.commit(change)).toEqual({ ok: false, error: { code: 'already-done', record } });
  });

  it('tells the refusals in a fixed order: filing, case, ticket, lock', async () => {
    const { cases, filings } = await open();
    const lock = { group: 'assistance-card', index: 'holder', productId: 'card-1' };
    await file(cases, aFiledCase(1, {}, { acquire: [lock] }));
    const same = { ...aFiledCase(1), acquire: [lock] };
    const otherCase = { ...aFiledCase(2, { ticket: ticketOf(1) }), acquire: [lock] };
    const fromFiling = { caseId: caseIdOf(1), revision: 7 };
    await filings.save(aFiling(1), undefined);
    expect(await cases.commit({ ...same, fromFiling })).toEqual(refused('filing-changed'));
    expect(await cases.commit(same)).toEqual(refused('changed-meanwhile'));
    expect(await cases.commit(otherCase)).toEqual(refused('ticket-taken'));
    expect(await cases.commit({ ...aFiledCase(2), acquire: [lock] })).toMatchObject(refused('lock-taken'));
  });
}

function inbox(open: () => Promise<CaseStores>) {
  it('keeps a case on top whose promise was broken and for which no other runs', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1));
    await file(cases, aFiledCase(2, { promises: [aPromise({ state: 'broken', dueAt: minute(-60) })] }));
    const { rows } = await cases.inbox({ agency: AGENCY, role: aTask().role, limit: 10 });
    expect(rows.map(({ caseId }) => caseId)).toEqual([caseIdOf(2), caseIdOf(1)]);
  });

  const read = (cases: CaseStore, more: { limit?: number; after?: string; role?: string } = {}) =>
    cases.inbox({ agency: AGENCY, role: 'front-office', limit: 10, ...more });

  it('lists open tasks of a role, the most urgent promise first and no promise last', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1, { promises: [] }));
    await file(cases, aFiledCase(2, { promises: [aPromise({ dueAt: minute(300) })] }));
    await file(cases, aFiledCase(3, { promises: [aPromise({ dueAt: minute(200) })] }));
    const paused = [aPromise({ dueAt: minute(1), state: 'paused' }), aPromise({ dueAt: minute(250) })];
    await file(cases, aFiledCase(4, { promises: paused }));
    const { rows, next } = await read(cases);
    expect(rows.map(({ caseId }) => caseId)).toEqual([3, 4, 2, 1].map(caseIdOf));
    expect(next).toBeUndefined();
    expect(rows[0]).toEqual({
      caseId: caseIdOf(3),
      ticket: ticketOf(3),
      task: aTask(),
      service: 'Layanan Uji',
      stepLabel: 'Periksa berkas',
      receivedAt: minute(3),
      dueAt: minute(200),
      displayName: { sealed: 'v1.display-3' },
      key: 'v1.key-3',
    });
  });

  it('orders instants by time, however precisely they are written', async () => {
    const { cases } = await open();
    const due = (text: string) => ({ promises: [aPromise({ dueAt: instant(text) })] });
    await file(cases, aFiledCase(1, due('2026-02-05T01:00:00.5Z')));
    await file(cases, aFiledCase(2, due('2026-02-05T01:00:00Z')));
    expect((await read(cases)).rows.map(({ caseId }) => caseId)).toEqual([2, 1].map(caseIdOf));
  });

  it('keeps agencies and roles apart', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1, { agency: OTHER_AGENCY }));
    await file(cases, aFiledCase(2, { tasks: [aTask({ role: 'back-office' })] }));
    expect((await read(cases)).rows).toEqual([]);
    expect((await read(cases, { role: 'back-office' })).rows).toHaveLength(1);
  });

  it('moves a row when its promise moves, and drops it when the task is done', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1, { promises: [aPromise({ dueAt: minute(300) })] }));
    let record = await file(cases, aFiledCase(2, { promises: [aPromise({ dueAt: minute(400) })] }));
    record = await file(cases, aNextChange(record, { promises: [aPromise({ dueAt: minute(200) })] }));
    expect((await read(cases)).rows.map(({ caseId }) => caseId)).toEqual([2, 1].map(caseIdOf));
    await file(cases, aNextChange(record, { tasks: [] }));
    expect((await read(cases)).rows.map(({ caseId }) => caseId)).toEqual([caseIdOf(1)]);
  });

  it('gives every row once over pages, whatever lies between', async () => {
    const { cases } = await open();
    for (let n = 1; n <= 5; n += 1)
      await file(cases, aFiledCase(n, { promises: [aPromise({ dueAt: minute(100 - n) })] }));
    const first = await read(cases, { limit: 2 });
    const second = await read(cases, { limit: 2, after: first.next ?? '' });
    const third = await read(cases, { limit: 2, after: second.next ?? '' });
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ caseId }) => caseId));
    expect(ids).toEqual([5, 4, 3, 2, 1].map(caseIdOf));
    expect(third.next).toBeUndefined();
    expect((await read(cases, { limit: 5 })).next).toBeUndefined();
  });

  it('goes on after a row that has left meanwhile', async () => {
    const { cases } = await open();
    const records = [];
    for (let n = 1; n <= 3; n += 1)
      records.push(await file(cases, aFiledCase(n, { promises: [aPromise({ dueAt: minute(100 + n) })] })));
    const { next = '' } = await read(cases, { limit: 1 });
    const [first] = records;
    if (first) await file(cases, aNextChange(first, { tasks: [] }));
    expect((await read(cases, { after: next })).rows.map(({ caseId }) => caseId)).toEqual(
      [2, 3].map(caseIdOf),
    );
  });

  it('starts from the beginning for a cursor that is not ours', async () => {
    const { cases } = await open();
    await file(cases, aFiledCase(1));
    for (const after of ['', 'x', '%', Buffer.from('a#b#c#d').toString('base64url')])
      expect((await read(cases, { after })).rows).toHaveLength(1);
  });

  it('knows what a member holds right after it was claimed or released', async () => {
    const { cases } = await open();
    const record = await file(cases, aFiledCase(1, { tasks: [held(aTask(), 1)] }));
    const second = aTask({ id: 'decide.2', step: 'decide', role: 'back-office' });
    const more = await file(cases, aNextChange(record, { tasks: [held(aTask(), 1), held(second, 2)] }));
    expect(await cases.heldBy(staffIdOf(1))).toEqual([{ caseId: caseIdOf(1), task: 'check-file.1' }]);
    await file(cases, aNextChange(more, { tasks: [held(aTask(), 2), second] }));
    expect(await cases.heldBy(staffIdOf(1))).toEqual([]);
    expect(await cases.heldBy(staffIdOf(2))).toEqual([{ caseId: caseIdOf(1), task: 'check-file.1' }]);
  });
}

function time(open: () => Promise<CaseStores>) {
  it('finds cases whose timer or promise is due, the longest waiting first', async () => {
    const { cases } = await open();
    const timer = { timer: 'lapse', armedAt: minute(0), firesAt: minute(50) };
    await file(cases, aFiledCase(1, { promises: [aPromise({ dueAt: minute(90) })], timers: [timer] }));
    await file(cases, aFiledCase(2, { promises: [aPromise({ dueAt: minute(40) })] }));
    await file(cases, aFiledCase(3, { promises: [aPromise({ dueAt: minute(51) })] }));
    await file(cases, aFiledCase(4, { promises: [aPromise({ dueAt: minute(10), state: 'kept' })] }));
    expect(await cases.due({ until: minute(50), limit: 10 })).toEqual([2, 1].map(caseIdOf));
    expect(await cases.due({ until: minute(50), limit: 1 })).toEqual([caseIdOf(2)]);
  });

  it('gives everything that waits for its time in pages, soonest first', async () => {
    const { cases } = await open();
    for (const n of [1, 2, 3, 4, 5])
      await file(cases, aFiledCase(n, { promises: [aPromise({ dueAt: minute(100 - n) })] }));
    await file(cases, aFiledCase(6, { promises: [aPromise({ dueAt: minute(1), state: 'kept' })] }));
    const first = await cases.waiting({ limit: 3 });
    expect(first.rows).toEqual([5, 4, 3].map(caseIdOf));
    const rest = await cases.waiting({ limit: 3, after: first.next ?? '' });
    expect(rest).toEqual({ rows: [2, 1].map(caseIdOf) });
    expect((await cases.waiting({ limit: 5 })).next).toBeUndefined();
  });

  it('finds running cases by the version they run on, in pages, until they end or move to another', async () => {
    const { cases } = await open();
    const on = (version: number) => ({ id: STANDARD, version, hash: hashOf(`version ${version}`) });
    const before = (version: number, more: { limit: number; after?: string } = { limit: 10 }) =>
      cases.running({ standard: STANDARD, before: version, ...more });
    const first = await file(cases, aFiledCase(1, { standard: on(1) }));
    const second = await file(cases, aFiledCase(2, { standard: on(2) }));
    const third = await file(cases, aFiledCase(3, { standard: on(1) }));
    expect(await before(1)).toEqual({ rows: [] });
    expect(await before(2)).toEqual({ rows: [caseIdOf(1), caseIdOf(3)] });
    const page = await before(3, { limit: 2 });
    expect(page.rows).toEqual([caseIdOf(1), caseIdOf(3)]);
    expect(await before(3, { limit: 2, after: page.next ?? '' })).toEqual({ rows: [caseIdOf(2)] });
    await file(cases, aNextChange(first, { standard: on(3) }));
    await file(cases, aNextChange(third, { ended: { ending: 'granted', at: minute(2) } }));
    expect(await before(3)).toEqual({ rows: [second.snapshot.id] });
    expect(await before(4)).toEqual({ rows: [caseIdOf(2), caseIdOf(1)] });
  });

  it('forgets a case that has ended', async () => {
    const { cases } = await open();
    const record = await file(cases, aFiledCase(1, { promises: [aPromise({ dueAt: minute(1) })] }));
    expect(await cases.due({ until: minute(2), limit: 10 })).toEqual([caseIdOf(1)]);
    await file(cases, aNextChange(record, { ended: { ending: 'granted', at: minute(2) } }));
    expect(await cases.due({ until: minute(2), limit: 10 })).toEqual([]);
  });
}
