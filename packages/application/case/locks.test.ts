import { answersOf, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeSaveFilingPage } from '../filing/save-filing-page.ts';
import { makeSubmitFiling } from '../filing/submit-filing.ts';
import { makeTrackCase } from '../tracking/track-case.ts';
import { makeWithdrawCase } from '../tracking/withdraw-case.ts';
import { makeGetCase } from './get-case.ts';

type Scene = Awaited<ReturnType<typeof ultpkScene>>;

/** Filed with some answers changed, then brought to the point where the provisional card is issued. */
const toIssueWith = async (
  scene: Scene,
  n: number,
  changes: Readonly<Record<string, Readonly<Record<string, string>>>>,
) => {
  const session = await scene.ready(n);
  for (const [page, raw] of Object.entries(changes)) {
    const changed = { ...answersOf(n)[page], ...raw };
    valueIn(await makeSaveFilingPage(scene.ports)({ session, page, raw: changed }));
  }
  const receipt = valueIn(await makeSubmitFiling(scene.ports)({ session }));
  valueIn(await scene.complete(scene.staff.frontOffice, receipt.caseId, 'initial-verification', 'accept'));
  const raw = { registryStatus: 'listed', registrySource: 'dtsen', registryAsOf: '2026-01-31' };
  const { backOffice } = scene.staff;
  const attachments = await scene.bringAll(backOffice, receipt.caseId, 'registration');
  const registered = { raw, attachments };
  valueIn(await scene.complete(backOffice, receipt.caseId, 'registration', 'register', registered));
  return receipt;
};

const issue = (scene: Scene, caseId: Parameters<Scene['complete']>[1]) =>
  scene.complete(scene.staff.backOffice, caseId, 'issue-bestari', 'issue');

const taken = { ok: false, error: { code: 'product-already-held', product: 'Kartu Bestari' } };
const noCard = { familyCardStatus: 'noneYet', familyCardNoneReason: 'inProgress' };
const noNik = { nikStatus: 'noneYet', nikNoneReason: 'inProgress' };

describe('nobody holds two cards', () => {
  it('refuses a second card to the same household', async () => {
    const scene = await ultpkScene();
    const [first, second] = [await scene.toIssue(1), await scene.toIssue(1)];
    valueIn(await issue(scene, first.caseId));
    expect(await issue(scene, second.caseId)).toMatchObject(taken);
  });

  it('issues exactly one when ten cases of a household are decided at once', async () => {
    const scene = await ultpkScene();
    const cases = [];
    for (let n = 0; n < 10; n += 1) cases.push(await scene.toIssue(1));
    const answers = await Promise.all(cases.map(({ caseId }) => issue(scene, caseId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toMatchObject(Array.from({ length: 9 }, () => taken));
  });

  it('lets different households have one each', async () => {
    const scene = await ultpkScene();
    const [first, second] = [await scene.toIssue(1), await scene.toIssue(2)];
    valueIn(await issue(scene, first.caseId));
    valueIn(await issue(scene, second.caseId));
  });

  it('knows a household without a family card by the NIK of its head', async () => {
    const scene = await ultpkScene();
    const first = await toIssueWith(scene, 1, { 'family-card': noCard });
    const second = await toIssueWith(scene, 1, { 'family-card': noCard });
    valueIn(await issue(scene, first.caseId));
    expect(await issue(scene, second.caseId)).toMatchObject(taken);
  });

  it('knows the head again who has a family card by now', async () => {
    const scene = await ultpkScene();
    const first = await toIssueWith(scene, 1, { 'family-card': noCard });
    const second = await scene.toIssue(1);
    valueIn(await issue(scene, first.caseId));
    expect(await issue(scene, second.caseId)).toMatchObject(taken);
  });

  it('says honestly when neither is known and nothing keeps the holder from a second card', async () => {
    const scene = await ultpkScene();
    const nothing = { head: noNik, 'family-card': noCard };
    const first = await toIssueWith(scene, 1, nothing);
    const { view } = valueIn(await issue(scene, first.caseId));
    expect(view.products).toMatchObject([{ label: 'Kartu Bestari', guardedBy: 'none' }]);
    expect(scene.memory.table.locks.size).toBe(0);
  });

  it('names what guards a card', async () => {
    const scene = await ultpkScene();
    const { caseId } = await scene.toIssue(1);
    valueIn(await issue(scene, caseId));
    const view = valueIn(await makeGetCase(scene.ports)({ member: scene.staff.manager, caseId }));
    expect(view.products).toMatchObject([{ state: 'provisional', guardedBy: 'familyCardNumber' }]);
  });

  it('frees the household when the card is revoked', async () => {
    const scene = await ultpkScene();
    const [first, second] = [await scene.toIssue(1), await scene.toIssue(1)];
    valueIn(await issue(scene, first.caseId));
    const { session } = valueIn(await makeTrackCase(scene.ports)(first));
    valueIn(await makeWithdrawCase(scene.ports)({ session }));
    expect(scene.memory.table.locks.size).toBe(0);
    valueIn(await issue(scene, second.caseId));
  });
});
