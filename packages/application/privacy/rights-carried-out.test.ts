// What a person asks about their data is done when the officer grants it: facts are set right with all that a case is found
// by, cases are only kept, and go on again.
import { officerRole } from '@layan/domain/case/authority';
import type { RequestKind } from '@layan/domain/privacy/refusal-grounds';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeFireDue } from '../case/fire-due.ts';
import { makeGetCase } from '../case/get-case.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { makeTrackCase } from '../tracking/track-case.ts';
import { makeWithdrawCase } from '../tracking/withdraw-case.ts';
import { type AnswerRequestInput, makeAnswerRequest } from './answer-request.ts';
import { makeGetRequest } from './get-request.ts';
import { makeRecordRequest } from './record-request.ts';

async function scene() {
  const base = await ultpkScene();
  const officer = aMember(31, { agency: base.staff.frontOffice.agency, roles: [officerRole] });
  await base.memory.staff.save(officer, undefined);
  const { ports } = base;
  const ask = async (n: number, kind: RequestKind) =>
    valueIn(
      await makeRecordRequest(ports)({
        ...{ member: base.staff.frontOffice, kind, identity: 'identity-card' },
        whose: { by: 'nik', nik: testPerson(n).nik },
      }),
    );
  const answer = (request: { id: string; revision: number }, more: Partial<AnswerRequestInput> = {}) =>
    makeAnswerRequest(ports)({
      ...{ member: officer, request: request.id, answer: 'grant', revision: request.revision, ...more },
    });
  const issue = (caseId: Parameters<typeof base.complete>[1]) =>
    base.complete(base.staff.backOffice, caseId, 'issue-bestari', 'issue');
  const about = async (kind: 'nik', value: string) =>
    (
      await Promise.all((await ports.vault.indexes(kind, value)).map((index) => ports.cases.about(index)))
    ).flat();
  const lastSaid = async (caseId: Parameters<typeof base.complete>[1]) =>
    (await ports.cases.find(caseId))?.snapshot.timeline.at(-1);
  const restricted = async (caseId: Parameters<typeof base.complete>[1]) =>
    (await ports.cases.find(caseId))?.snapshot.restricted !== undefined;
  /** What came before the answer is written happens, and then this. */
  const beforeSaved = (happens: () => Promise<unknown>) =>
    makeAnswerRequest({
      ...ports,
      requests: {
        ...ports.requests,
        save: async (...saving) => {
          await happens();
          return ports.requests.save(...saving);
        },
      },
    });
  const opened = async (caseId: Parameters<typeof base.complete>[1], fact: string) => {
    const record = await ports.cases.find(caseId);
    if (!record) throw new Error('no case');
    return caseSeal(ports.vault, record.key, caseId).openFact(fact, record.snapshot.facts[fact] ?? '');
  };
  const correct = (
    request: { id: string; revision: number },
    caseId: string,
    values: Record<string, string>,
  ) => answer(request, { corrections: [{ caseId, values }], note: 'Sesuai KTP yang ditunjukkan.' });
  return { ...base, officer, ask, answer, issue, about, opened, correct, lastSaid, restricted, beforeSaved };
}

describe('a correction that is granted', () => {
  it('changes the fact, who finds the case and the name in lists; the person reads of it', async () => {
    const s = await scene();
    const { caseId, ticket, secret } = await s.file(1);
    const request = await s.ask(1, 'correction');
    const detail = valueIn(await makeGetRequest(s.ports)({ member: s.officer, request: request.id }));
    const [one] = detail.about;
    expect(one).toMatchObject({ covered: true, part: expect.stringContaining('NIK') });
    const shown = one?.facts.find(({ fact }) => fact === 'nik')?.shown;
    expect(shown).toMatch(/^[^0-9]*\d{0,4}$/);
    expect(JSON.stringify(detail)).not.toContain(testPerson(1).nik);
    expect(JSON.stringify(detail)).not.toContain(testPerson(1).name);
    const reads = await s.ports.reads.list(caseId);
    expect(reads).toMatchObject([{ operation: 'get-subject-request' }]);

    const values = { nik: testPerson(8).nik, applicantName: 'Warga Uji Delapan' };
    const done = valueIn(await s.correct(request, caseId, values));
    expect(done).toMatchObject({ state: 'done', about: [{ corrected: { facts: expect.any(Array) } }] });
    expect(await s.opened(caseId, 'nik')).toBe(testPerson(8).nik);
    expect(await s.about('nik', testPerson(1).nik)).toEqual([]);
    expect(await s.about('nik', testPerson(8).nik)).toEqual([caseId]);
    const view = valueIn(await makeGetCase(s.ports)({ member: s.staff.frontOffice, caseId }));
    expect(view.applicant).toBe('Warga Uji Delapan');
    const { session } = valueIn(await makeTrackCase(s.ports)({ ticket, secret }));
    expect(session).toBeDefined();
    const status = await s.ports.cases.findStatus(ticket);
    expect(status?.status.timeline.at(-1)?.text).toContain(
      `Data diperbaiki atas permintaan ${request.ticket}`,
    );
  });

  it('asked again writes nothing', async () => {
    const s = await scene();
    const { caseId } = await s.file(1);
    const request = await s.ask(1, 'correction');
    valueIn(await s.correct(request, caseId, { nik: testPerson(8).nik }));
    const again = { ...request, id: (await s.ask(8, 'correction')).id };
    const before = await s.seqOf(caseId);
    valueIn(await s.correct(again, caseId, { nik: testPerson(8).nik }));
    expect(await s.seqOf(caseId)).toBe(before);
  });

  it('cannot be refused any more once a case was set right', async () => {
    const s = await scene();
    const { caseId } = await s.file(1);
    const request = await s.ask(1, 'correction');
    const corrections = [{ caseId, values: { applicantName: 'Warga Uji Delapan' } }];
    const grant = {
      member: s.officer,
      request: request.id,
      answer: 'grant',
      revision: 1,
      corrections,
    } as const;
    const interrupted = s.beforeSaved(async () => {
      throw new Error('the power went');
    });
    await expect(interrupted(grant)).rejects.toThrow('the power went');
    const refuse = () => s.answer(request, { answer: 'refuse', ground: 'not-incorrect' });
    expect(await refuse()).toMatchObject({ error: { code: 'correction-begun' } });
    expect(valueIn(await s.answer(request, { corrections }))).toMatchObject({ state: 'done' });
  });

  it('moves the lock of a card, and is refused where somebody else holds one', async () => {
    const s = await scene();
    const [first, second] = [await s.toIssue(1), await s.toIssue(2)];
    for (const { caseId } of [first, second]) valueIn(await s.issue(caseId));
    const request = await s.ask(1, 'correction');
    const taken = { familyCardNumber: testPerson(2).familyCardNumber };
    expect(await s.correct(request, first.caseId, taken)).toMatchObject({
      error: { code: 'correction-locked', product: 'Kartu Bestari' },
    });
    expect(await s.opened(first.caseId, 'familyCardNumber')).toBe(testPerson(1).familyCardNumber);
    const free = { familyCardNumber: testPerson(8).familyCardNumber, nik: testPerson(8).nik };
    const done = valueIn(await s.correct(request, first.caseId, free));
    expect(done.about[0]?.corrected?.products).toEqual([expect.stringContaining('Kartu Bestari')]);
    // What was locked for the first household is free, what it is now is not.
    valueIn(await s.issue((await s.toIssue(1)).caseId));
    expect(await s.issue((await s.toIssue(8)).caseId)).toMatchObject({
      error: { code: 'product-already-held' },
    });
  });

  it('refuses what is no such value, is of another case, or says nothing, and changes nothing', async () => {
    const s = await scene();
    const { caseId } = await s.file(1);
    const other = await s.file(2);
    const request = await s.ask(1, 'correction');
    const before = await s.seqOf(caseId);
    expect(await s.correct(request, caseId, { nik: '12' })).toMatchObject({
      error: { code: 'correction-invalid', fact: 'nik', message: expect.stringContaining('16 angka') },
    });
    expect(await s.correct(request, caseId, { village: '35.74.04.1004' })).toMatchObject({
      error: { code: 'correction-invalid' },
    });
    expect(await s.correct(request, other.caseId, { nik: testPerson(8).nik })).toMatchObject({
      error: { code: 'case-not-in-request' },
    });
    expect(await s.answer(request)).toMatchObject({ error: { code: 'corrections-missing' } });
    expect(await s.seqOf(caseId)).toBe(before);
    expect(await s.about('nik', testPerson(1).nik)).toEqual([caseId]);
  });
});

describe('the sentence to who asked', () => {
  it('stands in no case that was found by NIK: its applicant may be somebody else', async () => {
    const s = await scene();
    const { caseId } = await s.file(1);
    const note = 'Sesuai putusan cerai yang ditunjukkan.';
    valueIn(await s.answer(await s.ask(1, 'restriction'), { note }));
    expect(await s.lastSaid(caseId)).not.toHaveProperty('note');
    const { caseId: corrected } = await s.file(2);
    valueIn(await s.correct(await s.ask(2, 'correction'), corrected, { applicantName: 'Warga Uji Delapan' }));
    expect(await s.lastSaid(corrected)).not.toHaveProperty('note');
  });

  it('stands in the case whose ticket and secret they showed', async () => {
    const s = await scene();
    const { caseId, ticket, secret } = await s.file(1);
    const asked = { member: s.staff.frontOffice, kind: 'restriction', identity: 'identity-card' } as const;
    const whose = { by: 'ticket', ticket, secret } as const;
    const request = valueIn(await makeRecordRequest(s.ports)({ ...asked, whose }));
    valueIn(await s.answer(request, { note: 'Berkas Anda kami simpan saja.' }));
    expect(await s.lastSaid(caseId)).toHaveProperty('note');
  });
});

describe('a restriction that is granted', () => {
  it.each(['restriction', 'objection'] as const)(
    '%s: the case is only kept until the officer finishes it',
    async (kind) => {
      const s = await scene();
      const { caseId, ticket, secret } = await s.file(1);
      const request = await s.ask(1, kind);
      const granted = valueIn(await s.answer(request));
      expect(granted).toMatchObject({ state: 'answered', about: [{ restricted: true }] });
      const accept = () => s.complete(s.staff.frontOffice, caseId, 'initial-verification', 'accept');
      expect(await accept()).toMatchObject({
        error: { code: 'case-rejected', rejection: { code: 'case-restricted', requests: [request.ticket] } },
      });
      const { session } = valueIn(await makeTrackCase(s.ports)({ ticket, secret }));
      expect((await makeWithdrawCase(s.ports)({ session })).ok).toBe(false);
      s.clock.set('2027-06-01T02:00:00.000Z');
      expect(await makeFireDue(s.ports)({})).toMatchObject({ examined: 0 });
      const view = valueIn(await makeGetCase(s.ports)({ member: s.staff.frontOffice, caseId }));
      expect(view.restricted?.requests).toEqual([request.ticket]);
      expect(view.actions.filter(({ allowed }) => allowed)).toEqual([]);

      const finished = valueIn(await s.answer(granted, { answer: 'finish' }));
      expect(finished).toMatchObject({ state: 'done', about: [{ restricted: false }] });
      valueIn(await accept());
    },
  );

  const powerGoes = async () => {
    throw new Error('the power went');
  };

  it('is lifted where its answer was interrupted and the next one refuses; lifting nothing writes nothing', async () => {
    const s = await scene();
    const { caseId } = await s.file(1);
    const request = await s.ask(1, 'restriction');
    const grant = { member: s.officer, request: request.id, answer: 'grant', revision: 1 } as const;
    await expect(s.beforeSaved(powerGoes)(grant)).rejects.toThrow('the power went');
    expect(await s.restricted(caseId)).toBe(true);
    const refuse = { answer: 'refuse', ground: 'not-proven' } as const;
    valueIn(await s.answer(request, refuse));
    expect(await s.restricted(caseId)).toBe(false);
    const before = await s.seqOf(caseId);
    valueIn(await s.answer(await s.ask(1, 'objection'), refuse));
    expect(await s.seqOf(caseId)).toBe(before);
  });

  it('goes by the answer that was written first', async () => {
    const s = await scene();
    const { caseId } = await s.file(1);
    const request = await s.ask(1, 'restriction');
    const refuse = () => s.answer(request, { answer: 'refuse', ground: 'not-proven' });
    const grant = { member: s.officer, request: request.id, answer: 'grant', revision: 1 } as const;
    const late = await s.beforeSaved(async () => valueIn(await refuse()))(grant);
    expect(late).toMatchObject({ error: { code: 'request-changed' } });
    expect(await s.restricted(caseId)).toBe(false);
  });

  it('lets go what an interrupted answer had added and the next one did not', async () => {
    const s = await scene();
    const [own, other] = [await s.file(1), await s.file(2)];
    const request = await s.ask(1, 'restriction');
    const record = await s.ports.requests.find(request.id);
    if (!record) throw new Error('no request');
    const parts = [
      ...(record.request.parts ?? []),
      { caseId: other.caseId, part: 'NIK anak', named: true as const },
    ];
    await s.ports.requests.save({ ...record, request: { ...record.request, parts, revision: 2 } }, 1);
    const grant = { member: s.officer, request: request.id, answer: 'grant', revision: 2 } as const;
    const both = s.beforeSaved(powerGoes)({ ...grant, also: [other.caseId] });
    await expect(both).rejects.toThrow('the power went');
    expect(await s.restricted(other.caseId)).toBe(true);
    const granted = valueIn(await makeAnswerRequest(s.ports)(grant));
    expect([await s.restricted(own.caseId), await s.restricted(other.caseId)]).toEqual([true, false]);
    valueIn(await s.answer(granted, { answer: 'finish' }));
    expect(await s.restricted(own.caseId)).toBe(false);
  });

  it('keeps a case from an erasure that is asked besides', async () => {
    const s = await scene();
    const { caseId } = await s.file(1);
    const note = 'Silakan ke dinas lain.';
    valueIn(await s.complete(s.staff.frontOffice, caseId, 'initial-verification', 'refer', { note }));
    const restriction = valueIn(await s.answer(await s.ask(1, 'restriction')));
    const erasure = valueIn(await s.answer(await s.ask(1, 'erasure')));
    const finish = { answer: 'finish' } as const;
    expect(await s.answer(erasure, finish)).toMatchObject({ error: { code: 'cases-kept', count: 1 } });
    valueIn(await s.answer(restriction, finish));
    expect(valueIn(await s.answer(erasure, finish))).toMatchObject({ state: 'done' });
  });

  it('says what the system decided by itself, and on which way people look at it again', async () => {
    const s = await scene();
    await s.toIssue(1);
    await s.file(1);
    const request = await s.ask(1, 'objection');
    const { about } = valueIn(await makeGetRequest(s.ports)({ member: s.officer, request: request.id }));
    const told = about.map(({ automatic, review }) => ({ automatic: automatic.length, review }));
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        { automatic: 1, review: expect.any(String) },
        { automatic: 0, review: expect.any(String) },
      ]),
    );
  });
});
