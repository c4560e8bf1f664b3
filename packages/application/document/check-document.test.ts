import { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { aJpeg, aPng, POSITION } from '@layan/testing/builders/scans';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makePrepareUpload } from '../filing/prepare-upload.ts';
import { makeCheckDocument } from './check-document.ts';

const expected = async () => {
  const scene = await ultpkScene();
  const session = await scene.start();
  const { documentId } = valueIn(
    await makePrepareUpload(scene.ports)({ session, requirement: 'family-card' }),
  );
  const caseId = CaseId.parse(session.split('.')[0]);
  const check = () => makeCheckDocument(scene.ports)({ caseId, documentId });
  const arrive = (bytes: Uint8Array) => scene.memory.scans.arrive(caseId, documentId, bytes);
  const state = async () => (await scene.ports.documents.find(caseId, documentId))?.state;
  return { scene, session, caseId, documentId, check, arrive, state };
};

describe('a scan that arrived', () => {
  it('is accepted without what a camera adds, and taken out of the incoming', async () => {
    const { scene, caseId, documentId, check, arrive, state } = await expected();
    arrive(aJpeg());
    expect(await check()).toMatchObject({ outcome: 'accepted', contentType: 'image/jpeg' });
    const kept = scene.memory.scans.accepted(caseId, documentId);
    expect(Buffer.from(kept?.bytes ?? []).includes(POSITION)).toBe(false);
    expect(await scene.ports.scans.readIncoming(caseId, documentId)).toEqual({ ok: false, error: 'gone' });
    expect(await state()).toBe('accepted');
  });

  it('is rejected with its reason and never readable', async () => {
    const { scene, caseId, documentId, check, arrive, state } = await expected();
    arrive(new Uint8Array(Buffer.from('<svg onload="alert(1)"/>')));
    expect(await check()).toEqual({ outcome: 'rejected', rejection: 'unknown-type' });
    expect(scene.memory.scans.accepted(caseId, documentId)).toBeUndefined();
    expect(await state()).toBe('rejected');
  });

  it('is decided once, though its event comes twice', async () => {
    const { check, arrive, state } = await expected();
    arrive(aPng());
    expect(await check()).toMatchObject({ outcome: 'accepted' });
    expect(await check()).toEqual({ outcome: 'ignored', why: 'settled' });
    expect(await state()).toBe('accepted');
  });

  it('cannot be exchanged after it was decided', async () => {
    const { scene, caseId, documentId, check, arrive } = await expected();
    arrive(aPng());
    await check();
    const before = scene.memory.scans.accepted(caseId, documentId);
    arrive(aJpeg());
    expect(await check()).toEqual({ outcome: 'ignored', why: 'settled' });
    expect(scene.memory.scans.accepted(caseId, documentId)).toEqual(before);
    expect(await scene.ports.scans.readIncoming(caseId, documentId)).toEqual({ ok: false, error: 'gone' });
  });

  it('stays when another one comes while it is looked at: the record tells of the one that is kept', async () => {
    const { scene, caseId, documentId, check, arrive, state } = await expected();
    arrive(aPng());
    const accept: typeof scene.ports.scans.accept = async (slow) => {
      // Meanwhile the other one came, and was looked at sooner.
      arrive(aJpeg());
      expect(await check()).toMatchObject({ outcome: 'accepted', contentType: 'image/jpeg' });
      return scene.ports.scans.accept(slow);
    };
    const scans = { ...scene.ports.scans, accept };
    const slow = await makeCheckDocument({ ...scene.ports, scans })({ caseId, documentId });
    expect(slow).toEqual({ outcome: 'ignored', why: 'settled' });
    expect(scene.memory.scans.accepted(caseId, documentId)).toMatchObject({ contentType: 'image/jpeg' });
    expect(await state()).toBe('accepted');
  });

  it('is told of though the work broke off and another one lies in its place since', async () => {
    const { scene, caseId, documentId, check, arrive } = await expected();
    arrive(aPng());
    const settle = () => Promise.reject(new Error('the power went'));
    const documents = { ...scene.ports.documents, settle };
    const broken = makeCheckDocument({ ...scene.ports, documents })({ caseId, documentId });
    await expect(broken).rejects.toThrow('the power went');
    arrive(aJpeg());
    expect(await check()).toMatchObject({ outcome: 'accepted', contentType: 'image/png' });
    const kept = scene.memory.scans.accepted(caseId, documentId);
    expect(kept?.contentType).toBe('image/png');
    expect(await scene.ports.documents.find(caseId, documentId)).toMatchObject({ bytes: kept?.bytes.length });
  });

  it('is thrown away when nobody expected it', async () => {
    const { scene, caseId, check } = await expected();
    const stranger = DocumentId.parse('z'.repeat(26));
    const answer = await makeCheckDocument(scene.ports)({ caseId, documentId: stranger });
    expect(answer).toEqual({ outcome: 'ignored', why: 'not-expected' });
    expect(await check()).toEqual({ outcome: 'ignored', why: 'gone' });
  });

  it('is accepted by the next event when the work broke off in between', async () => {
    const { scene, caseId, documentId, check, arrive, state } = await expected();
    arrive(aPng());
    const documents = {
      ...scene.ports.documents,
      settle: async () => {
        throw new Error('the table is throttled');
      },
    };
    const broken = makeCheckDocument({ ...scene.ports, documents })({ caseId, documentId });
    await expect(broken).rejects.toThrow('throttled');
    expect(await state()).toBe('expected');
    expect(await check()).toMatchObject({ outcome: 'accepted' });
  });
});
