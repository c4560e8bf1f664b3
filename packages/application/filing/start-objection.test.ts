import { isSealed } from '@layan/domain/case/facts';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { caseSeal } from '../sealing/case-seal.ts';
import { makeOpenOwnCase } from '../tracking/open-own-case.ts';
import { makeTrackCase } from '../tracking/track-case.ts';
import { makeWithdrawCase } from '../tracking/withdraw-case.ts';
import { makeGetFiling } from './get-filing.ts';
import { makeGetReceipt } from './get-receipt.ts';
import { makeStartObjection } from './start-objection.ts';
import { makeSubmitFiling } from './submit-filing.ts';

const note = 'Keluarga ini sudah memegang kartu yang berlaku.';
const reason = { objection: { objectionReason: 'Kartu itu milik keluarga lain yang serumah.' } };

/** A claim that was refused, and its applicant looking at it. */
const refused = async () => {
  const scene = await ultpkScene();
  const receipt = await scene.file(1);
  const { caseId } = receipt;
  const { frontOffice, backOffice } = scene.staff;
  valueIn(await scene.complete(frontOffice, caseId, 'initial-verification', 'accept'));
  valueIn(await scene.complete(backOffice, caseId, 'registration', 'already-holds-card', { note }));
  const trackingSession = valueIn(await makeTrackCase(scene.ports)(receipt)).session;
  const start = (session?: string) => makeStartObjection(scene.ports)({ trackingSession, session });
  const filled = async () => {
    const { session } = valueIn(await start());
    await scene.fill(session, reason);
    return session;
  };
  const file = async () => valueIn(await makeSubmitFiling(scene.ports)({ session: await filled() }));
  const look = async (session = trackingSession) =>
    valueIn(await makeOpenOwnCase(scene.ports)({ session })).view;
  return { scene, receipt, trackingSession, start, filled, file, look };
};

describe('a decision against the applicant', () => {
  it('names the last day to object, and that one may', async () => {
    const { look } = await refused();
    expect((await look()).objection).toEqual({ until: 'Kamis, 5 Maret 2026', state: 'possible' });
  });

  it('cannot be objected to while the case runs', async () => {
    const scene = await ultpkScene();
    const { session } = valueIn(await makeTrackCase(scene.ports)(await scene.file(1)));
    expect(await makeStartObjection(scene.ports)({ trackingSession: session })).toMatchObject({
      error: { code: 'not-objectable' },
    });
  });

  it('is objected to only by who opened the case', async () => {
    const { scene, trackingSession } = await refused();
    const altered = `${trackingSession.slice(0, -1)}${trackingSession.endsWith('A') ? 'B' : 'A'}`;
    expect(await makeStartObjection(scene.ports)({ trackingSession: altered })).toEqual({
      ok: false,
      error: { code: 'session-ended' },
    });
  });

  it.each([
    ['on the evening of the last day', '2026-03-05T16:59:59.000Z', 'possible'],
    ['after it', '2026-03-05T17:00:00.000Z', 'too-late'],
  ] as const)('is %s still, or no longer, objected to', async (_when, now, state) => {
    const { scene, receipt } = await refused();
    scene.clock.set(now);
    const { session, view } = valueIn(await makeTrackCase(scene.ports)(receipt));
    expect(view.objection).toEqual({ until: 'Kamis, 5 Maret 2026', state });
    const started = await makeStartObjection(scene.ports)({ trackingSession: session });
    if (state === 'possible') expect(started.ok).toBe(true);
    else expect(started).toMatchObject({ error: { code: 'objection-too-late' } });
  });

  it('is not objected to by a form that was begun in time and sent too late', async () => {
    const { scene, filled } = await refused();
    const session = await filled();
    scene.clock.set('2026-03-05T17:00:00.000Z');
    expect(await makeSubmitFiling(scene.ports)({ session })).toMatchObject({
      error: { code: 'filing-refused', rejection: { code: 'objection-too-late' } },
    });
  });
});

describe('an objection', () => {
  it('asks only why, never again who', async () => {
    const { scene, start } = await refused();
    const { session, next } = valueIn(await start());
    expect(next).toEqual({ kind: 'page', page: 'objection' });
    const view = valueIn(await makeGetFiling(scene.ports)({ session }));
    expect(view.objection).toBe(true);
    expect(view.pages.flatMap(({ fields }) => fields.map(({ fact }) => fact))).toEqual(['objectionReason']);
    expect(JSON.stringify(view)).not.toContain(testPerson(1).nik);
  });

  it('carries over who it is, sealed anew under its own key', async () => {
    const { scene, receipt, file } = await refused();
    const { caseId } = await file();
    const [earlier, filed] = [
      await scene.memory.cases.find(receipt.caseId),
      await scene.memory.cases.find(caseId),
    ];
    const nik = filed?.snapshot.facts.nik;
    expect(isSealed(nik)).toBe(true);
    expect(nik).not.toEqual(earlier?.snapshot.facts.nik);
    if (!filed || nik === undefined) throw new Error('nothing was filed');
    expect(filed.key).not.toBe(earlier?.key);
    const seal = caseSeal(scene.ports.vault, filed.key, caseId);
    expect(await seal.openFact('nik', nik)).toBe(testPerson(1).nik);
    expect(await seal.openText('display', filed.displayName)).toBe(testPerson(1).name);
    expect(filed.snapshot.about).toMatchObject({ caseId: receipt.caseId, ending: 'card-already-held' });
    expect(filed.snapshot.area).toBe(earlier?.snapshot.area);
  });

  it('has its own ticket, secret and promise, and none of the claim’s', async () => {
    const { receipt, file } = await refused();
    const own = await file();
    expect(own.ticket).not.toBe(receipt.ticket);
    expect(own.secret).not.toBe(receipt.secret);
    expect(own.promises.map(({ id }) => id)).toEqual(['objection-promise']);
  });

  it('gives its receipt again to who sent it', async () => {
    const { scene, filled } = await refused();
    const session = await filled();
    expect(await makeGetReceipt(scene.ports)({ session })).toMatchObject({ error: { code: 'not-sent' } });
    const receipt = valueIn(await makeSubmitFiling(scene.ports)({ session }));
    expect(valueIn(await makeGetReceipt(scene.ports)({ session }))).toEqual({ receipt, objection: true });
  });

  it('is told on the case it is about while it is open, and a second one is not begun', async () => {
    const { start, file, look } = await refused();
    const { ticket } = await file();
    expect((await look()).objection).toMatchObject({ state: 'open', ticket });
    expect(await start()).toEqual({ ok: false, error: { code: 'objection-filed' } });
  });

  it('is filed once, however many are begun and sent at the same moment', async () => {
    const { scene, filled } = await refused();
    const sessions = [await filled(), await filled(), await filled()];
    const sent = await Promise.all(sessions.map((session) => makeSubmitFiling(scene.ports)({ session })));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    for (const other of sent.filter(({ ok }) => !ok)) {
      expect(other).toMatchObject({ error: { code: 'objection-filed' } });
    }
  });

  it('that was withdrawn gives way to another one', async () => {
    const { scene, file, look } = await refused();
    const first = await file();
    const { session } = valueIn(await makeTrackCase(scene.ports)(first));
    valueIn(await makeWithdrawCase(scene.ports)({ session }));
    expect((await look()).objection).toMatchObject({ state: 'possible' });
    const second = await file();
    expect((await look()).objection).toMatchObject({ state: 'open', ticket: second.ticket });
  });

  it('is told on both cases once it is decided, and is not filed again', async () => {
    const { scene, receipt, file, look, start } = await refused();
    const objection = await file();
    const head = aMember(20, { agency: scene.staff.backOffice.agency, roles: ['agencyHead'] });
    await scene.memory.staff.save(head, undefined);
    const dismissed = { note: 'Kartu lama tercatat atas keluarga Anda.' };
    valueIn(await scene.complete(head, objection.caseId, 'objection-decision', 'dismiss', dismissed));
    const told = (await look()).objection;
    expect(told).toMatchObject({ state: 'decided', ticket: objection.ticket });
    expect(told?.outcome).toContain('Keberatan Anda tidak dapat kami kabulkan.');
    const { session } = valueIn(await makeTrackCase(scene.ports)(objection));
    const own = await look(session);
    expect(own).toMatchObject({ about: { ticket: receipt.ticket }, ended: { kind: 'refused' } });
    expect(await start()).toEqual({ ok: false, error: { code: 'objection-filed' } });
  });

  it('goes on where it was left in the same browser', async () => {
    const { filled, start } = await refused();
    const session = await filled();
    expect(valueIn(await start(session))).toMatchObject({ session, resumed: true, next: { kind: 'check' } });
  });
});
