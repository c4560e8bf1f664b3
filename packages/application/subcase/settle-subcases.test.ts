import type { FileCase } from '@layan/domain/case/command';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Process } from '@layan/domain/standard/process';
import type { Standard } from '@layan/domain/standard/standard';
import { aTimer } from '@layan/domain/testing/a-standard';
import { testPerson } from '@layan/testing/builders/people';
import { inspection, request, subcaseScene } from '@layan/testing/scenes/subcase-scene';
import { describe, expect, it } from 'vitest';
import { makeSettleSubcases } from './settle-subcases.ts';

async function office(services = [request, inspection]) {
  const scene = await subcaseScene(services);
  const settle = makeSettleSubcases(scene.ports);
  const cases = () => [...scene.memory.table.cases.values()].map(({ snapshot }) => snapshot);
  /** A request whose inspection is filed and linked; both cases. */
  const opened = async () => {
    const caseId = await scene.waiting(1);
    await settle({ caseId });
    const child = (await scene.found(caseId)).snapshot.subcases?.[0]?.caseId;
    if (!child) throw new Error('nothing was opened');
    return { caseId, child };
  };
  return { ...scene, settle, cases, opened };
}

describe('a case that waits for another service', () => {
  it('gets a case there, with what it carries, and each knows the other', async () => {
    const { opened, found, sealOf } = await office();
    const { caseId, child } = await opened();
    const { snapshot: parent } = await found(caseId);
    const { snapshot, displayName } = await found(child);
    expect(parent.subcases).toMatchObject([{ step: 'inspect', caseId: child, ticket: snapshot.ticket }]);
    expect(snapshot.parent).toEqual({
      caseId,
      ticket: parent.ticket,
      task: parent.subcases?.[0]?.task,
    });
    expect(snapshot.standard.id).toBe(inspection.id);
    const seal = await sealOf(child);
    expect(snapshot.facts.wish).toBe(true);
    const { holder } = snapshot.facts;
    expect(holder && (await seal.openFact('holder', holder))).toBe(testPerson(1).name);
    expect(await seal.openText('display', displayName)).toBe(testPerson(1).name);
  });

  it('gets it once, however often and at the same time it is asked for', async () => {
    const { waiting, settle, cases, found } = await office();
    const caseId = await waiting(1);
    await Promise.all([settle({ caseId }), settle({ caseId }), settle({ caseId })]);
    await settle({ caseId });
    expect(cases()).toHaveLength(2);
    expect((await found(caseId)).snapshot.subcases).toHaveLength(1);
  });

  it('finds the one that was filed before it could be linked', async () => {
    const { waiting, settle, cases, memory } = await office();
    const caseId = await waiting(1);
    const before = await memory.cases.find(caseId);
    await settle({ caseId });
    if (before) memory.table.cases.set(caseId, before);
    expect(await settle({ caseId })).toEqual({ opened: 1, ended: 0 });
    expect(cases()).toHaveLength(2);
  });

  it('that ends leaves the other case to go on as its own, which says so once', async () => {
    const { opened, settle, run, complete, found } = await office();
    const { caseId, child } = await opened();
    await run(caseId, { type: 'interrupt', interruption: 'withdraw' });
    await Promise.all([settle({ caseId }), settle({ caseId })]);
    await settle({ caseId });
    const { snapshot } = await found(child);
    expect(snapshot.parent).toMatchObject({ caseId, left: 'ended' });
    const told = snapshot.timeline.filter(({ text }) => text.includes('sudah berakhir'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(snapshot.parent?.ticket);
    await complete(child, 'look', 'done', { result: true });
    expect((await found(child)).snapshot.ended?.ending).toBe('granted');
    expect(await settle({ caseId: child })).toEqual({ opened: 0, ended: 0 });
    expect((await found(caseId)).snapshot.ended?.ending).toBe('withdrawn');
  });

  it('that goes on without the other says so there, and takes no end of it any more', async () => {
    const timer = aTimer('give-up', 'asked', ['filed'], { after: { amount: 1, unit: 'hour' } });
    const impatient = { ...request, process: { ...request.process, timers: [timer] } };
    const { opened, settle, run, complete, found, clock } = await office([impatient, inspection]);
    const { caseId, child } = await opened();
    clock.advance(3_600_000);
    await run(caseId, { type: 'fireTimer', timer: 'give-up' }, { party: 'system' });
    await settle({ caseId });
    const { snapshot } = await found(child);
    expect(snapshot.parent?.left).toBe('goneOn');
    expect(snapshot.timeline.at(-1)?.text).toContain('tidak menunggunya lagi');
    await complete(child, 'look', 'done', { result: true });
    expect(await settle({ caseId: child })).toEqual({ opened: 0, ended: 0 });
    expect((await found(caseId)).snapshot.tasks).toMatchObject([{ step: 'work' }]);
    await complete(caseId, 'work', 'done');
    expect(await settle({ caseId })).toEqual({ opened: 1, ended: 0 });
  });

  it('is left alone while nothing waits', async () => {
    const { opened, settle } = await office();
    const { caseId, child } = await opened();
    expect(await settle({ caseId })).toEqual({ opened: 0, ended: 0 });
    expect(await settle({ caseId: child })).toEqual({ opened: 0, ended: 0 });
  });

  it('says so where the agency has not published that service', async () => {
    const { waiting, settle, cases } = await office([request]);
    const caseId = await waiting(1);
    await expect(settle({ caseId })).rejects.toThrow('pemeriksaan-uji');
    expect(cases()).toHaveLength(1);
  });

  it('does not open cases of a service that waits for itself without end', async () => {
    const step = request.process.steps.find(({ kind }) => kind === 'subcase');
    if (!step?.subcase) throw new Error('no step waits');
    const carries = { name: 'name' };
    const subcase = { ...step.subcase, service: request.id, channel: 'portal', carries };
    const round = {
      ...request,
      process: {
        ...request.process,
        steps: request.process.steps
          .filter(({ id }) => id !== 'work')
          .map((other) => (other === step ? { ...step, after: ['filed'], subcase } : other)),
      },
    };
    const { file, settle, found, cases } = await office([round]);
    const down = async (caseId: CaseId): Promise<void> => {
      await settle({ caseId });
      const next = (await found(caseId)).snapshot.subcases?.[0];
      if (next) await down(next.caseId);
    };
    await expect(down(await file(1))).rejects.toThrow('and so on');
    expect(cases()).toHaveLength(6);
  });
});

describe('what was told in confidence', () => {
  const identity = (fact: string) => ({ identity: { facts: [fact], seenBy: ['officer'] } });
  const confidential = { confidential: { label: 'Rahasiakan?', seenBy: ['officer'] } };
  const asking = (process: Partial<Process>): Standard => ({
    ...request,
    process: {
      ...request.process,
      ...process,
      channels: request.process.channels.map((one) => ({
        ...one,
        identity: 'optional' as const,
        confidential: true,
      })),
    },
  });
  const taking = (process: Partial<Process>): Standard => ({
    ...inspection,
    process: { ...inspection.process, ...process },
  });
  const childOf = async (services: Standard[], more: Partial<FileCase>) => {
    const { waiting, settle, cases } = await office(services);
    const caseId = await waiting(1, more);
    const settled = settle({ caseId });
    return { settled, child: async () => (await settled) && cases().find(({ parent }) => parent) };
  };

  it('names nobody to a service that keeps no names to itself', async () => {
    const { settled } = await childOf([asking(identity('name')), inspection], { anonymous: true });
    await expect(settled).rejects.toThrow('facts-missing');
    const free = taking({
      forms: inspection.process.forms.map((form) => ({
        ...form,
        pages: form.pages.map((page) => ({
          ...page,
          fields: page.fields.map((field) => ({ ...field, required: false })),
        })),
      })),
    });
    const other = await childOf([asking(identity('name')), free], { anonymous: true });
    expect(await other.child()).toMatchObject({ anonymous: true, facts: { wish: true } });
    expect((await other.child())?.facts).not.toHaveProperty('holder');
  });

  it('stays with those who may know who it is, there as well, though nobody is asked there', async () => {
    const services = [asking(identity('name')), taking(identity('holder'))];
    const child = await (await childOf(services, { anonymous: true })).child();
    expect(child).toMatchObject({ anonymous: true });
    expect(child?.facts).toHaveProperty('holder');
  });

  it('is confidential there as well, and is not handed to a service where all may read it', async () => {
    const told = { confidential: true } as const;
    const kept = await childOf([asking(confidential), taking(confidential)], told);
    expect(await kept.child()).toMatchObject({ confidential: true });
    const { settled } = await childOf([asking(confidential), inspection], told);
    await expect(settled).rejects.toThrow('is confidential');
  });
});

describe('the end of that case', () => {
  it('comes back with what was found, sealed for the case that waited', async () => {
    const { opened, complete, settle, found, sealOf } = await office();
    const { caseId, child } = await opened();
    await complete(child, 'look', 'done', { result: true, remark: 'Tangga curam' });
    expect(await settle({ caseId: child })).toEqual({ opened: 0, ended: 1 });
    const { snapshot } = await found(caseId);
    expect(snapshot).toMatchObject({ ended: { ending: 'granted' }, facts: { safe: true } });
    const { remark } = snapshot.facts;
    expect(remark && (await (await sealOf(caseId)).openFact('remark', remark))).toBe('Tangga curam');
  });

  it('comes back once, from whichever of the two is looked at', async () => {
    const { opened, complete, settle, found } = await office();
    const { caseId, child } = await opened();
    await complete(child, 'look', 'refuse', { result: false });
    await Promise.all([settle({ caseId }), settle({ caseId: child }), settle({ caseId: child })]);
    const { snapshot } = await found(caseId);
    expect(snapshot.ended?.ending).toBe('refused');
    expect(snapshot.subcases).toMatchObject([{ ended: true }]);
  });

  it('waits while the case is on hold, and comes once that goes on', async () => {
    const { opened, complete, settle, found, run } = await office();
    const { caseId, child } = await opened();
    await run(caseId, { type: 'suspend', suspension: 'hold', note: { sealed: 'v1.alasan' } });
    await complete(child, 'look', 'done', { result: true });
    expect(await settle({ caseId: child })).toEqual({ opened: 0, ended: 0 });
    await run(caseId, { type: 'resume' });
    expect(await settle({ caseId })).toEqual({ opened: 0, ended: 1 });
    expect((await found(caseId)).snapshot.ended?.ending).toBe('granted');
  });
});

describe('a case whose end opens the next matter', () => {
  const opening = (): Standard => ({
    ...request,
    process: {
      ...request.process,
      endings: request.process.endings.map((ending) => ({
        ...ending,
        opens: { service: inspection.id, channel: 'internal', carries: { holder: 'name', wish: 'wish' } },
      })),
    },
  });
  const ended = async () => {
    const scene = await office([opening(), inspection]);
    const { caseId, child } = await scene.opened();
    await scene.complete(child, 'look', 'done', { result: true });
    await scene.settle({ caseId: child });
    return { ...scene, caseId };
  };

  it('has it filed once, with what it carries, and each names the other', async () => {
    const { caseId, settle, found, cases, sealOf } = await ended();
    await Promise.all([settle({ caseId }), settle({ caseId })]);
    await settle({ caseId });
    expect(cases()).toHaveLength(3);
    const { snapshot } = await found(caseId);
    const { caseId: next, ticket } = snapshot.successor ?? { caseId, ticket: '' };
    const opened = (await found(next)).snapshot;
    expect(opened).toMatchObject({ ticket, predecessor: { caseId, ticket: snapshot.ticket } });
    expect(opened.parent).toBeUndefined();
    const { holder } = opened.facts;
    expect(holder && (await (await sealOf(next)).openFact('holder', holder))).toBe(testPerson(1).name);
  });
});
