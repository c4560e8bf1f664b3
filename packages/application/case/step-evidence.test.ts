import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeGetCase } from './get-case.ts';
import { makeOpenDocument } from './open-document.ts';
import { makePrepareStepUpload } from './prepare-step-upload.ts';

const step = 'registration';
const requirement = 'registry-screen';
const raw = { registryStatus: 'listed', registrySource: 'dtsen', registryAsOf: '2026-01-31' };

/** A file that was accepted at the counter: the back office checks the registry. */
const accepted = async () => {
  const scene = await ultpkScene();
  const { caseId } = await scene.file(1);
  valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'accept'));
  const member = scene.staff.backOffice;
  const view = async () => valueIn(await makeGetCase(scene.ports)({ member, caseId }));
  const evidence = async () => (await view()).actions.find(({ id }) => id === step)?.evidence[0];
  const register = (attachments: { requirement: string; document: string }[]) =>
    scene.complete(member, caseId, step, 'register', { raw, attachments });
  return { scene, caseId, member, view, evidence, register };
};

describe('evidence of a step', () => {
  it('is asked with its words, and stands there once it was sent and looked at', async () => {
    const { scene, caseId, member, evidence } = await accepted();
    expect(await evidence()).toMatchObject({ id: requirement, required: true, documents: [] });
    const { document } = await scene.bring(member, caseId, step, requirement);
    expect((await evidence())?.documents).toMatchObject([{ id: document, state: 'accepted' }]);
  });

  it('says why it was rejected', async () => {
    const { scene, caseId, member, evidence } = await accepted();
    await scene.bring(member, caseId, step, requirement, new Uint8Array([1]));
    expect((await evidence())?.documents).toMatchObject([{ state: 'rejected', rejection: 'unknown-type' }]);
  });

  it('becomes part of the file with the step, and only what was named', async () => {
    const { scene, caseId, member, register, view } = await accepted();
    const kept = await scene.bring(member, caseId, step, requirement);
    const left = await scene.bring(member, caseId, step, requirement);
    valueIn(await register([kept]));
    const documents = new Map((await view()).documents.map((one) => [String(one.id), one]));
    expect(documents.get(kept.document)).toMatchObject({ attached: true, label: expect.any(String) });
    expect(documents.get(left.document)).toMatchObject({ attached: false });
  });

  it('that was left out does not come up again at the next visit', async () => {
    const { scene, caseId } = await accepted();
    const member = scene.staff.facilitator;
    await scene.complete(scene.staff.backOffice, caseId, step, 'register', {
      raw: { ...raw, registryStatus: 'notListed' },
      attachments: [await scene.bring(scene.staff.backOffice, caseId, step, requirement)],
    });
    await scene.bring(member, caseId, 'field-survey', 'photo-front');
    scene.clock.advance(60_000);
    const visit = { visitDate: '2026-02-03', visitOutcome: 'nobodyHome' };
    valueIn(await scene.complete(member, caseId, 'field-survey', 'revisit', { raw: visit }));
    const view = valueIn(await makeGetCase(scene.ports)({ member, caseId }));
    const survey = view.actions.find(({ id }) => id === 'field-survey');
    expect(survey?.evidence.map(({ documents }) => documents.length)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([
    [
      'a scan that was rejected',
      async ({ scene, caseId, member }: Awaited<ReturnType<typeof accepted>>) =>
        scene.bring(member, caseId, step, requirement, new Uint8Array([1])),
    ],
    [
      'a scan of the applicant',
      async ({ view }: Awaited<ReturnType<typeof accepted>>) => ({
        requirement,
        document: (await view()).documents[0]?.id ?? '',
      }),
    ],
    [
      'a scan for something else',
      async ({ scene, caseId, member }: Awaited<ReturnType<typeof accepted>>) => ({
        ...(await scene.bring(member, caseId, step, requirement)),
        requirement: 'family-card',
      }),
    ],
    ['a scan nobody sent', async () => ({ requirement, document: 'z'.repeat(26) })],
    ['no scan at all', async () => ({ requirement, document: '../x' })],
  ])('is never %s', async (_what, bring) => {
    const situation = await accepted();
    const answer = await situation.register([await bring(situation)]);
    expect(answer).toEqual({ ok: false, error: { code: 'evidence-not-accepted' } });
  });

  it('is missed when it is required', async () => {
    const { register } = await accepted();
    expect(await register([])).toMatchObject({
      error: { rejection: { code: 'requirements-missing', requirements: [requirement] } },
    });
  });
});

describe('sending evidence', () => {
  it('is for who may do the step now', async () => {
    const { scene, caseId } = await accepted();
    const prepare = makePrepareStepUpload(scene.ports);
    const { frontOffice, facilitator, manager } = scene.staff;
    for (const member of [frontOffice, facilitator, manager]) {
      expect(await prepare({ member, caseId, step, requirement })).toMatchObject({
        error: { code: 'case-rejected', rejection: { code: 'role-missing' } },
      });
    }
  });

  it.each([
    ['initial-verification', requirement, 'step-not-active'],
    ['registry-route', requirement, 'unknown-step'],
    ['constructor', requirement, 'unknown-step'],
    [step, 'family-card', 'requirements-unexpected'],
    [step, 'photo-front', 'requirements-unexpected'],
  ])('of %s for %s is refused: %s', async (of, what, code) => {
    const { scene, caseId, member } = await accepted();
    const answer = await makePrepareStepUpload(scene.ports)({ member, caseId, step: of, requirement: what });
    expect(answer).toMatchObject({ error: { code: 'case-rejected', rejection: { code } } });
  });
});

describe('evidence that is not part of the file yet', () => {
  it('can be looked at by who does the step, which is logged, and by nobody else', async () => {
    const { scene, caseId, member } = await accepted();
    const { document } = await scene.bring(member, caseId, step, requirement);
    const open = (by: typeof member) =>
      makeOpenDocument(scene.ports)({ member: by, caseId, documentId: document });
    expect(await open(member)).toMatchObject({ ok: true });
    expect(await scene.ports.unmaskings.list(caseId)).toMatchObject([{ fact: `document:${document}` }]);
    for (const other of [scene.staff.frontOffice, scene.staff.facilitator, scene.staff.manager]) {
      expect(await open(other)).toMatchObject({ error: { code: 'document-not-found' } });
    }
  });
});
