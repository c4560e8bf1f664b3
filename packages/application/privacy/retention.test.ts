// What is due is destroyed, portion by portion; what runs, is in force, on hold or asked about is not.
import { officerRole } from '@layan/domain/case/authority';
import type { CaseId } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { RequestId, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import { usualTerms } from '@layan/domain/privacy/terms';
import { aMember } from '@layan/testing/builders/a-tenant';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { isErased } from '../erasure/erase-case.ts';
import { makeFinishErasures } from '../erasure/finish-erasures.ts';
import { makeStartObjection } from '../filing/start-objection.ts';
import { makeSubmitFiling } from '../filing/submit-filing.ts';
import { makeTrackCase } from '../tracking/track-case.ts';
import { makeWithdrawCase } from '../tracking/withdraw-case.ts';
import { makeAnswerRequest } from './answer-request.ts';
import { makeDestroyDue } from './destroy-due.ts';
import { makeListRequests } from './list-requests.ts';
import { makeHoldForLaw, makeLiftHold, makeListRetention } from './list-retention.ts';
import { makeAskAboutData } from './own-requests.ts';
import { makePlanRetention } from './plan-retention.ts';
import { makeChangePrivacyTerms } from './privacy-terms.ts';
import { restrictCase } from './restrict-case.ts';

const dayMs = 86_400_000;

async function scene() {
  const s = await ultpkScene();
  const caseFiles = memoryCaseFiles();
  const officer = aMember(31, { agency: s.staff.frontOffice.agency, roles: [officerRole] });
  const destroy = makeDestroyDue({ ...s.ports, caseFiles });
  const later = (days: number) => s.clock.set(toInstantText(epochMs(s.clock.now()) + days * dayMs));
  const end = async (n: number) => {
    const receipt = await s.file(n);
    const note = 'Silakan ke dinas lain.';
    valueIn(await s.complete(s.staff.frontOffice, receipt.caseId, 'initial-verification', 'refer', { note }));
    await makePlanRetention(s.ports)(receipt);
    return receipt;
  };
  const erased = async (caseId: CaseId) => {
    const record = await s.memory.cases.find(caseId);
    return record !== undefined && isErased(record);
  };
  /** What the chain tells of all that went, once its files are gone too. */
  const lines = async () => {
    await makeFinishErasures({ ...s.ports, caseFiles })();
    const entries = await s.memory.audit.entries('administration', { limit: 100 });
    return entries.map(({ act }) => act).filter(({ act }) => act === 'destroy-due' || act === 'erase-case');
  };
  const list = async () => valueIn(await makeListRetention(s.ports)({ member: officer }));
  return { ...s, caseFiles, officer, destroy, later, end, erased, lines, list };
}

describe('scheduled destruction', () => {
  it('takes the scans after two years and the case after five, each with its line', async () => {
    const s = await scene();
    const { caseId } = await s.end(1);
    s.later(2 * 365 - 2);
    expect(await s.destroy()).toMatchObject({ destroyed: 0 });
    s.later(4);
    expect(await s.destroy()).toMatchObject({ destroyed: 1 });
    expect(s.caseFiles.removed.length).toBeGreaterThan(1);
    expect(await s.erased(caseId)).toBe(false);
    expect(await s.destroy()).toMatchObject({ destroyed: 0 });
    s.later(3 * 365 + 2);
    expect(await s.destroy()).toMatchObject({ destroyed: 1 });
    expect(await s.erased(caseId)).toBe(true);
    expect(await s.lines()).toMatchObject([
      { act: 'destroy-due', detail: expect.stringMatching(/^scans [2-9] [0-9a-f]{64}$/) },
      { act: 'erase-case', about: caseId, by: { party: 'system' }, detail: 'case' },
    ]);
    expect(await s.destroy()).toMatchObject({ destroyed: 0 });
  });

  it('leaves what is on hold, and what somebody has asked about', async () => {
    const s = await scene();
    const held = await s.end(1);
    const asked = await s.end(2);
    const free = await s.end(3);
    const hold = { member: s.officer, ticket: held.ticket, reason: 'Diminta kejaksaan.' };
    valueIn(await makeHoldForLaw(s.ports)(hold));
    expect(await makeHoldForLaw(s.ports)(hold)).toMatchObject({ error: { code: 'held-already' } });
    s.later(6 * 365);
    const { session } = valueIn(await makeTrackCase(s.ports)(asked));
    valueIn(await makeAskAboutData(s.ports)({ session, kind: 'access' }));
    // The scans first, then the case.
    await s.destroy();
    await s.destroy();
    expect(await Promise.all([held, asked, free].map(({ caseId }) => s.erased(caseId)))).toEqual([
      false,
      false,
      true,
    ]);
    expect((await s.list()).holds).toMatchObject([{ ticket: held.ticket, reason: 'Diminta kejaksaan.' }]);
    valueIn(await makeLiftHold(s.ports)({ member: s.officer, caseId: held.caseId }));
    s.later(1);
    await s.destroy();
    await s.destroy();
    expect(await s.erased(held.caseId)).toBe(true);
    expect((await s.list()).holds).toEqual([]);
  });

  it('leaves what is only to be kept, also where that was granted at this moment', async () => {
    const s = await scene();
    const { caseId, ticket } = await s.end(1);
    const id = RequestId.parse('0'.repeat(26));
    const request: SubjectRequest = {
      ...{ id, ticket, agency: s.officer.agency, kind: 'restriction', cases: [], channel: 'counter' },
      ...{ identity: 'identity-card', receivedAt: s.ports.clock.now(), state: 'done', revision: 1 },
    };
    const restricting = { request, key: 'key' };
    await s.ports.requests.save(restricting, undefined);
    s.later(6 * 365);
    await s.destroy();
    const cases = {
      ...s.ports.cases,
      findFile: async (id: CaseId) => {
        valueIn(await restrictCase(s.ports, restricting, s.officer, caseId, 'restrict'));
        return s.ports.cases.findFile(id);
      },
    };
    expect(await makeDestroyDue({ ...s.ports, cases, caseFiles: s.caseFiles })()).toMatchObject({
      destroyed: 0,
    });
    s.later(1);
    await s.destroy();
    expect(await s.erased(caseId)).toBe(false);
    const moved = { ...restricting, request: { ...request, revision: 2 } };
    valueIn(await restrictCase(s.ports, moved, s.officer, caseId, 'lift'));
    await makePlanRetention(s.ports)({ caseId });
    for (const _turn of [1, 2]) await s.destroy();
    expect(await s.erased(caseId)).toBe(true);
  });

  it.each([
    { kind: 'access', days: 8 },
    { kind: 'erasure', days: undefined },
  ] as const)('leaves what is granted and not over: $kind', async ({ kind, days }) => {
    const s = await scene();
    const asked = await s.end(1);
    s.later(6 * 365);
    const { session } = valueIn(await makeTrackCase(s.ports)(asked));
    valueIn(await makeAskAboutData(s.ports)({ session, kind }));
    const [request] = valueIn(await makeListRequests(s.ports)({ member: s.officer })).open;
    if (!request) throw new Error('no request');
    const grant = { member: s.officer, request: request.id, answer: 'grant', revision: 1 } as const;
    valueIn(await makeAnswerRequest(s.ports)(grant));
    for (const _turn of [1, 2]) await s.destroy();
    expect([await s.erased(asked.caseId), s.caseFiles.removed]).toEqual([false, []]);
    if (days === undefined) return;
    s.later(days);
    for (const _turn of [1, 2]) await s.destroy();
    expect(await s.erased(asked.caseId)).toBe(true);
  });

  it('looks at what is kept back once a day, so that however much of it hides nothing', async () => {
    const s = await scene();
    const { caseId, ticket } = await s.end(1);
    const hold = { member: s.officer, ticket, reason: 'Diminta kejaksaan.' };
    valueIn(await makeHoldForLaw(s.ports)(hold));
    s.later(6 * 365);
    const dueNow = async () => {
      const { agency } = s.officer;
      return (await s.ports.retention.due({ agency, until: s.clock.now(), limit: 9 })).rows.length;
    };
    for (const _day of [1, 2]) {
      expect(await dueNow()).toBe(1);
      expect(await s.destroy()).toMatchObject({ destroyed: 0 });
      expect(await dueNow()).toBe(0);
      s.later(1);
    }
    expect(await s.erased(caseId)).toBe(false);
  });

  it('leaves a decision while an objection to it runs, however short the schedule', async () => {
    const s = await scene();
    const months = { case: 1, rejectedIntake: 1, scans: 1 };
    const terms = { ...usualTerms, retention: { months, services: {} } };
    valueIn(await makeChangePrivacyTerms(s.ports)({ member: s.officer, version: 0, terms }));
    const receipt = await s.file(1);
    const { frontOffice, backOffice } = s.staff;
    const note = 'Keluarga ini sudah memegang kartu yang berlaku.';
    valueIn(await s.complete(frontOffice, receipt.caseId, 'initial-verification', 'accept'));
    valueIn(await s.complete(backOffice, receipt.caseId, 'registration', 'already-holds-card', { note }));
    const { session: trackingSession } = valueIn(await makeTrackCase(s.ports)(receipt));
    const { session } = valueIn(await makeStartObjection(s.ports)({ trackingSession }));
    await s.fill(session, { objection: { objectionReason: 'Kartu itu milik keluarga lain.' } });
    const objection = valueIn(await makeSubmitFiling(s.ports)({ session }));
    await makePlanRetention(s.ports)(receipt);
    s.later(100);
    expect(await s.destroy()).toMatchObject({ destroyed: 0 });
    expect([s.caseFiles.removed, await s.erased(receipt.caseId)]).toEqual([[], false]);
    const own = valueIn(await makeTrackCase(s.ports)(objection)).session;
    valueIn(await makeWithdrawCase(s.ports)({ session: own, note: 'Sudah jelas.' }));
    s.later(1);
    await s.destroy();
    await s.destroy();
    expect(await s.erased(receipt.caseId)).toBe(true);
  });

  it('leaves a case that was put on hold after its scans were gone', async () => {
    const s = await scene();
    const { caseId, ticket } = await s.end(1);
    s.later(3 * 365);
    expect(await s.destroy()).toMatchObject({ destroyed: 1 });
    valueIn(await makeHoldForLaw(s.ports)({ member: s.officer, ticket, reason: 'Diminta kejaksaan.' }));
    s.later(3 * 365);
    expect(await s.destroy()).toMatchObject({ destroyed: 0 });
    expect(await s.erased(caseId)).toBe(false);
  });

  it('looks at the schedule once more: a longer one keeps what was planned', async () => {
    const s = await scene();
    const { caseId } = await s.end(1);
    const retention = { months: { case: 120, scans: 120 }, services: {} };
    valueIn(
      await makeChangePrivacyTerms(s.ports)({
        member: s.officer,
        version: 0,
        terms: { ...usualTerms, retention },
      }),
    );
    s.later(6 * 365);
    expect(await s.destroy()).toMatchObject({ destroyed: 0 });
    expect(await s.erased(caseId)).toBe(false);
    s.later(5 * 365);
    await s.destroy();
    expect(await s.erased(caseId)).toBe(true);
  });

  it('goes on in portions where it stopped', async () => {
    const s = await scene();
    for (let n = 1; n <= 3; n += 1) await s.end(n);
    s.later(6 * 365);
    let left = 1;
    const erasing = {
      ...s.ports.erasing,
      erase: async (...input: Parameters<typeof s.ports.erasing.erase>) => {
        if (left === 0) throw new Error('the power went');
        left -= 1;
        return s.ports.erasing.erase(...input);
      },
    };
    await s.destroy();
    const broken = makeDestroyDue({ ...s.ports, erasing, caseFiles: s.caseFiles });
    await expect(broken()).rejects.toThrow('the power went');
    expect(await s.destroy()).toMatchObject({ destroyed: 2 });
    expect(await s.destroy()).toMatchObject({ destroyed: 0 });
  });
});

describe('destruction that meets a fault', () => {
  it('notes scans before it takes them, also where it never comes back', async () => {
    const s = await scene();
    await s.end(1);
    s.later(3 * 365);
    const caseFiles = {
      ...s.caseFiles,
      removeScan: async () => {
        throw new Error('the power went');
      },
    };
    const audit = { ...s.ports.audit };
    const order: string[] = [];
    const noting = {
      ...audit,
      append: async (...input: Parameters<typeof audit.append>) => {
        order.push(input[1].act);
        return audit.append(...input);
      },
    };
    const taking = {
      ...caseFiles,
      removeScan: async () => {
        order.push('scan');
        return caseFiles.removeScan();
      },
    };
    await expect(makeDestroyDue({ ...s.ports, audit: noting, caseFiles: taking })()).rejects.toThrow();
    expect(order).toEqual(['destroy-due', 'scan']);
    expect(await s.destroy()).toMatchObject({ destroyed: 1 });
  });

  it('goes past a case that cannot be destroyed, and says so at the end', async () => {
    const s = await scene();
    const [broken, ...others] = [await s.end(1), await s.end(2), await s.end(3)];
    s.later(6 * 365);
    await s.destroy();
    const erasing = {
      ...s.ports.erasing,
      erase: async (...input: Parameters<typeof s.ports.erasing.erase>) => {
        if (input[0].snapshot.id === broken?.caseId) throw new Error('too large for one transaction');
        return s.ports.erasing.erase(...input);
      },
    };
    const destroy = makeDestroyDue({ ...s.ports, erasing, caseFiles: s.caseFiles });
    await expect(destroy()).rejects.toThrow('too large');
    expect(await Promise.all(others.map(({ caseId }) => s.erased(caseId)))).toEqual([true, true]);
    const erasures = (await s.lines()).filter(({ act }) => act === 'erase-case');
    expect(new Set(erasures.map(({ about }) => about))).toEqual(new Set(others.map(({ caseId }) => caseId)));
    expect(erasures.map(({ detail }) => detail)).toEqual(['case', 'case']);
  });
});

describe('the plan', () => {
  it('tells what the next 90 days take, to the officer alone', async () => {
    const s = await scene();
    const { ticket } = await s.end(1);
    expect((await s.list()).planned).toEqual([]);
    s.later(2 * 365 - 30);
    expect((await s.list()).planned).toMatchObject([{ ticket, class: 'scans' }]);
    for (const member of [s.staff.manager, s.staff.frontOffice])
      expect(await makeListRetention(s.ports)({ member })).toMatchObject({ error: { code: 'role-missing' } });
  });

  it('has no place for what still runs', async () => {
    const s = await scene();
    const receipt = await s.file(1);
    await makePlanRetention(s.ports)(receipt);
    s.later(20 * 365);
    expect(await s.destroy()).toMatchObject({ destroyed: 0 });
  });
});

describe('a filing that was never sent', () => {
  it('loses its scans once its form has expired, and not before', async () => {
    const s = await scene();
    await s.ready(1);
    s.later(29);
    expect(await s.destroy()).toMatchObject({ scans: 0 });
    s.later(2);
    expect(await s.destroy()).toMatchObject({ scans: 2 });
    expect(s.caseFiles.removed).toHaveLength(2);
    expect(await s.destroy()).toMatchObject({ scans: 0 });
  });

  it('that was sent keeps them', async () => {
    const s = await scene();
    await s.file(1);
    s.later(31);
    expect(await s.destroy()).toMatchObject({ scans: 0 });
    expect(s.caseFiles.removed).toEqual([]);
  });

  it('that cannot be looked at keeps no other', async () => {
    const s = await scene();
    const first = await s.ready(1);
    await s.ready(2);
    s.later(31);
    const broken = first.split('.')[0];
    const filings = {
      ...s.ports.filings,
      find: async (caseId: CaseId) => {
        if (caseId === broken) throw new Error('cannot be read');
        return s.ports.filings.find(caseId);
      },
    };
    const destroy = makeDestroyDue({ ...s.ports, filings, caseFiles: s.caseFiles });
    await expect(destroy()).rejects.toThrow('cannot be read');
    expect(s.caseFiles.removed).toHaveLength(2);
    expect(await s.destroy()).toMatchObject({ scans: 2 });
  });
});
