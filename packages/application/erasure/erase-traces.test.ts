// What lies about of a person besides their cases: found by their number, taken up where it was interrupted. That nothing
// opens afterwards is looked for on the database (storage/erase-everywhere.test.ts).
import { officerRole } from '@layan/domain/case/authority';
import { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { RequestId } from '@layan/domain/privacy/subject-request';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { aDocument, aFiling } from '@layan/testing/builders/a-filing';
import { aMember } from '@layan/testing/builders/a-tenant';
import { caseIdOf } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { oldCard, takeOver } from '@layan/testing/scenes/old-register';
import { answersOf, publishedVersion, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeStartFiling } from '../filing/start-filing.ts';
import { makeAnswerRequest } from '../privacy/answer-request.ts';
import { makeDestroyDue } from '../privacy/destroy-due.ts';
import { makeRecordRequest } from '../privacy/record-request.ts';
import { makeEraseTraces } from './erase-traces.ts';

async function office() {
  const scene = await ultpkScene();
  const { ports, staff } = scene;
  const officer = aMember(31, { agency: staff.manager.agency, roles: [officerRole] });
  const caseFiles = memoryCaseFiles();
  const sweep = makeEraseTraces({ ...ports, caseFiles });
  const answer = async (request: string, how: 'grant' | 'refuse' | 'finish') => {
    const { revision = 0 } = (await ports.requests.find(RequestId.parse(request)))?.request ?? {};
    const ground = how === 'refuse' ? ({ ground: 'nothing-here' } as const) : {};
    return valueIn(
      await makeAnswerRequest(ports)({ member: officer, request, answer: how, revision, ...ground }),
    );
  };
  const ask = async (n: number) => {
    const whose = { by: 'nik', nik: testPerson(n).nik } as const;
    const input = { member: staff.frontOffice, kind: 'erasure', identity: 'identity-card' } as const;
    return valueIn(await makeRecordRequest(ports)({ ...input, whose })).id;
  };
  const erase = async (n: number) => {
    const id = await ask(n);
    await answer(id, 'grant');
    await answer(id, 'finish');
    return id;
  };
  const told = async () =>
    (await ports.audit.newest('administration', { limit: 50 }))
      .filter(({ act }) => act.act === 'erase-person')
      .map(({ act }) => act.detail);
  return { ...scene, officer, caseFiles, sweep, ask, answer, erase, told };
}

describe('what lies about of a person', () => {
  it('goes by their number, through every page of every import; what is in force stays and is counted', async () => {
    const s = await office();
    const rows = Array.from({ length: 60 }, (_, n) => oldCard(n + 1, { issued: 'entah' }));
    await takeOver(s, [...rows, oldCard(1, { number: 'LAMA/9001', issued: 'entah' })]);
    await takeOver(s, [oldCard(1, { number: 'LAMA/9002' })], { fingerprint: 'b'.repeat(64) });
    await s.start();
    await s.erase(1);
    for (let round = 0; round < 5; round += 1) await s.sweep();
    expect(await s.told()).toEqual(['forms 0 rows 2 cards 0 kept 1']);
    const [first] = await s.ports.imports.list(s.officer.agency);
    expect(first).toBeDefined();
    expect(await s.sweep()).toEqual({ portions: 0 });
  });

  it('is not looked for before the request is done, nor kept after it was refused', async () => {
    const s = await office();
    await s.ready(1);
    const id = await s.ask(1);
    await s.answer(id, 'grant');
    // Whoever said that it is done was not the one whose word was kept.
    await s.ports.personErasures.begin({
      ...{ request: RequestId.parse(id), agency: s.officer.agency, at: s.clock.now(), revision: 1 },
      ...{ by: { party: 'system' }, place: { in: 'forms' }, found: { forms: 0, rows: 0, cards: 0, kept: 0 } },
    });
    expect(await s.sweep()).toEqual({ portions: 0 });
    const refused = await s.ask(2);
    await s.answer(refused, 'refuse');
    const list = await s.ports.requests.list({ agency: s.officer.agency, settled: true, limit: 9 });
    expect(list.rows.map(({ request }) => request.subject)).toEqual([undefined]);
  });

  it('is taken up where it was interrupted, to the last scan', async () => {
    const s = await office();
    const draft = await s.ready(1);
    const caseId = CaseId.parse(draft.split('.')[0]);
    const documents = (await s.ports.erasing.documents(caseId)).length;
    expect(documents).toBeGreaterThan(1);
    const id = await s.erase(1);
    let failures = 3;
    const failing = {
      ...s.caseFiles,
      removeScan: async (...of: Parameters<typeof s.caseFiles.removeScan>) => {
        failures -= 1;
        if (failures >= 0) throw new Error('the power went');
        await s.caseFiles.removeScan(...of);
      },
    };
    const sweep = makeEraseTraces({ ...s.ports, caseFiles: failing });
    for (let round = 0; round < 3; round += 1) await expect(sweep()).rejects.toThrow('the power went');
    await sweep();
    expect(s.caseFiles.removed).toHaveLength(documents);
    expect(await s.ports.filings.find(caseId)).toBeUndefined();
    expect(await s.ports.personErasures.waiting({ limit: 9 })).toEqual({ rows: [] });
    expect((await s.told()).length).toBe(1);
    const [{ request } = { request: undefined }] = (
      await s.ports.requests.list({ agency: s.officer.agency, settled: true, limit: 9 })
    ).rows.filter(({ request: one }) => one.id === id);
    expect(request?.subject).toBeUndefined();
    // They are looked for once more, for who was sending one at that moment.
    s.clock.advance(1_800_000);
    await makeDestroyDue({ ...s.ports, caseFiles: s.caseFiles })();
    expect(s.caseFiles.removed).toHaveLength(2 * documents);
    expect(await s.ports.erasing.documents(caseId)).toEqual([]);
    expect(await s.ports.retention.leftFilings({ until: s.clock.now(), limit: 9 })).toEqual({ rows: [] });
  });

  it('is looked through to its end, also where scans of forms that are gone lie about in crowds', async () => {
    const s = await office();
    const { filings, documents } = s.ports;
    for (let n = 101; n <= 160; n += 1) {
      await filings.save(aFiling(n), undefined);
      await documents.expect(aDocument(n, 1));
      await filings.drop(aFiling(n));
    }
    await s.erase(1);
    await s.erase(2);
    const now = () => {
      s.clock.advance(1000);
      return s.clock.now();
    };
    const sweep = makeEraseTraces({ ...s.ports, clock: { now }, caseFiles: s.caseFiles });
    for (let minute = 0; minute < 5; minute += 1) await sweep();
    expect(await s.told()).toHaveLength(2);
    expect(s.caseFiles.removed).toHaveLength(60);
    s.clock.advance(1_800_000);
    for (let minute = 0; minute < 3; minute += 1)
      await makeDestroyDue({ ...s.ports, caseFiles: s.caseFiles })();
    expect(s.caseFiles.removed).toHaveLength(120);
    expect(await s.ports.erasing.documents(caseIdOf(160))).toEqual([]);
  });

  it('waits for nobody else of whom something cannot be erased now', async () => {
    const s = await office();
    const drafts = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => s.ready(n)));
    const caseOf = (draft: string | undefined) => CaseId.parse(draft?.split('.')[0]);
    for (const n of [1, 2, 3, 4, 5, 6]) await s.erase(n);
    const { rows } = await s.ports.personErasures.waiting({ limit: 9 });
    expect(rows).toHaveLength(6);
    const stuck = new Set(rows.slice(0, 5).map(({ request }) => request));
    const requests: typeof s.ports.requests = {
      ...s.ports.requests,
      find: async (id) => {
        if (stuck.has(id)) throw new Error('its key does not open');
        return s.ports.requests.find(id);
      },
    };
    const sweep = makeEraseTraces({ ...s.ports, requests, caseFiles: s.caseFiles });
    await expect(sweep()).rejects.toThrow('its key does not open');
    const left = (await s.ports.personErasures.waiting({ limit: 9 })).rows.map(({ request }) => request);
    expect(left).toEqual([...stuck]);
    const filed = await Promise.all(drafts.map((draft) => s.ports.filings.find(caseOf(draft))));
    expect(filed.filter((one) => one === undefined)).toHaveLength(1);
  });

  it('at another agency stays: nobody asked that one', async () => {
    const s = await office();
    const other = { ...ultpk, id: StandardId.parse('layanan-lain'), agency: s.staff.elsewhere.agency };
    const version = publishedVersion(other);
    await s.memory.standards.saveDraft({ ...version, state: 'draft' });
    valueIn(await s.memory.standards.publish(version, { before: { ...version, state: 'draft' } }));
    const session = valueIn(await makeStartFiling(s.ports)({ service: other.id })).session;
    await s.fill(session, answersOf(1));
    await s.ready(1);
    await s.erase(1);
    await s.sweep();
    expect(await s.told()).toEqual(['forms 1 rows 0 cards 0 kept 0']);
    expect(await s.ports.filings.find(CaseId.parse(session.split('.')[0]))).toBeDefined();
  });

  it('is found anew where somebody changed it at that moment', async () => {
    const s = await office();
    const draft = await s.ready(1);
    const caseId = CaseId.parse(draft.split('.')[0]);
    await s.erase(1);
    let typed = false;
    const drop: typeof s.ports.filings.drop = async (filing) => {
      if (!typed) {
        typed = true;
        await s.ports.filings.save({ ...filing, revision: filing.revision + 1 }, filing.revision);
      }
      return s.ports.filings.drop(filing);
    };
    await makeEraseTraces({ ...s.ports, filings: { ...s.ports.filings, drop }, caseFiles: s.caseFiles })();
    expect(await s.ports.filings.find(caseId)).toBeUndefined();
    expect(await s.told()).toEqual(['forms 1 rows 0 cards 0 kept 0']);
  });
});
