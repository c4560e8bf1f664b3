// What people ask about a case that is kept from most of the agency stays kept from the counter: who may open it, and the
// officer, read what was written; a copy is for who holds the secret.
import { officerRole } from '@layan/domain/case/authority';
import { aMember } from '@layan/testing/builders/a-tenant';
import { complaintOf, kupangScene } from '@layan/testing/scenes/kupang-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makeTrackCase } from '../tracking/track-case.ts';
import { makeAnswerRequest } from './answer-request.ts';
import { makeGetRequest } from './get-request.ts';
import { makeHandOverCopy } from './hand-over-copy.ts';
import { makeAskAboutData } from './own-requests.ts';
import { makeRecordRequest } from './record-request.ts';

const wish = 'Saya Warga Uji Satu, jangan sampai kepala bidang tahu.';

async function office(confidential: boolean) {
  const scene = await kupangScene();
  const { ports, staff } = scene;
  const officer = aMember(31, { agency: staff.manager.agency, roles: [officerRole] });
  const receipt = await scene.file(complaintOf(1), { anonymous: false, confidential });
  const read = async (member: Membership, request: string) =>
    valueIn(await makeGetRequest(ports)({ member, request }));
  const asked = async () => {
    const { session } = valueIn(await makeTrackCase(ports)(receipt));
    valueIn(await makeAskAboutData(ports)({ session, kind: 'correction', wish }));
    const [record] = await ports.requests.about(receipt.caseId);
    return record?.request.id ?? '';
  };
  /** A copy, asked for at the counter with ticket and secret, and granted. */
  const granted = async () => {
    const whose = { by: 'ticket', ticket: receipt.ticket, secret: receipt.secret } as const;
    const shown = { kind: 'access', identity: 'identity-card' } as const;
    const { id } = valueIn(await makeRecordRequest(ports)({ member: staff.receptionist, whose, ...shown }));
    const answer = { answer: 'grant', revision: 1 } as const;
    valueIn(await makeAnswerRequest(ports)({ member: officer, request: id, ...answer }));
    return id;
  };
  const handOver = (request: string, secret?: string, member = staff.receptionist) =>
    makeHandOverCopy(ports)({ member, request, secret });
  return { ...scene, officer, receipt, read, asked, granted, handOver };
}

it('a wish about a confidential case is read by who may open it and by the officer alone', async () => {
  const s = await office(true);
  const request = await s.asked();
  const withheld = await s.read(s.staff.receptionist, request);
  expect(withheld).toMatchObject({ withheld: true, about: [], kind: 'correction' });
  expect(withheld.wish).toBeUndefined();
  expect(JSON.stringify(withheld)).not.toContain(s.receipt.ticket);
  for (const member of [s.staff.secretariat, s.officer])
    expect(await s.read(member, request)).toMatchObject({ wish, about: [{ ticket: s.receipt.ticket }] });
});

it('neither is what the officer answered', async () => {
  const s = await office(true);
  const request = await s.asked();
  const note = 'Kepada Warga Uji Satu: nama Anda tidak diteruskan.';
  const answer = { answer: 'refuse', ground: 'not-incorrect', note, revision: 1 } as const;
  valueIn(await makeAnswerRequest(s.ports)({ member: s.officer, request, ...answer }));
  const withheld = await s.read(s.staff.receptionist, request);
  expect(withheld).toMatchObject({ state: 'refused', by: s.officer.name });
  expect(withheld.note).toBeUndefined();
});

it('a wish about any other case is read at the counter', async () => {
  const s = await office(false);
  const read = await s.read(s.staff.receptionist, await s.asked());
  expect(read).toMatchObject({ wish, about: [{ ticket: s.receipt.ticket }] });
  expect(read.withheld).toBeUndefined();
});

it('a copy that was asked for with ticket and secret is handed over to who names the secret again', async () => {
  const s = await office(true);
  const request = await s.granted();
  const wrong = { error: { code: 'secret-wrong' } };
  for (const secret of [undefined, '00000-00001'])
    for (const member of [s.staff.receptionist, s.officer])
      expect(await s.handOver(request, secret, member)).toMatchObject(wrong);
  const lines = await s.memory.audit.entries('administration', { limit: 9 });
  expect(lines.map(({ act }) => act.act)).not.toContain('hand-over-copy');
  expect(valueIn(await s.handOver(request, s.receipt.secret)).json).toContain(s.receipt.ticket);
});

it('secrets that are tried for a copy are counted', async () => {
  const s = await office(true);
  const request = await s.granted();
  for (let n = 0; n < 5; n += 1) await s.handOver(request, `00000-0000${n}`);
  expect(await s.handOver(request, s.receipt.secret)).toMatchObject({
    error: { code: 'secret-wrong' },
  });
  expect((await s.handOver(request, s.receipt.secret, s.staff.secretariat)).ok).toBe(true);
});
