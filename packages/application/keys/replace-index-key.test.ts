import { officerRole } from '@layan/domain/case/authority';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { memoryInstance, vaultWith } from '@layan/testing/memory/memory-reindexing';
import {
  group,
  interleavings,
  playInterleaving,
  reindexingScene,
} from '@layan/testing/scenes/reindexing-scene';
import { PROBOLINGGO, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeErasePerson } from '../erasure/erase-person.ts';
import { destroyedKey } from '../ports/vault.ts';
import { makeGetIndexKey, makeRenewIndexKey } from './renew-index-key.ts';

const deep = process.env.LAYAN_DEEP !== undefined;
const patience = { timeout: deep ? 600_000 : 120_000 };

async function city() {
  const scene = await ultpkScene();
  const { secrets, table, reindexing } = scene.memory;
  const instance = () => memoryInstance(PROBOLINGGO, secrets, scene.clock);
  const standing = async () => ({
    people: [...table.people.keys()],
    locks: [...table.locks].map(([name, { productId }]) => ({
      index: name.slice(group.length + 1),
      productId,
    })),
  });
  return { ...(await reindexingScene({ scene, reindexing, instance, standing })), memory: scene.memory };
}

describe('the key of the indexes', () => {
  it(
    'is replaced while people file and cards are issued: nobody is lost, nobody holds two',
    patience,
    async () => {
      await fc.assert(
        fc.asyncProperty(interleavings(24), async (turns) => {
          expect(await playInterleaving(await city(), turns)).toEqual([]);
        }),
        { numRuns: deep ? 1000 : 15 },
      );
    },
  );

  it('finds nothing any more once it is forgotten', async () => {
    const { memory, file, issue, aYearLater, toTheEnd, filed } = await city();
    await file(1, 0);
    await issue(2, 'pendalungan', 0);
    const before = memory.secrets.now();
    const old = vaultWith(PROBOLINGGO, before);
    const look = async (vault: typeof old) => ({
      cases: await memory.cases.about(await vault.index('nik', testPerson(1).nik)),
      card: await memory.products.findHeld(group, await vault.index('nik', testPerson(2).nik)),
    });
    const seen = { cases: filed.map(({ caseId }) => caseId), card: expect.any(String) };
    expect(await look(old)).toEqual(seen);
    aYearLater();
    await toTheEnd();
    expect(await look(old)).toEqual({ cases: [], card: undefined });
    expect(await look(memory.vault)).toEqual(seen);
  });

  it('is replaced within hours where the officer asks for it, and everybody is found all the while', async () => {
    const { memory, scene, file, issue, round, wait, broken, leftUnder, clock } = await city();
    for (const n of [1, 2, 3]) await file(n, 0);
    await issue(2, 'pendalungan', 0);
    const officer = aMember(31, { agency: scene.staff.backOffice.agency, roles: [officerRole] });
    const renew = makeRenewIndexKey(scene.ports);
    expect(await renew({ member: scene.staff.manager })).toMatchObject({ error: { code: 'role-missing' } });
    expect(await round()).toBe('nothing');
    expect(valueIn(await renew({ member: officer }))).toMatchObject({
      stage: 'resting',
      asked: { by: officer.name },
    });
    const began = Date.parse(clock.now());
    const left: unknown[] = [];
    for (let n = 0; n < 20 && (await memory.indexKeys.find()).asked; n += 1) {
      const done = await round();
      if (typeof done === 'object' && 'left' in done) left.push(done.left);
      expect(await broken()).toEqual([]);
      await file(4 + (n % 3), n % 3);
      if (done === 'nothing') wait(16);
    }
    expect(left).toEqual(['resting', 'announced', 'both', 'leaving']);
    expect(await leftUnder('1.')).toEqual([]);
    expect(Date.parse(clock.now()) - began).toBeLessThan(3 * 3_600_000);
    const acts = (await scene.ports.audit.newest('administration', { limit: 9 })).map(({ act }) => act);
    expect(acts).toMatchObject([{ act: 'replace-index-key', by: { party: 'system' } }]);
    expect(valueIn(await makeGetIndexKey(scene.ports)({ member: officer })).asked).toBeUndefined();
    expect(await round()).toBe('nothing');
  });

  it('is replaced once more where it was asked for while another came already', async () => {
    const { memory, scene, aYearLater, file, round, wait } = await city();
    await file(1, 0);
    aYearLater();
    expect(await round()).toEqual({ left: 'resting' });
    await memory.indexKeys.ask({ at: scene.clock.now(), by: { id: scene.staff.manager.id, name: 'Uji' } });
    for (let n = 0; n < 30 && (await memory.indexKeys.find()).asked; n += 1) {
      await round();
      wait(31);
    }
    expect(memory.secrets.now().indexKeys.map(({ id }) => id)).toEqual(['3']);
  });

  it('stays, and the lock with it, where a card cannot be opened; what is held up is tried again', async () => {
    const { memory, takeOver, issue, aYearLater, toTheEnd, leftUnder, taken } = await city();
    await takeOver(1, 0);
    await takeOver(2, 0);
    const [{ id = '' } = {}] = taken;
    const card = memory.table.products.get(id);
    if (!card) throw new Error('no card');
    memory.table.products.set(id, { ...card, key: destroyedKey });
    aYearLater();
    expect(await toTheEnd()).toEqual({ heldUp: 1 });
    expect(await leftUnder('1.')).not.toEqual([]);
    expect(await issue(1, 'pendalungan', 0)).toBe(false);
    expect(await issue(2, 'pendalungan', 1)).toBe(false);
    expect(await issue(3, 'pendalungan', 1)).toBe(true);

    memory.table.products.set(id, card);
    expect(await toTheEnd()).toEqual({ left: 'leaving' });
    expect(await leftUnder('1.')).toEqual([]);
    expect(await issue(1, 'pendalungan', 0)).toBe(false);
  });

  it('goes on after each call at which it may stop', patience, async () => {
    const { file, takeOver, issue, aYearLater, round, broken, leftUnder, clock } = await city();
    for (const n of [1, 2]) await file(n, 0);
    await takeOver(1, 0);
    await issue(2, 'pendalungan', 0);
    aYearLater();
    let calls = 0;
    for (let rounds = 0; rounds < 500; rounds += 1) {
      const done = await round(calls);
      if (done === 'stopped') calls += 1;
      else {
        calls = 0;
        if (done === 'nothing') clock.advance(24 * 3_600_000);
      }
      expect(await broken()).toEqual([]);
      if (typeof done === 'object' && 'left' in done && done.left === 'leaving') break;
    }
    expect(await leftUnder('1.')).toEqual([]);
  });

  it('locks nobody out: what is given back is free under each key, at each stage', async () => {
    const { issue, giveBack, takeOver, giveBackOld, aYearLater, round, wait, dangling, memory } =
      await city();
    aYearLater();
    const seen: string[] = [];
    for (let n = 0; n < 60 && seen.filter((stage) => stage === 'leaving').length < 3; n += 1) {
      await issue(1, 'pendalungan', 0);
      await takeOver(2, 0);
      const { stage } = await memory.reindexing.find();
      seen.push(stage);
      await round();
      wait(stage === 'both' ? 32 * 24 * 60 : 16);
      expect(await issue(1, 'pendalungan', 1)).toBe(false);
      await giveBack(0, 1);
      await giveBackOld(n, 1);
      expect(await dangling()).toEqual([]);
    }
    expect([...new Set(seen)]).toEqual(['resting', 'announced', 'both', 'leaving']);
  });

  it('leaves no link to a case that is erased while there are two', async () => {
    const { memory, file, aYearLater, round, wait, filed, scene, leftUnder } = await city();
    aYearLater();
    await round();
    wait(31);
    await round();
    wait(31);
    await file(1, 0);
    const [{ caseId } = {}] = filed;
    if (caseId === undefined) throw new Error('no case');
    expect([...(await leftUnder('1.')), ...(await leftUnder('2.'))]).toHaveLength(4);
    const refer = { note: 'Lain.' };
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'refer', refer));
    const erase = makeErasePerson({ ...scene.ports, vault: memory.vault });
    const input = { kind: 'nik' as const, value: testPerson(1).nik };
    const by = { party: 'system' } as const;
    expect(await erase({ ...input, by, mayErase: async () => undefined })).toMatchObject({
      erased: [caseId],
    });
    expect([...(await leftUnder('1.')), ...(await leftUnder('2.'))]).toEqual([]);
  });
});
