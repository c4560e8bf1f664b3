// Two officers answer one request at once, or one of them is interrupted: the first that goes a step is the one that stands,
// and what is begun stays owed by a request that is still open.
import { officerRole } from '@layan/domain/case/authority';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { caseSeal } from '../sealing/case-seal.ts';
import { makeAnswerRequest } from './answer-request.ts';
import { makeRecordRequest } from './record-request.ts';

const lost = { error: { code: 'request-changed' } };
const powerGoes = async () => {
  throw new Error('the power went');
};

async function asked(kind: 'restriction' | 'correction') {
  const { ports, memory, staff, file, seqOf } = await ultpkScene();
  const member = aMember(31, { agency: staff.frontOffice.agency, roles: [officerRole] });
  await memory.staff.save(member, undefined);
  const { caseId } = await file(1);
  const whose = { by: 'nik', nik: testPerson(1).nik } as const;
  const counter = { member: staff.frontOffice, identity: 'identity-card' } as const;
  const { id } = valueIn(await makeRecordRequest(ports)({ ...counter, kind, whose }));
  const by = { member, request: id, revision: 1 };
  const corrections = [{ caseId, values: { applicantName: 'Warga Uji Delapan' } }];
  const grant = { ...by, answer: 'grant', ...(kind === 'correction' && { corrections }) } as const;
  const ground = kind === 'correction' ? 'not-incorrect' : 'not-proven';
  const refuse = { ...by, answer: 'refuse', ground } as const;
  /** What came before the answer is written happens, and then this. */
  const beforeSaved = (happens: () => Promise<unknown>) => {
    const save: typeof ports.requests.save = async (...saving) => {
      await happens();
      return ports.requests.save(...saving);
    };
    return makeAnswerRequest({ ...ports, requests: { ...ports.requests, save } });
  };
  /** The same, before a case is written. */
  const beforeCommitted = (happens: () => Promise<unknown>) => {
    const commit: typeof ports.cases.commit = async (change) => {
      await happens();
      return ports.cases.commit(change);
    };
    return makeAnswerRequest({ ...ports, cases: { ...ports.cases, commit } });
  };
  const kept = async () => {
    const record = await ports.cases.find(caseId);
    if (!record) throw new Error('no case');
    return record;
  };
  return {
    ...{ caseId, grant, refuse, beforeSaved, beforeCommitted, seq: () => seqOf(caseId) },
    answer: makeAnswerRequest(ports),
    state: async () => (await ports.requests.find(id))?.request.state,
    restricted: async () => (await kept()).snapshot.restricted !== undefined,
    name: async () => {
      const { key, snapshot } = await kept();
      return caseSeal(ports.vault, key, caseId).openFact('applicantName', snapshot.facts.applicantName ?? '');
    },
  };
}

describe('of two answers to one request', () => {
  it.each(['restriction', 'correction'] as const)(
    '%s: one that is granted after it was refused comes to nothing',
    async (kind) => {
      const s = await asked(kind);
      const [before, name] = [await s.seq(), await s.name()];
      const refusedFirst = s.beforeCommitted(async () => s.answer(s.refuse));
      expect(await refusedFirst(s.grant)).toMatchObject(lost);
      expect([await s.state(), await s.seq(), await s.name()]).toEqual(['refused', before, name]);
    },
  );

  it.each([
    ['restriction', 'answered'],
    ['correction', 'done'],
  ] as const)('%s: one that is refused after it was granted is told so', async (kind, granted) => {
    const s = await asked(kind);
    const grantedFirst = s.beforeSaved(async () => valueIn(await s.answer(s.grant)));
    expect(await grantedFirst(s.refuse)).toMatchObject(lost);
    expect([await s.state(), await s.restricted()]).toEqual([granted, kind === 'restriction']);
  });

  it('a restriction whose answer ended halfway keeps every other from being written before it is lifted', async () => {
    const s = await asked('restriction');
    const halfway = s.beforeSaved(() =>
      s
        .beforeSaved(powerGoes)(s.grant)
        .catch(() => undefined),
    );
    expect(await halfway(s.refuse)).toMatchObject(lost);
    expect([await s.state(), await s.restricted()]).toEqual(['received', true]);
    valueIn(await s.answer(s.refuse));
    expect([await s.state(), await s.restricted()]).toEqual(['refused', false]);
  });

  it('a correction whose answer ended halfway is not refused by who looked before', async () => {
    const s = await asked('correction');
    const halfway = s.beforeSaved(() =>
      s
        .beforeSaved(powerGoes)(s.grant)
        .catch(() => undefined),
    );
    expect(await halfway(s.refuse)).toMatchObject(lost);
    expect(await s.answer(s.refuse)).toMatchObject({ error: { code: 'correction-begun' } });
    expect(valueIn(await s.answer(s.grant))).toMatchObject({ state: 'done' });
  });

  it('a finish that ended halfway is finished by whoever sends it again', async () => {
    const s = await asked('restriction');
    const finish = {
      ...s.grant,
      answer: 'finish',
      revision: valueIn(await s.answer(s.grant)).revision,
    } as const;
    await expect(s.beforeSaved(powerGoes)(finish)).rejects.toThrow('the power went');
    expect(valueIn(await s.answer(finish))).toMatchObject({ state: 'done' });
    expect(await s.restricted()).toBe(false);
  });

  it.each(['restriction', 'correction'] as const)(
    '%s: exactly one stands when both come at once',
    async (kind) => {
      const s = await asked(kind);
      const both = await Promise.all([s.answer(s.grant), s.answer(s.refuse)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const [granted] = both;
      expect(await s.restricted()).toBe(kind === 'restriction' && granted.ok);
    },
  );
});
