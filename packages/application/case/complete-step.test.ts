import { countPortCalls } from '@layan/testing/count-port-calls';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeClaimTask } from './claim-task.ts';
import { makeCompleteStep } from './complete-step.ts';
import { makeGetCase } from './get-case.ts';
import { makeReleaseTask } from './release-task.ts';

const verify = { step: 'initial-verification', outcome: 'accept', raw: {} } as const;
const listed = { registryStatus: 'listed', registrySource: 'dtsen', registryAsOf: '2026-01-31' };

const filed = async () => {
  const scene = await ultpkScene();
  const { caseId } = await scene.file(1);
  return { scene, caseId, expectedSeq: await scene.seqOf(caseId) };
};

describe('a step that is completed', () => {
  it('hands the case on and shows it as it is now', async () => {
    const { scene, caseId } = await filed();
    const done = valueIn(await scene.complete(scene.staff.frontOffice, caseId, verify.step, 'accept'));
    expect(done.repeated).toBe(false);
    expect(done.view.actions.filter(({ kind }) => kind === 'step').map(({ id }) => id)).toEqual([
      'registration',
    ]);
    expect(done.view.timeline.map(({ who, what }) => [who, what])).toContainEqual([
      'Petugas Uji 1 (Front Office (FO))',
      expect.stringContaining('Terima berkas'),
    ]);
  });

  it('costs one read and one transaction', async () => {
    const { scene, caseId, expectedSeq } = await filed();
    const { ports, calls } = countPortCalls(scene.ports);
    const input = { ...verify, member: scene.staff.frontOffice, caseId, expectedSeq, idempotencyKey: 'a' };
    valueIn(await makeCompleteStep(ports)(input));
    expect(calls).toEqual(['cases.findFile', 'cases.commit']);
  });

  it('starts the promise, in words for staff', async () => {
    const { scene, caseId } = await filed();
    const { view } = valueIn(await scene.complete(scene.staff.frontOffice, caseId, verify.step, 'accept'));
    expect(view.promises.map(({ id, state, due }) => [id, state, due])).toEqual([
      ['bestari-promise', 'conditional', 'Rabu, 4 Februari 2026, 10.00 WIB'],
      ['pendalungan-promise', 'conditional', 'Senin, 9 Februari 2026'],
    ]);
  });

  it('says which answers cannot be read, in the words of the form', async () => {
    const { scene, caseId } = await filed();
    await scene.complete(scene.staff.frontOffice, caseId, verify.step, 'accept');
    const raw = { ...listed, decile: 'sepuluh', registryAsOf: '31-31-2026' };
    expect(
      await scene.complete(scene.staff.backOffice, caseId, 'registration', 'register', { raw }),
    ).toMatchObject({
      error: {
        code: 'facts-invalid',
        problems: [
          { fact: 'registryAsOf', code: 'date-malformed' },
          { fact: 'decile', code: 'number-malformed' },
        ],
      },
    });
  });

  it('leaves what is missing to the process to refuse', async () => {
    const { scene, caseId } = await filed();
    await scene.complete(scene.staff.frontOffice, caseId, verify.step, 'accept');
    const answer = await scene.complete(scene.staff.backOffice, caseId, 'registration', 'register');
    expect(answer).toMatchObject({
      error: { code: 'case-rejected', rejection: { code: 'facts-missing', facts: ['registryStatus'] } },
    });
  });

  it('seals its note; the case shows it opened', async () => {
    const { scene, caseId } = await filed();
    const note = 'Kartu keluarga terpotong di bagian bawah.';
    const missing = { requirements: ['family-card'], facts: [] };
    const input = { note, missing };
    const { view } = valueIn(
      await scene.complete(scene.staff.frontOffice, caseId, verify.step, 'return', input),
    );
    expect(view.returned).toMatchObject({ labels: ['Kartu keluarga'], note });
    expect(JSON.stringify(scene.memory.table.cases.get(caseId))).not.toContain('terpotong');
  });
});

describe('two people on one case', () => {
  it('the second learns who did what, and nothing is written', async () => {
    const { scene, caseId, expectedSeq } = await filed();
    const complete = makeCompleteStep(scene.ports);
    valueIn(await complete({ ...verify, member: scene.staff.frontOffice, caseId, expectedSeq }));
    const seq = await scene.seqOf(caseId);
    const second = await complete({ ...verify, member: scene.staff.secondFrontOffice, caseId, expectedSeq });
    expect(second).toMatchObject({
      error: {
        code: 'case-changed',
        seq,
        lastChange: { by: { name: 'Petugas Uji 1' }, what: expect.stringContaining('Terima berkas') },
      },
    });
    expect(await scene.seqOf(caseId)).toBe(seq);
  });

  it('at the very same moment one is done and the other hears of it', async () => {
    const { scene, caseId, expectedSeq } = await filed();
    const complete = makeCompleteStep(scene.ports);
    const { frontOffice, secondFrontOffice } = scene.staff;
    const answers = await Promise.all(
      [frontOffice, secondFrontOffice].map((member) => complete({ ...verify, member, caseId, expectedSeq })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'case-changed' } });
  });

  it('is not in the way of another step that was given out meanwhile', async () => {
    const scene = await ultpkScene();
    const { caseId } = await scene.toIssue(5);
    const expectedSeq = (await scene.memory.cases.find(caseId))?.snapshot.seq ?? 0;
    const surveys = (await scene.memory.cases.find(caseId))?.snapshot.tasks ?? [];
    const task = surveys.find(({ step }) => step === 'field-survey')?.id ?? '';
    valueIn(await makeClaimTask(scene.ports)({ member: scene.staff.facilitator, caseId, task, expectedSeq }));
    const issued = await scene.complete(scene.staff.backOffice, caseId, 'issue-bestari', 'issue', {
      expectedSeq,
    });
    expect(valueIn(issued).view.products).toMatchObject([{ state: 'provisional' }]);
  });

  it('is refused to whoever missed that somebody else took it', async () => {
    const scene = await ultpkScene();
    const { caseId } = await scene.file(6);
    const { snapshot } = (await scene.memory.cases.find(caseId)) ?? {};
    const expectedSeq = snapshot?.seq ?? 0;
    const task = snapshot?.tasks[0]?.id ?? '';
    valueIn(
      await makeClaimTask(scene.ports)({ member: scene.staff.secondFrontOffice, caseId, task, expectedSeq }),
    );
    const late = await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'accept', {
      expectedSeq,
    });
    expect(late).toMatchObject({ error: { code: 'case-rejected', rejection: { code: 'held-by-other' } } });
  });

  it('cannot be done by somebody who says to have seen what has not happened', async () => {
    const scene = await ultpkScene();
    const { caseId } = await scene.file(7);
    const future = await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'accept', {
      expectedSeq: 99,
    });
    expect(future).toMatchObject({ error: { code: 'case-changed' } });
  });

  it('only who took a task works on it; the manager may put it back', async () => {
    const { scene, caseId, expectedSeq } = await filed();
    const { frontOffice, secondFrontOffice, manager } = scene.staff;
    const task = (await scene.memory.cases.find(caseId))?.snapshot.tasks[0]?.id ?? '';
    const claim = makeClaimTask(scene.ports);
    const claimed = valueIn(await claim({ member: frontOffice, caseId, task, expectedSeq }));
    expect(claimed.view.actions[0]?.assignee).toEqual({ name: 'Petugas Uji 1', me: true });
    const held = await scene.complete(secondFrontOffice, caseId, verify.step, 'accept');
    expect(held).toMatchObject({ error: { rejection: { code: 'held-by-other', name: 'Petugas Uji 1' } } });
    const seq = await scene.seqOf(caseId);
    valueIn(await makeReleaseTask(scene.ports)({ member: manager, caseId, task, expectedSeq: seq }));
    valueIn(await scene.complete(secondFrontOffice, caseId, verify.step, 'accept'));
  });

  it('taking a task twice takes it once', async () => {
    const { scene, caseId, expectedSeq } = await filed();
    const member = scene.staff.frontOffice;
    const task = (await scene.memory.cases.find(caseId))?.snapshot.tasks[0]?.id ?? '';
    const claim = makeClaimTask(scene.ports);
    valueIn(await claim({ member, caseId, task, expectedSeq }));
    const seq = await scene.seqOf(caseId);
    valueIn(await claim({ member, caseId, task, expectedSeq: seq }));
    expect(await scene.seqOf(caseId)).toBe(seq);
  });
});

describe('the same command sent again with its key', () => {
  it('is answered as done and done once, one after the other or at once', async () => {
    const { scene, caseId, expectedSeq } = await filed();
    const input = {
      ...verify,
      member: scene.staff.frontOffice,
      caseId,
      expectedSeq,
      idempotencyKey: 'kunci-1',
    };
    const complete = makeCompleteStep(scene.ports);
    const answers = await Promise.all([complete(input), complete(input), complete(input)]);
    answers.push(await complete(input));
    expect(answers.map((answer) => valueIn(answer).repeated).sort()).toEqual([false, true, true, true]);
    const events = scene.memory.table.events.get(caseId) ?? [];
    expect(events.filter(({ body }) => body.type === 'stepCompleted')).toHaveLength(1);
  });

  it('is answered as done also after the case went on', async () => {
    const { scene, caseId, expectedSeq } = await filed();
    const input = {
      ...verify,
      member: scene.staff.frontOffice,
      caseId,
      expectedSeq,
      idempotencyKey: 'kunci-1',
    };
    valueIn(await makeCompleteStep(scene.ports)(input));
    const { backOffice } = scene.staff;
    const attachments = await scene.bringAll(backOffice, caseId, 'registration');
    const registered = { raw: listed, attachments };
    valueIn(await scene.complete(backOffice, caseId, 'registration', 'register', registered));
    const again = valueIn(await makeCompleteStep(scene.ports)(input));
    expect(again.repeated).toBe(true);
    expect(again.view.seq).toBe(await scene.seqOf(caseId));
  });

  it('is refused with another body, and does not answer another member', async () => {
    const { scene, caseId, expectedSeq } = await filed();
    const { frontOffice, secondFrontOffice } = scene.staff;
    const input = { ...verify, member: frontOffice, caseId, expectedSeq, idempotencyKey: 'kunci-1' };
    const complete = makeCompleteStep(scene.ports);
    valueIn(await complete(input));
    expect(await complete({ ...input, outcome: 'refer', note: 'Lain.' })).toMatchObject({
      error: { code: 'idempotency-mismatch' },
    });
    expect(await complete({ ...input, member: secondFrontOffice })).toMatchObject({
      error: { code: 'case-changed' },
    });
  });
});

it('shows what may be done, and why not the rest', async () => {
  const { scene, caseId } = await filed();
  const view = valueIn(await makeGetCase(scene.ports)({ member: scene.staff.backOffice, caseId }));
  expect(view.actions.find(({ id }) => id === 'initial-verification')).toMatchObject({
    allowed: false,
    role: 'Front Office (FO)',
    refusal: { code: 'role-missing', role: 'frontOffice' },
  });
});
