// What people ask about their own data: recorded at the counter or sent from their case, answered by the officer, handed over.
import { officerRole } from '@layan/domain/case/authority';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { aMember } from '@layan/testing/builders/a-tenant';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeUnmaskFact } from '../case/unmask-fact.ts';
import { makeTrackCase } from '../tracking/track-case.ts';
import { makeAnswerRequest } from './answer-request.ts';
import { makeGetRequest } from './get-request.ts';
import { makeHandOverCopy } from './hand-over-copy.ts';
import { makeListRequests } from './list-requests.ts';
import { makeAskAboutData, makeFetchOwnCopy, makeGetOwnRights } from './own-requests.ts';
import { makeChangePrivacyTerms, makeGetPrivacyTerms } from './privacy-terms.ts';
import { makeRecordRequest } from './record-request.ts';
import { makeWatchRequests } from './watch-requests.ts';

const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const origin = 'https://kota-probolinggo.layan.example';

async function scene() {
  const base = await ultpkScene();
  const officer = aMember(31, { agency: base.staff.frontOffice.agency, roles: [officerRole] });
  const otherOfficer = aMember(32, { agency: base.staff.elsewhere.agency, roles: [officerRole] });
  for (const one of [officer, otherOfficer]) await base.memory.staff.save(one, undefined);
  const { ports, clock } = base;
  const track = async ({ ticket, secret }: { ticket: string; secret: string }) =>
    valueIn(await makeTrackCase(ports)({ ticket, secret })).session;
  const later = (hours: number) => clock.set(toInstantText(epochMs(clock.now()) + hours * 3_600_000));
  const ask = async (session: string, kind: 'access' | 'erasure' = 'access', wish?: string) =>
    makeAskAboutData(ports)({ session, kind, wish });
  const first = async () => valueIn(await makeListRequests(ports)({ member: officer })).open[0];
  const grant = async (request: { id: string; revision: number }) =>
    makeAnswerRequest(ports)({
      member: officer,
      request: request.id,
      answer: 'grant',
      revision: request.revision,
    });
  return { ...base, officer, otherOfficer, track, later, ask, first, grant };
}

describe('a request from the page of a case', () => {
  it('waits for the officer with its clock, is granted, and its copy is fetched by the one who asked', async () => {
    const s = await scene();
    const receipt = await s.file(1);
    const session = await s.track(receipt);
    valueIn(await s.ask(session, 'access', 'Saya ingin tahu isi berkas saya.'));
    const waiting = await s.first();
    expect(waiting).toMatchObject({ kind: 'access', clock: 'running', left: 'sisa 3 hari', lapsed: false });
    if (!waiting) throw new Error('none');
    expect(await makeFetchOwnCopy(s.ports)({ session, ticket: waiting.ticket })).toMatchObject({
      error: { code: 'copy-unavailable' },
    });
    const granted = valueIn(await s.grant(waiting));
    expect(granted).toMatchObject({
      state: 'answered',
      clock: 'kept',
      wish: 'Saya ingin tahu isi berkas saya.',
    });

    const copy = valueIn(await makeFetchOwnCopy(s.ports)({ session, ticket: waiting.ticket }));
    const data: unknown = JSON.parse(copy.json);
    expect(data).toMatchObject({ cases: [{ ticket: receipt.ticket }] });
    expect(copy.page).toContain('Siapa yang membuka data Anda');
    const rights = valueIn(await makeGetOwnRights(s.ports)({ session }));
    expect(rights.requests).toMatchObject([{ state: 'done' }]);
  });

  it('whose copy was fetched enters the chain with the next sweep, once for each time', async () => {
    const s = await scene();
    const session = await s.track(await s.file(1));
    valueIn(await s.ask(session));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    valueIn(await s.grant(waiting));
    const fetched: string[] = [];
    for (const hours of [0, 0.1]) {
      s.later(hours);
      fetched.push(s.clock.now());
      valueIn(await makeFetchOwnCopy(s.ports)({ session, ticket: waiting.ticket }));
    }
    const lists = async () => valueIn(await makeListRequests(s.ports)({ member: s.officer }));
    expect(await lists()).toMatchObject({ open: [], settled: [{ id: waiting.id, state: 'done' }] });
    for (let round = 0; round < 2; round += 1) await makeWatchRequests({ ...s.ports, origin })();
    const lines = await s.memory.audit.entries('administration', { limit: 9 });
    const copies = lines.filter(({ act }) => act.act === 'hand-over-copy');
    expect(copies.map(({ act: { at, about, by } }) => [at, about, by.party])).toEqual(
      fetched.map((at) => [at, waiting.id, 'system']),
    );
    expect(await lists()).toMatchObject({ open: [], settled: [{ id: waiting.id, state: 'done' }] });
  });

  it('gives no copy where that cannot be noted', async () => {
    const s = await scene();
    const session = await s.track(await s.file(1));
    valueIn(await s.ask(session));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    valueIn(await s.grant(waiting));
    const save: typeof s.ports.requests.save = async () => ({ ok: false, error: 'changed-meanwhile' });
    const requests = { ...s.ports.requests, save };
    const fetch = makeFetchOwnCopy({ ...s.ports, requests });
    await expect(fetch({ session, ticket: waiting.ticket })).rejects.toThrow('changed again');
  });

  it('is one at a time of its kind, and belongs to its case alone', async () => {
    const s = await scene();
    const mine = await s.track(await s.file(1));
    const other = await s.track(await s.file(2));
    valueIn(await s.ask(mine));
    expect(await s.ask(mine)).toMatchObject({ error: { code: 'request-waits' } });
    valueIn(await s.ask(mine, 'erasure'));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    valueIn(await s.grant(waiting));
    expect(await makeFetchOwnCopy(s.ports)({ session: other, ticket: waiting.ticket })).toMatchObject({
      error: { code: 'copy-unavailable' },
    });
    expect(valueIn(await makeGetOwnRights(s.ports)({ session: other })).requests).toEqual([]);
  });

  it('is never handed over by colleagues on the way', async () => {
    const s = await scene();
    valueIn(await s.ask(await s.track(await s.file(1))));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    valueIn(await s.grant(waiting));
    const handed = await makeHandOverCopy(s.ports)({ member: s.staff.frontOffice, request: waiting.id });
    expect(handed).toMatchObject({ error: { code: 'copy-unavailable' } });
  });

  it('ends with its session', async () => {
    const s = await scene();
    const session = await s.track(await s.file(1));
    s.later(9);
    for (const refused of [
      await s.ask(session),
      await makeGetOwnRights(s.ports)({ session }),
      await makeFetchOwnCopy(s.ports)({ session, ticket: 'x' }),
    ])
      expect(refused).toMatchObject({ error: { code: 'session-ended' } });
  });
});

describe('a request at the counter', () => {
  const byNik = async (s: Awaited<ReturnType<typeof scene>>, nik: string, member = s.staff.frontOffice) =>
    makeRecordRequest(s.ports)({
      member,
      kind: 'access',
      whose: { by: 'nik', nik },
      identity: 'identity-card',
    });
  const nikOf = async (
    s: Awaited<ReturnType<typeof scene>>,
    receipt: { caseId: string; ticket: string; secret: string },
  ) => {
    const session = await s.track(receipt);
    valueIn(await s.ask(session));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    valueIn(await s.grant(waiting));
    const { json } = valueIn(await makeFetchOwnCopy(s.ports)({ session, ticket: waiting.ticket }));
    const [nik] = /\d{4} \d{4} \d{4} 9\d{3}/.exec(json) ?? [];
    if (nik === undefined) throw new Error('the copy shows no NIK');
    return nik;
  };

  it('finds all cases of the person by NIK, in this agency alone, and leaves a line about it', async () => {
    const s = await scene();
    const nik = await nikOf(s, await s.file(1));
    const recorded = valueIn(await byNik(s, nik));
    expect(recorded).toMatchObject({ channel: 'counter', cases: 1, identity: 'identity-card' });
    const [line] = await s.memory.audit.newest('administration', { limit: 1 });
    expect(line?.act).toMatchObject({ act: 'record-subject-request', about: recorded.id, detail: 'access' });
    expect(JSON.stringify(line)).not.toContain(nik.replaceAll(' ', ''));
    const elsewhere = valueIn(await byNik(s, nik, s.otherOfficer));
    expect(elsewhere.cases).toBe(0);
    expect(await byNik(s, '12')).toMatchObject({ error: { code: 'identifier-malformed' } });
  });

  it.each(['anonymous', 'confidential'] as const)('does not find a case that is %s', async (kept) => {
    const s = await scene();
    const receipt = await s.file(1);
    const nik = await nikOf(s, receipt);
    const record = s.memory.table.cases.get(receipt.caseId);
    if (!record) throw new Error('no case');
    const snapshot = { ...record.snapshot, [kept]: true as const };
    s.memory.table.cases.set(receipt.caseId, { ...record, snapshot });
    expect(valueIn(await byNik(s, nik)).cases).toBe(0);
  });

  it('is handed over within seven days of its answer, each time with a line', async () => {
    const s = await scene();
    const receipt = await s.file(1);
    const nik = await nikOf(s, receipt);
    const { id } = valueIn(await byNik(s, nik));
    const hand = () => makeHandOverCopy(s.ports)({ member: s.staff.frontOffice, request: id });
    expect(await hand()).toMatchObject({ error: { code: 'copy-unavailable' } });
    valueIn(await s.grant({ id, revision: 1 }));
    expect(valueIn(await hand()).page).toContain('Salinan data pribadi');
    valueIn(await hand());
    const lines = await s.memory.audit.entries('administration', { limit: 100 });
    expect(lines.filter(({ act }) => act.act === 'hand-over-copy')).toHaveLength(2);
    const rights = valueIn(await makeGetOwnRights(s.ports)({ session: await s.track(receipt) }));
    expect(rights.looks).toMatchObject([{ what: 'Menyerahkan salinan data (2 kali dalam satu jam)' }]);
    s.later(7 * 24 + 1);
    expect(await hand()).toMatchObject({ error: { code: 'copy-unavailable' } });
  });

  it('by ticket takes the right secret of a case of this agency', async () => {
    const s = await scene();
    const { ticket, secret } = await s.file(1);
    const record = (typed: string, member = s.staff.frontOffice) =>
      makeRecordRequest(s.ports)({
        member,
        kind: 'correction',
        whose: { by: 'ticket', ticket, secret: typed },
        identity: 'identity-card',
      });
    expect(await record('AAAAA-AAAAA')).toMatchObject({ error: { code: 'ticket-or-secret-wrong' } });
    expect(await record(secret, s.otherOfficer)).toMatchObject({ error: { code: 'ticket-or-secret-wrong' } });
    expect(valueIn(await record(secret))).toMatchObject({ cases: 1, identity: 'ticket-and-secret' });
  });

  it('by ticket counts the secrets that a member tries, and closes the ticket to that member alone', async () => {
    const s = await scene();
    const { ticket, secret } = await s.file(1);
    const record = (typed: string, member = s.staff.frontOffice) =>
      makeRecordRequest(s.ports)({
        ...{ member, kind: 'correction', identity: 'identity-card' },
        whose: { by: 'ticket', ticket, secret: typed },
      });
    for (let n = 0; n < 5; n += 1) await record(`00000-0000${n}`);
    expect(await record(secret)).toMatchObject({ error: { code: 'ticket-or-secret-wrong' } });
    expect((await record(secret, s.staff.secondFrontOffice)).ok).toBe(true);
    s.later(1);
    expect((await record(secret)).ok).toBe(true);
  });
});

describe('the officer', () => {
  it('alone decides; the counter sees, others do not', async () => {
    const s = await scene();
    valueIn(await s.ask(await s.track(await s.file(1))));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    const answer = (member: typeof s.officer) =>
      makeAnswerRequest(s.ports)({ member, request: waiting.id, answer: 'grant', revision: 1 });
    for (const member of [s.staff.frontOffice, s.staff.manager])
      expect(await answer(member)).toMatchObject({ error: { code: 'role-missing', role: officerRole } });
    expect(await answer(s.otherOfficer)).toMatchObject({ error: { code: 'request-not-found' } });
    expect(valueIn(await makeListRequests(s.ports)({ member: s.staff.frontOffice })).decides).toBe(false);
    for (const member of [s.staff.manager])
      expect(await makeListRequests(s.ports)({ member })).toMatchObject({ error: { code: 'role-missing' } });
  });

  it('refuses on a ground with its rule, which the person reads', async () => {
    const s = await scene();
    const session = await s.track(await s.file(1));
    valueIn(await s.ask(session, 'erasure'));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    const refuse = (ground: 'archive' | 'data-of-others') =>
      makeAnswerRequest(s.ports)({
        ...{ member: s.officer, request: waiting.id, answer: 'refuse', ground, revision: 1 },
        note: 'Berkas Anda disimpan lima tahun.',
      });
    expect(await refuse('data-of-others')).toMatchObject({ error: { code: 'ground-unfit' } });
    valueIn(await refuse('archive'));
    expect(await refuse('archive')).toMatchObject({ error: { code: 'request-changed' } });
    const [told] = valueIn(await makeGetOwnRights(s.ports)({ session })).requests;
    expect(told).toMatchObject({ state: 'refused', note: 'Berkas Anda disimpan lima tahun.' });
    expect(told?.refusal).toMatch(/arsip.*Pasal 15/);
    expect(valueIn(await makeListRequests(s.ports)({ member: s.officer }))).toMatchObject({
      open: [],
      settled: [{ id: waiting.id }],
    });
  });

  it('sees for good that the time had passed', async () => {
    const s = await scene();
    valueIn(await s.ask(await s.track(await s.file(1))));
    s.later(73);
    const waiting = await s.first();
    expect(waiting).toMatchObject({ clock: 'lapsed', left: 'lewat 1 jam', lapsed: true });
    if (!waiting) throw new Error('none');
    expect(valueIn(await s.grant(waiting))).toMatchObject({ clock: 'late', lapsed: true });
  });

  it('states terms as versions, of which the newest says how looks are told', async () => {
    const s = await scene();
    const receipt = await s.file(1);
    const { snapshot } = (await s.memory.cases.find(receipt.caseId)) ?? {};
    const fact = s.version.standard.process.facts.find(({ type }) => type === 'nik')?.id ?? '';
    expect(snapshot?.facts[fact]).toBeDefined();
    const reason = 'Mencocokkan dengan kartu yang ditunjukkan.';
    valueIn(
      await makeUnmaskFact(s.ports)({ member: s.staff.frontOffice, caseId: receipt.caseId, fact, reason }),
    );
    const session = await s.track(receipt);
    const looks = async () => valueIn(await makeGetOwnRights(s.ports)({ session })).looks;
    const [byRole] = await looks();
    expect(byRole?.who).not.toContain(s.staff.frontOffice.name);
    expect(byRole?.what).toMatch(/^Membuka .*penuh$/);

    const {
      version,
      since: _since,
      ...terms
    } = valueIn(await makeGetPrivacyTerms(s.ports)({ member: s.officer }));
    const change = () =>
      makeChangePrivacyTerms(s.ports)({
        member: s.officer,
        version,
        terms: { ...terms, namesReaders: true },
      });
    expect(valueIn(await change())).toMatchObject({ version: 1, namesReaders: true });
    expect(await change()).toMatchObject({ error: { code: 'terms-changed' } });
    const [byName] = await looks();
    expect(byName?.who).toContain(s.staff.frontOffice.name);
  });

  it('finds nothing about who stays unknown', async () => {
    const s = await scene();
    expect(await makeGetRequest(s.ports)({ member: s.officer, request: '../x' })).toMatchObject({
      error: { code: 'request-not-found' },
    });
  });
});

describe('while nobody answers', () => {
  it('the sweep notes once that the time runs out, and once that it has passed', async () => {
    const s = await scene();
    valueIn(await s.ask(await s.track(await s.file(1))));
    const watch = makeWatchRequests({ ...s.ports, origin });
    expect(await watch()).toEqual({ warned: 0, lapsed: 0 });
    await watch();
    const lines = await s.memory.audit.entries('administration', { limit: 9 });
    expect(lines.map(({ act }) => act.act)).toEqual(['record-subject-request']);
    s.later(49);
    expect(await watch()).toEqual({ warned: 1, lapsed: 0 });
    expect(await watch()).toEqual({ warned: 0, lapsed: 0 });
    s.later(24);
    expect(await watch()).toEqual({ warned: 0, lapsed: 1 });
    expect(await watch()).toEqual({ warned: 0, lapsed: 0 });
    const [record] = (await s.ports.requests.list({ agency: s.officer.agency, settled: false, limit: 9 }))
      .rows;
    expect(record?.request.lapsedAt).toBe('2026-02-07T02:00:00.000Z');
  });

  it('what was answered before the sweep came is entered all the same, once', async () => {
    const s = await scene();
    valueIn(await s.ask(await s.track(await s.file(1))));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    const refusal = { answer: 'refuse', ground: 'data-of-others', revision: 1 } as const;
    valueIn(await makeAnswerRequest(s.ports)({ member: s.officer, request: waiting.id, ...refusal }));
    await makeWatchRequests({ ...s.ports, origin })();
    const lines = await s.memory.audit.entries('administration', { limit: 9 });
    expect(lines.map(({ act: { act, about, by } }) => [act, about, by.party])).toEqual([
      ['record-subject-request', waiting.id, 'system'],
    ]);
  });

  it('all of them are watched, page by page, also behind one that cannot be', async () => {
    const s = await scene();
    for (const n of [1, 2, 3]) valueIn(await s.ask(await s.track(await s.file(n))));
    s.later(73);
    const { requests } = s.ports;
    const broken = (await s.first())?.id;
    const disturbed: typeof requests = {
      ...requests,
      list: (query) => requests.list({ ...query, limit: 1 }),
      save: async (record, before) => {
        if (record.request.id === broken) throw new Error('cannot be written');
        return requests.save(record, before);
      },
    };
    await expect(makeWatchRequests({ ...s.ports, origin, requests: disturbed })()).rejects.toThrow(
      'cannot be',
    );
    expect(await makeWatchRequests({ ...s.ports, origin })()).toEqual({ warned: 0, lapsed: 1 });
  });
});

describe('an erasure that is granted', () => {
  const granted = async (s: Awaited<ReturnType<typeof scene>>, n: number) => {
    const receipt = await s.file(n);
    const session = await s.track(receipt);
    valueIn(await s.ask(session, 'erasure'));
    const waiting = await s.first();
    if (!waiting) throw new Error('none');
    valueIn(await s.grant(waiting));
    const finish = () =>
      makeAnswerRequest(s.ports)({ member: s.officer, request: waiting.id, answer: 'finish', revision: 2 });
    return { receipt, finish };
  };

  it('destroys the key of an ended case', async () => {
    const s = await scene();
    const { receipt, finish } = await granted(s, 1);
    expect(await finish()).toMatchObject({ error: { code: 'cases-kept', count: 1 } });
    const note = 'Silakan ke dinas lain.';
    valueIn(await s.complete(s.staff.frontOffice, receipt.caseId, 'initial-verification', 'refer', { note }));
    const before = (await s.memory.cases.find(receipt.caseId))?.key;
    expect(valueIn(await finish())).toMatchObject({ state: 'done' });
    expect((await s.memory.cases.find(receipt.caseId))?.key).not.toBe(before);
  });
});
