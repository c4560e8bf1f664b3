import { emergencyRole, officerRole } from '@layan/domain/case/authority';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { answersOf, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeFindByTicket } from '../case/find-by-ticket.ts';
import { makeGetCase } from '../case/get-case.ts';
import { makeSuspendCase } from '../case/hold-case.ts';
import { makeUnmaskFact } from '../case/unmask-fact.ts';
import { makeSubmitFiling } from '../filing/submit-filing.ts';
import { makeHoldForLaw } from '../privacy/list-retention.ts';
import { makeTrackCase } from '../tracking/track-case.ts';
import { makeErasePerson } from './erase-person.ts';
import { makeFinishErasures } from './finish-erasures.ts';

const by = { party: 'system' } as const;
const mayErase = async () => undefined;
const erasedText = 'Data pribadi telah dihapus';

type Scene = Awaited<ReturnType<typeof ultpkScene>>;

/** A claim of test person n that came to nothing. */
async function endedCase(scene: Scene, n: number) {
  const receipt = await scene.file(n);
  const done = await scene.complete(
    scene.staff.frontOffice,
    receipt.caseId,
    'initial-verification',
    'refer',
    {
      note: 'Silakan ke dinas lain.',
    },
  );
  valueIn(done);
  return receipt;
}

const nikOf = (n: number) => ({ kind: 'nik' as const, value: testPerson(n).nik });
const stored = (table: object): string =>
  JSON.stringify(table, (_, value: unknown) => (value instanceof Map ? [...value.entries()] : value));

describe('erasing a person', () => {
  it('leaves cases that say how they went, and of whom no more', async () => {
    const scene = await ultpkScene();
    const { caseId, ticket, secret } = await endedCase(scene, 1);
    const before = await scene.ports.cases.findFile(caseId);
    const done = await makeErasePerson(scene.ports)({ ...nikOf(1), by, mayErase });
    expect(done).toEqual({ erased: [caseId], kept: [] });

    const view = valueIn(await makeGetCase(scene.ports)({ member: scene.staff.frontOffice, caseId }));
    expect(view.applicant).toBe(erasedText);
    expect(view.facts.find(({ fact }) => fact === 'nik')?.value).toBe(erasedText);
    expect(view.ended).toBeDefined();
    const tracked = valueIn(await makeTrackCase(scene.ports)({ ticket, secret }));
    // Where they live, as far as it divides the work, and what they ticked is of class ordinary.
    const { applicant, head, address, contact, help } = answersOf(1);
    const typed = [applicant?.['applicantName'], head?.['nik'], address?.['address'], contact?.['phone']];
    for (const value of [...typed, help?.['helpNeeded']]) {
      expect(value).toBeDefined();
      for (const shown of [view, tracked]) expect(JSON.stringify(shown)).not.toContain(value);
    }
    const after = await scene.ports.cases.findFile(caseId);
    expect(after?.events).toEqual(before?.events);
  });

  it('leaves nothing in the table that the keys of the tenant open', async () => {
    const scene = await ultpkScene();
    const { caseId } = await endedCase(scene, 1);
    const record = await scene.ports.cases.find(caseId);
    if (!record) throw new Error('no case');
    const everywhere = () => stored(scene.memory.table).split(record.key).length - 1;
    // The case, its status, its row in the book or its form.
    expect(everywhere()).toBeGreaterThanOrEqual(3);
    await makeErasePerson(scene.ports)({ ...nikOf(1), by, mayErase });
    expect(everywhere()).toBe(0);
    for (const kind of ['nik', 'familyCardNumber'] as const) {
      const [index = ''] = await scene.ports.vault.indexes(kind, testPerson(1)[kind]);
      expect(stored(scene.memory.table)).not.toContain(index);
    }
  });

  it('keeps what still runs, what is in force, and what the rule holds back', async () => {
    const scene = await ultpkScene();
    const running = await scene.file(1);
    const held = await endedCase(scene, 2);
    const erase = makeErasePerson(scene.ports);
    expect(await erase({ ...nikOf(1), by, mayErase })).toEqual({
      erased: [],
      kept: [{ caseId: running.caseId, code: 'case-open' }],
    });
    const input = { ...nikOf(2), by, mayErase: async () => 'legal-hold' };
    expect(await erase(input)).toEqual({
      erased: [],
      kept: [{ caseId: held.caseId, code: 'not-allowed', why: 'legal-hold' }],
    });
    const view = valueIn(
      await makeGetCase(scene.ports)({ member: scene.staff.frontOffice, caseId: held.caseId }),
    );
    expect(view.applicant).toBe(testPerson(2).name);
  });

  it('cannot be held, unmasked or changed any more, and is told so; whoever reads it in an emergency sees that it is gone', async () => {
    const scene = await ultpkScene();
    const { caseId, ticket } = await endedCase(scene, 1);
    await makeErasePerson(scene.ports)({ ...nikOf(1), by, mayErase });
    const { ports, staff } = scene;
    const officer = { ...staff.frontOffice, roles: [officerRole] };
    const reason = 'Diminta kejaksaan untuk perkara lain.';
    expect(await makeHoldForLaw(ports)({ member: officer, ticket, reason })).toEqual({
      ok: false,
      error: { code: 'case-erased' },
    });
    const unmask = { member: staff.manager, caseId, fact: 'nik', reason };
    expect(await makeUnmaskFact(ports)(unmask)).toMatchObject({ error: { code: 'value-unreadable' } });
    expect(await ports.unmaskings.list(caseId)).toEqual([]);
    const expectedSeq = await scene.seqOf(caseId);
    const hold = { member: staff.frontOffice, caseId, suspension: 'any', note: 'Menunggu.', expectedSeq };
    expect(await makeSuspendCase(ports)(hold)).toMatchObject({
      error: { code: 'case-rejected', rejection: { code: 'case-ended' } },
    });
    const reader = aMember(41, { agency: officer.agency, roles: [emergencyRole] });
    const seen = valueIn(await makeGetCase(ports)({ member: reader, caseId }));
    expect(JSON.stringify(seen)).not.toContain(testPerson(1).name);
    expect(valueIn(await makeFindByTicket(ports)({ member: reader, ticket }))).toMatchObject({ caseId });
  });

  it('is not held by who asked at the moment in which it was erased', async () => {
    const scene = await ultpkScene();
    const { ticket, caseId } = await endedCase(scene, 1);
    const { ports, staff } = scene;
    const officer = { ...staff.frontOffice, roles: [officerRole] };
    const hold: typeof ports.retention.hold = async (input) => {
      await makeErasePerson(ports)({ ...nikOf(1), by, mayErase });
      return ports.retention.hold(input);
    };
    const racing = { ...ports, retention: { ...ports.retention, hold } };
    const asked = { member: officer, ticket, reason: 'Diminta kejaksaan.' };
    expect(await makeHoldForLaw(racing)(asked)).toMatchObject({ error: { code: 'case-erased' } });
    expect(await ports.retention.findHold(officer.agency, caseId)).toBeUndefined();
  });

  it('goes on where it was interrupted', async () => {
    const scene = await ultpkScene();
    const first = await endedCase(scene, 1);
    const second = await endedCase(scene, 1);
    let calls = 0;
    const erasing = {
      ...scene.ports.erasing,
      erase: async (...input: Parameters<typeof scene.ports.erasing.erase>) => {
        calls += 1;
        if (calls === 2) throw new Error('the power went');
        return scene.ports.erasing.erase(...input);
      },
    };
    const input = { ...nikOf(1), by, mayErase };
    await expect(makeErasePerson({ ...scene.ports, erasing })(input)).rejects.toThrow('the power went');
    const rest = await makeErasePerson(scene.ports)(input);
    expect(rest.erased).toHaveLength(1);
    for (const { caseId } of [first, second]) {
      const view = valueIn(await makeGetCase(scene.ports)({ member: scene.staff.frontOffice, caseId }));
      expect(view.applicant).toBe(erasedText);
    }
  });

  it('is not undone by a change that was begun before it', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const { caseId } = valueIn(await makeSubmitFiling(scene.ports)({ session }));
    const before = await scene.ports.cases.find(caseId);
    if (!before) throw new Error('no case');
    valueIn(
      await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'refer', {
        note: 'Lain.',
      }),
    );
    const ended = await scene.ports.cases.find(caseId);
    const status = await scene.ports.cases.findStatus(before.snapshot.ticket);
    if (!ended || !status) throw new Error('no case');
    await makeErasePerson(scene.ports)({ ...nikOf(1), by, mayErase });
    const late = await scene.ports.cases.commit({
      ...{ before: ended, after: ended, events: [], status: status.status, stepLabels: {} },
      ...{ acquire: [], release: [], products: [], places: [] },
    });
    expect(late).toEqual({ ok: false, error: { code: 'changed-meanwhile' } });
  });
});

describe('what lies beside an erased case', () => {
  it('is removed by who may remove objects, and then the chain says so', async () => {
    const scene = await ultpkScene();
    const { caseId } = await endedCase(scene, 1);
    const documents = (await scene.ports.cases.findFile(caseId))?.documents ?? [];
    expect(documents.length).toBeGreaterThan(1);
    await makeErasePerson(scene.ports)({ ...nikOf(1), by, mayErase });
    const caseFiles = memoryCaseFiles();
    const finish = makeFinishErasures({ ...scene.ports, caseFiles });
    expect(await finish()).toEqual({ finished: 1, more: false });
    expect(caseFiles.removed).toEqual(documents.map(({ id }) => `${caseId}/${id}`));
    expect(await scene.ports.audit.entries('administration', { limit: 5 })).toMatchObject([
      { act: { act: 'erase-case', about: caseId, by } },
    ]);
    expect(await finish()).toEqual({ finished: 0, more: false });
    // Whoever was about to put something there has done it by now.
    scene.clock.advance(1_800_000);
    expect(await finish()).toEqual({ finished: 0, more: false });
    expect(caseFiles.removed).toHaveLength(2 * documents.length);
    expect((await scene.ports.cases.findFile(caseId))?.documents).toEqual([]);
    expect(await scene.ports.audit.entries('administration', { limit: 5 })).toHaveLength(1);
    await finish();
    expect(caseFiles.removed).toHaveLength(2 * documents.length);
  });

  it('waits for nothing that lies beside another, and is tried again', async () => {
    const scene = await ultpkScene();
    const cases = [await endedCase(scene, 1), await endedCase(scene, 2)].map(({ caseId }) => caseId).sort();
    for (const n of [1, 2]) await makeErasePerson(scene.ports)({ ...nikOf(n), by, mayErase });
    const caseFiles = memoryCaseFiles();
    let stuck = true;
    const removeScan: typeof caseFiles.removeScan = async (caseId, documentId) => {
      if (stuck && caseId === cases[0]) throw new Error('an object was not removed');
      return caseFiles.removeScan(caseId, documentId);
    };
    const finish = makeFinishErasures({ ...scene.ports, caseFiles: { ...caseFiles, removeScan } });
    await expect(finish()).rejects.toThrow('not removed');
    expect(new Set(caseFiles.removed.map((file) => file.split('/')[0]))).toEqual(new Set([cases[1]]));
    stuck = false;
    expect(await finish()).toEqual({ finished: 1, more: false });
  });
});
