import { RegionCode, TenantId } from '@layan/domain/kernel/ids';
import { createLogger } from '@layan/observability/logger';
import { aCaseWithCard, CARD } from '@layan/testing/builders/a-card';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { aTenant } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { subcaseScene } from '@layan/testing/scenes/subcase-scene';
import { PROBOLINGGO, ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { seededRandom } from '@layan/testing/seeded-random';
import { describe, expect, it, vi } from 'vitest';
import { createProject } from './project.ts';

const tenant = TenantId.parse('kota-uji');
const drawLetter = async () => new TextEncoder().encode('%PDF-uji');

async function projections() {
  const clock = fixedClock();
  const platform = memoryPlatform(clock);
  const ports = platform.open(tenant);
  await ports.directory.save(aTenant());
  await ports.cases.commit(aFiledCase(1, { tasks: [] }));
  await ports.ensureSigning('arn:sign');
  const random = seededRandom('projections');
  const lines: string[] = [];
  return {
    project: createProject(
      (opened) => ({
        ...platform.open(opened),
        clock,
        random,
        drawLetter,
        origin: 'https://kota-uji.layan.example',
      }),
      createLogger('projections', (line) => lines.push(line)),
    ),
    ports,
    lines,
  };
}

/** A case of the real standard whose survey waits for somebody. */
async function surveyWaiting() {
  const scene = await ultpkScene();
  const { caseId } = await scene.file(1);
  const record = scene.memory.table.cases.get(caseId);
  const survey = scene.version.standard.process.steps.find(({ assign }) => assign === 'leastLoad');
  if (!record || !survey?.role) throw new Error('no work of this standard is given out');
  const tasks = [{ id: `${survey.id}.1`, step: survey.id, role: survey.role, openedAt: scene.clock.now() }];
  scene.memory.table.cases.set(caseId, { ...record, snapshot: { ...record.snapshot, tasks } });
  const lines: string[] = [];
  const project = createProject(
    () => ({
      ...scene.ports,
      signer: scene.memory.signer,
      drawLetter,
      origin: 'https://kota-probolinggo.layan.example',
    }),
    createLogger('projections', (line) => lines.push(line)),
  );
  const tell = () => project({ Records: [message('m1', { tenant: PROBOLINGGO, caseId })] });
  return { ...scene, caseId, lines, tell };
}

const message = (messageId: string, body: unknown) => ({ messageId, body: JSON.stringify(body) });

describe('projections', () => {
  it('counts the case a pointer names, for the tenant it names', async () => {
    const { project, ports } = await projections();
    const answer = await project({ Records: [message('m1', { tenant, caseId: caseIdOf(1) })] });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await ports.figures.countedTo(caseIdOf(1))).toBe(1);
    expect((await ports.figures.day(AGENCY, '2026-03-02'))?.figures.filed ?? 0).toBeGreaterThanOrEqual(0);
  });

  it('reads a case that needs nothing more once, and once more before its destruction is planned', async () => {
    const { project, ports } = await projections();
    const reads = vi.spyOn(ports.cases, 'find');
    expect(await project({ Records: [message('m1', { tenant, caseId: caseIdOf(1) })] })).toEqual({
      batchItemFailures: [],
    });
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('notes where the case stands, for the next seal, however often it is told', async () => {
    const { project, ports } = await projections();
    const pointer = message('m1', { tenant, caseId: caseIdOf(1) });
    await project({ Records: [pointer, pointer] });
    const snapshot = (await ports.cases.find(caseIdOf(1)))?.snapshot;
    expect(await ports.seals.heads(9)).toEqual([
      { caseId: caseIdOf(1), seq: snapshot?.seq, hash: snapshot?.lastHash },
    ]);
  });

  it('tells the card of a case to the status list of its register, signed', async () => {
    const { project, ports } = await projections();
    await ports.cases.commit(aCaseWithCard(2, 'active', { tasks: [] }));
    const pointer = message('m1', { tenant, caseId: caseIdOf(2) });
    expect(await project({ Records: [pointer, pointer] })).toEqual({ batchItemFailures: [] });
    const list = await ports.statusLists.find(`${AGENCY}.${CARD}/2026`);
    expect(list).toMatchObject({ revision: 1, signed: expect.stringMatching(/^[\w-]+(\.[\w-]+){2}$/) });
  });

  it('gives open work to who covers the area, once, and says when nobody does', async () => {
    const { tell, lines, memory, staff, caseId } = await surveyWaiting();
    await memory.staff.save({ ...staff.facilitator, areas: [], revision: 2 }, 1);
    expect(await tell()).toEqual({ batchItemFailures: [] });
    expect(await tell()).toEqual({ batchItemFailures: [] });
    const [task] = (await memory.cases.find(caseId))?.snapshot.tasks ?? [];
    expect(task?.assignee?.id).toBe(staff.facilitator.id);
    expect(lines.filter((line) => line.includes('L204'))).toHaveLength(1);
    expect(lines.join()).not.toContain('L205');
  });

  it('leaves work that nobody covers where it is, and says so', async () => {
    const { tell, lines, memory, staff, caseId } = await surveyWaiting();
    const elsewhere = { ...staff.facilitator, areas: [RegionCode.parse('35.74.01')], revision: 2 };
    await memory.staff.save(elsewhere, 1);
    expect(await tell()).toEqual({ batchItemFailures: [] });
    const [task] = (await memory.cases.find(caseId))?.snapshot.tasks ?? [];
    expect(task?.assignee).toBeUndefined();
    expect(lines.join()).toContain('L205');
  });

  it('opens the case of another service that a case waits for, and tells it the end', async () => {
    const scene = await subcaseScene();
    const lines: string[] = [];
    const project = createProject(
      () => ({
        ...scene.ports,
        signer: scene.memory.signer,
        drawLetter,
        origin: 'https://kota-uji.layan.example',
      }),
      createLogger('projections', (line) => lines.push(line)),
    );
    const tell = (caseId: string) => project({ Records: [message('m1', { tenant, caseId })] });
    const caseId = await scene.waiting(1);
    expect(await tell(caseId)).toEqual({ batchItemFailures: [] });
    expect(await tell(caseId)).toEqual({ batchItemFailures: [] });
    const [child] = (await scene.found(caseId)).snapshot.subcases ?? [];
    if (!child) throw new Error('nothing was opened');
    await scene.complete(child.caseId, 'look', 'done', { result: true });
    expect(await tell(child.caseId)).toEqual({ batchItemFailures: [] });
    expect((await scene.found(caseId)).snapshot.ended?.ending).toBe('granted');
    expect(lines.filter((line) => line.includes('L206'))).toHaveLength(2);
  });

  it('hands back only the message that failed, and says why without what is in it', async () => {
    const { project, ports, lines } = await projections();
    const answer = await project({
      Records: [message('m1', { tenant: 'nowhere' }), message('m2', { tenant, caseId: caseIdOf(1) })],
    });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(await ports.figures.countedTo(caseIdOf(1))).toBe(1);
    expect(lines.some((line) => line.includes('L203'))).toBe(true);
  });
});
