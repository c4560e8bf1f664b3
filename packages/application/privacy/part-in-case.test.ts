// Whoever is only named in somebody else's case gets no copy of it, corrects and erases nothing in it. Where its data are only
// to be kept, the officer may add it.
import { officerRole } from '@layan/domain/case/authority';
import type { RequestKind } from '@layan/domain/privacy/refusal-grounds';
import { indexOf } from '@layan/domain/process/process-index';
import { aFact, aForm, aProcess, portal } from '@layan/domain/testing/a-standard';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { makeAnswerRequest } from './answer-request.ts';
import { makeGetRequest } from './get-request.ts';
import { subjectFacts } from './part-in-case.ts';
import { makeRecordRequest } from './record-request.ts';

it('the first NIK that is asked for is that of whom the case is about; others are named', async () => {
  const niks = ['headNik', 'wifeNik', 'childNik'];
  const process = aProcess({
    facts: niks.map((id) => aFact(id, 'nik', { privacy: 'identifying' })),
    forms: [
      aForm(
        'filing',
        niks.map((fact) => ({ fact, required: false })),
      ),
    ],
    channels: [{ ...portal, form: 'filing' }],
  });
  const { ports, file } = await ultpkScene();
  const record = await ports.cases.find((await file(1)).caseId);
  if (!record) throw new Error('no case');
  const snapshot = { ...record.snapshot, channel: portal.id };
  expect(subjectFacts(indexOf(process), snapshot)).toEqual(['headNik']);
});

async function asking(kind: RequestKind) {
  const s = await ultpkScene();
  const officer = aMember(31, { agency: s.staff.frontOffice.agency, roles: [officerRole] });
  await s.memory.staff.save(officer, undefined);
  const [own, other, third] = [await s.file(1), await s.file(2), await s.file(3)];
  const whose = { by: 'nik', nik: testPerson(1).nik } as const;
  const asked = { member: s.staff.frontOffice, kind, identity: 'identity-card', whose } as const;
  const { id } = valueIn(await makeRecordRequest(s.ports)(asked));
  const record = await s.ports.requests.find(id);
  if (!record) throw new Error('no request');
  expect(record.request.parts).toEqual([{ caseId: own.caseId, part: expect.stringContaining('NIK') }]);
  const named = { caseId: other.caseId, part: 'NIK anggota keluarga', named: true as const };
  const parts = [...(record.request.parts ?? []), named];
  await s.ports.requests.save({ ...record, request: { ...record.request, parts, revision: 2 } }, 1);
  const grant = (also: readonly string[]) =>
    makeAnswerRequest(s.ports)({ member: officer, request: id, answer: 'grant', revision: 2, also });
  const covered = async () => (await s.ports.requests.find(id))?.request.cases;
  return { ...s, officer, own, other, third, id, grant, covered };
}

it('the request covers what is theirs; what names them is shown, and added one by one', async () => {
  const s = await asking('restriction');
  const { officer, own, other, third, id, grant } = s;
  const { about } = valueIn(await makeGetRequest(s.ports)({ member: officer, request: id }));
  expect(about.map(({ ticket, covered }) => [ticket, covered])).toEqual([
    [own.ticket, true],
    [other.ticket, false],
  ]);
  const counter = valueIn(await makeGetRequest(s.ports)({ member: s.staff.frontOffice, request: id }));
  expect(counter.about.map(({ ticket }) => ticket)).toEqual([own.ticket]);
  expect(await grant([third.caseId])).toMatchObject({ error: { code: 'case-not-in-request' } });
  valueIn(await grant([other.caseId]));
  expect(await s.covered()).toEqual([own.caseId, other.caseId]);
});

it.each(['access', 'erasure', 'correction'] as const)(
  '%s never reaches a case that names them',
  async (kind) => {
    const s = await asking(kind);
    expect(await s.grant([s.other.caseId])).toMatchObject({ error: { code: 'case-not-in-request' } });
    expect(await s.covered()).toEqual([s.own.caseId]);
  },
);
