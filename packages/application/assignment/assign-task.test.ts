import { RegionCode } from '@layan/domain/kernel/ids';
import { aMember } from '@layan/testing/builders/a-tenant';
import { OTHER_AGENCY, staffIdOf } from '@layan/testing/builders/ids';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeAssignTask } from './assign-task.ts';
import { makeListAssignees } from './list-assignees.ts';

async function surveyWaiting() {
  const scene = await ultpkScene();
  const { caseId } = await scene.toIssue(1);
  const { agency } = scene.staff.facilitator;
  const near = aMember(21, { agency, roles: ['facilitator'], areas: [RegionCode.parse('35.74.04')] });
  const far = aMember(22, { agency, roles: ['facilitator'], areas: [RegionCode.parse('35.74.01')] });
  const left = aMember(23, { agency, roles: ['facilitator'], state: 'deactivated' });
  const stranger = aMember(24, { agency: OTHER_AGENCY, roles: ['facilitator'] });
  for (const one of [near, far, left, stranger]) await scene.memory.staff.save(one, undefined);
  const taskOf = async () =>
    (await scene.memory.cases.find(caseId))?.snapshot.tasks.find(({ role }) => role === 'facilitator');
  const task = (await taskOf())?.id ?? '';
  const assign = async (member = scene.staff.backOffice, to = near.id) =>
    makeAssignTask(scene.ports)({ member, caseId, task, to, expectedSeq: await scene.seqOf(caseId) });
  const list = (member = scene.staff.backOffice, id = task) =>
    makeListAssignees(scene.ports)({ member, caseId, task: id });
  const holder = async () => (await taskOf())?.assignee?.id;
  return { ...scene, caseId, task, near, far, left, stranger, assign, list, holder };
}

describe('handing a task to somebody', () => {
  it('gives it to them, also when another has it', async () => {
    const { assign, holder, near, staff } = await surveyWaiting();
    valueIn(await assign());
    expect(await holder()).toBe(near.id);
    valueIn(await assign(staff.manager, staff.facilitator.id));
    expect(await holder()).toBe(staff.facilitator.id);
  });

  it('is for the coordinator of the step and for managers', async () => {
    const { assign, holder, staff } = await surveyWaiting();
    for (const member of [staff.frontOffice, staff.facilitator, staff.divisionHead])
      expect(await assign(member)).toMatchObject({
        error: { code: 'case-rejected', rejection: { code: 'role-missing' } },
      });
    expect(await holder()).toBeUndefined();
  });

  it('is refused for who does not cover the area', async () => {
    const { assign, far, staff } = await surveyWaiting();
    expect(await assign(staff.backOffice, far.id)).toMatchObject({
      error: { code: 'case-rejected', rejection: { code: 'assignee-refused', name: far.name } },
    });
  });

  it('does not tell apart who has left, works elsewhere, or does not exist', async () => {
    const { assign, left, stranger, staff } = await surveyWaiting();
    const answers = await Promise.all(
      [left.id, stranger.id, staffIdOf(99)].map((to) => assign(staff.backOffice, to)),
    );
    expect(answers[0]).toMatchObject({ error: { rejection: { code: 'assignee-refused' } } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is told to the citizen once', async () => {
    const { assign, memory, caseId, staff } = await surveyWaiting();
    await assign();
    await assign(staff.manager, staff.facilitator.id);
    const timeline = (await memory.cases.find(caseId))?.snapshot.timeline ?? [];
    expect(timeline.filter(({ text }) => text.startsWith('Petugas survei sudah ditunjuk'))).toHaveLength(1);
  });
});

describe('whom a task can be handed to', () => {
  it('are those who cover the area, least work first, with their areas by name', async () => {
    const { list, assign, near, staff } = await surveyWaiting();
    await assign();
    expect(valueIn(await list())).toEqual([
      { id: near.id, name: near.name, areas: ['Kecamatan Kanigaran'], load: 0, holds: true },
      { id: staff.facilitator.id, name: staff.facilitator.name, areas: [], load: 0, holds: false },
    ]);
  });

  it('counts what they hold besides', async () => {
    const { list, near, staff, toIssue, ports, memory, seqOf } = await surveyWaiting();
    const other = await toIssue(2);
    const task =
      (await memory.cases.find(other.caseId))?.snapshot.tasks.find(({ role }) => role === 'facilitator')
        ?.id ?? '';
    const expectedSeq = await seqOf(other.caseId);
    const input = { member: staff.manager, caseId: other.caseId, task, to: near.id, expectedSeq };
    valueIn(await makeAssignTask(ports)(input));
    expect(valueIn(await list()).map(({ id, load }) => [id, load])).toEqual([
      [staff.facilitator.id, 0],
      [near.id, 1],
    ]);
  });

  it('are shown to those who give the work out only', async () => {
    const { list, staff } = await surveyWaiting();
    expect(await list(staff.facilitator)).toMatchObject({ error: { code: 'role-missing' } });
    expect(await list(staff.manager)).toMatchObject({ ok: true });
  });

  it('are nobody for a task that is gone', async () => {
    const { list, staff } = await surveyWaiting();
    expect(await list(staff.manager, 'field-survey.99')).toMatchObject({
      error: { code: 'case-rejected', rejection: { code: 'unknown-task' } },
    });
  });
});
