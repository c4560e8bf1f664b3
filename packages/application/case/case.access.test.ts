// Who reaches a case by which operation. A stranger to the case hears the same as for a case that is not there.
import { CaseId, RegionCode, TenantId } from '@layan/domain/kernel/ids';
import { staffIdOf } from '@layan/testing/builders/ids';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeAssignTask } from '../assignment/assign-task.ts';
import { makeListAssignees } from '../assignment/list-assignees.ts';
import type { Membership } from '../ports/staff.ts';
import { makeClaimTask } from './claim-task.ts';
import { makeCompleteStep } from './complete-step.ts';
import { makeFindByTicket } from './find-by-ticket.ts';
import { makeGetCase } from './get-case.ts';
import { makeInterruptCase } from './interrupt-case.ts';
import { makeOpenDocument } from './open-document.ts';
import { makePrepareStepUpload } from './prepare-step-upload.ts';
import { makeReadForm } from './read-form.ts';
import { makeReleaseTask } from './release-task.ts';
import { makeUnmaskFact } from './unmask-fact.ts';

const notFound = { ok: false, error: { code: 'case-not-found' } };
const unknown = CaseId.parse('z'.repeat(26));

const open = async () => {
  const scene = await ultpkScene();
  const { caseId, ticket } = await scene.file(1);
  const file = await scene.memory.cases.findFile(caseId);
  const task = file?.record.snapshot.tasks[0]?.id ?? '';
  const documentId = file?.documents[0]?.id;
  if (!file || !documentId) throw new Error('nothing was filed');
  const seq = file.record.snapshot.seq;
  const { ports } = scene;
  const reason = 'Mencocokkan dengan KTP';
  const operations = {
    'get-case': (member, id) => makeGetCase(ports)({ member, caseId: id }),
    'complete-step': (member, id) =>
      makeCompleteStep(ports)({
        member,
        caseId: id,
        step: 'initial-verification',
        outcome: 'accept',
        raw: {},
        expectedSeq: seq,
      }),
    'claim-task': (member, id) => makeClaimTask(ports)({ member, caseId: id, task, expectedSeq: seq }),
    'release-task': (member, id) => makeReleaseTask(ports)({ member, caseId: id, task, expectedSeq: seq }),
    'list-assignees': (member, id) => makeListAssignees(ports)({ member, caseId: id, task }),
    'assign-task': (member, id) =>
      makeAssignTask(ports)({ member, caseId: id, task, to: staffIdOf(2), expectedSeq: seq }),
    'interrupt-case': (member, id) =>
      makeInterruptCase(ports)({
        member,
        caseId: id,
        interruption: 'withdraw-at-counter',
        note: 'Atas permintaan.',
        expectedSeq: seq,
      }),
    'open-document': (member, id) => makeOpenDocument(ports)({ member, caseId: id, documentId }),
    'unmask-fact': (member, id) => makeUnmaskFact(ports)({ member, caseId: id, fact: 'nik', reason }),
    'prepare-step-upload': (member, id) =>
      makePrepareStepUpload(ports)({
        member,
        caseId: id,
        step: 'registration',
        requirement: 'registry-screen',
      }),
    'read-form': (member, id) => makeReadForm(ports)({ member, caseId: id, form: 'claim' }),
  } as const satisfies Record<string, (member: Membership, id: CaseId) => Promise<unknown>>;
  return { scene, caseId, ticket, seq, operations };
};

const names = [
  'get-case',
  'complete-step',
  'claim-task',
  'list-assignees',
  'assign-task',
  'release-task',
  'interrupt-case',
  'open-document',
  'unmask-fact',
] as const;

describe.each(names)('%s', (name) => {
  it('answers another agency, a role without a part, and an unknown case alike', async () => {
    const { scene, caseId, seq, operations } = await open();
    const { frontOffice, elsewhere } = scene.staff;
    const run = operations[name];
    expect(await run(elsewhere, caseId)).toEqual(notFound);
    expect(await run({ ...frontOffice, roles: ['kasir'] }, caseId)).toEqual(notFound);
    expect(await run({ ...frontOffice, roles: [] }, caseId)).toEqual(notFound);
    expect(await run(frontOffice, unknown)).toEqual(notFound);
    expect(await scene.seqOf(caseId)).toBe(seq);
    expect(await scene.ports.unmaskings.list(caseId)).toEqual([]);
  });

  it('answers a facilitator of another area as if there were no case', async () => {
    const { scene, caseId, operations } = await open();
    const areas = [RegionCode.parse('35.74.01')];
    expect(await operations[name]({ ...scene.staff.facilitator, areas }, caseId)).toEqual(notFound);
  });

  it('is closed to a deactivated member', async () => {
    const { scene, caseId, operations } = await open();
    expect(await operations[name]({ ...scene.staff.frontOffice, state: 'deactivated' }, caseId)).toEqual({
      ok: false,
      error: { code: 'member-deactivated' },
    });
  });

  it('does not reach a case of another tenant', async () => {
    const { scene, operations } = await open();
    const other = await ultpkScene({ platform: scene.platform, tenant: TenantId.parse('kota-lain') });
    const { caseId } = await other.file(2);
    expect(await operations[name](scene.staff.frontOffice, caseId)).toEqual(notFound);
  });
});

describe('acting on a case', () => {
  it('is for the role of the step; others of the service see it and are told why not', async () => {
    const { scene, caseId } = await open();
    const { backOffice, divisionHead, facilitator, manager } = scene.staff;
    for (const member of [backOffice, divisionHead, facilitator, manager]) {
      expect(await scene.complete(member, caseId, 'initial-verification', 'accept')).toEqual({
        ok: false,
        error: { code: 'case-rejected', rejection: { code: 'role-missing', role: 'frontOffice' } },
      });
    }
  });

  it('never lets staff speak for the applicant', async () => {
    const { scene, caseId } = await open();
    const missing = { requirements: ['family-card'], facts: [] };
    const member = scene.staff.frontOffice;
    const input = { note: 'Kurang jelas.', missing };
    valueIn(await scene.complete(member, caseId, 'initial-verification', 'return', input));
    expect(await scene.complete(member, caseId, 'complete-file', 'supplied')).toMatchObject({
      error: { rejection: { code: 'role-missing', role: 'applicant' } },
    });
    const withdraw = { member, caseId, interruption: 'withdraw', expectedSeq: await scene.seqOf(caseId) };
    expect(await makeInterruptCase(scene.ports)(withdraw)).toMatchObject({
      error: { rejection: { code: 'role-missing' } },
    });
  });

  it('is not for who holds the role in another agency, however they came by the id', async () => {
    const { scene, caseId, operations } = await open();
    const member = { ...scene.staff.elsewhere, roles: ['frontOffice', 'serviceManager'] };
    for (const name of names) expect(await operations[name](member, caseId)).toEqual(notFound);
  });
});

describe('unmasking', () => {
  it('is for those whose turn it is and for the manager', async () => {
    const { scene, caseId, operations } = await open();
    const { frontOffice, manager, backOffice, divisionHead } = scene.staff;
    expect(await operations['unmask-fact'](frontOffice, caseId)).toMatchObject({ ok: true });
    expect(await operations['unmask-fact'](manager, caseId)).toMatchObject({ ok: true });
    for (const member of [backOffice, divisionHead]) {
      expect(await operations['unmask-fact'](member, caseId)).toEqual({
        ok: false,
        error: { code: 'unmasking-not-allowed' },
      });
    }
  });

  it('is for the manager only once the case has ended', async () => {
    const { scene, caseId, operations } = await open();
    const { frontOffice, manager } = scene.staff;
    const note = 'Dirujuk ke layanan lain.';
    valueIn(await scene.complete(frontOffice, caseId, 'initial-verification', 'refer', { note }));
    expect(await operations['unmask-fact'](frontOffice, caseId)).toMatchObject({ ok: false });
    expect(await operations['unmask-fact'](manager, caseId)).toMatchObject({ ok: true });
  });
});

describe('reading a form', () => {
  it('is for who may do an open step that shows it, and for nobody else', async () => {
    const { scene, caseId } = await open();
    const read = (member: Membership, form = 'claim') => makeReadForm(scene.ports)({ member, caseId, form });
    const refused = { ok: false, error: { code: 'form-not-shown' } };
    const { frontOffice, facilitator, backOffice, manager } = scene.staff;
    for (const member of [frontOffice, facilitator, backOffice, manager]) {
      expect(await read(member)).toEqual(refused);
    }
    await scene.toSurvey(caseId);
    expect(await read(facilitator)).toMatchObject({ ok: true });
    expect(await read(facilitator, 'survey-visit')).toEqual(refused);
    for (const member of [frontOffice, backOffice, manager]) expect(await read(member)).toEqual(refused);
    expect((await scene.ports.unmaskings.list(caseId)).map(({ by }) => by)).toEqual([facilitator.id]);
  });

  it('is not for a colleague while somebody else holds the step', async () => {
    const { scene, caseId } = await open();
    await scene.toSurvey(caseId);
    const task = (await scene.memory.cases.find(caseId))?.snapshot.tasks.find(
      ({ step }) => step === 'field-survey',
    );
    const member = { ...scene.staff.facilitator, id: scene.staff.frontOffice.id };
    if (task?.assignee === undefined) {
      const claim = { caseId, task: task?.id ?? '', expectedSeq: await scene.seqOf(caseId) };
      valueIn(await makeClaimTask(scene.ports)({ ...claim, member: scene.staff.facilitator }));
    }
    expect(await makeReadForm(scene.ports)({ member, caseId, form: 'claim' })).toMatchObject({
      error: { code: 'form-not-shown' },
    });
  });
});

it('does not find a case by ticket for another agency or a role without a part', async () => {
  const { scene, ticket } = await open();
  const find = makeFindByTicket(scene.ports);
  const { frontOffice, elsewhere } = scene.staff;
  expect(await find({ member: elsewhere, ticket })).toEqual(notFound);
  expect(await find({ member: { ...frontOffice, roles: ['kasir'] }, ticket })).toEqual(notFound);
  expect(await find({ member: frontOffice, ticket: '0000-0000-0' })).toEqual(notFound);
});
