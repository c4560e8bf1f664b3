// The same as in memory, at the database and with memories of keys as functions have them.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { vaultWith } from '@layan/testing/memory/memory-reindexing';
import {
  group,
  interleavings,
  playInterleaving,
  reindexingScene,
} from '@layan/testing/scenes/reindexing-scene';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { smallKms } from '@layan/testing/small-kms';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { indexKeyRequests } from './index-keys.ts';
import { indexRotation } from './index-rotation.ts';
import { keyRotation } from './key-rotation.ts';
import { indexKeyAskedKey, tenantKeysKey } from './keys.ts';
import { lateBooks } from './late-books.ts';
import { keptSigningKeys } from './signing-keys.ts';
import { openTable } from './table/table.ts';
import { tenantKeys } from './tenant-keys.ts';
import { openStores } from './tenant-ports.ts';
import { tenantSecrets } from './tenant-secrets.ts';
import { createVault } from './vault/vault.ts';

const deep = process.env.LAYAN_DEEP !== undefined;
const patience = { timeout: deep ? 600_000 : 180_000 };

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

async function city() {
  const clock = fixedClock();
  const kms = smallKms();
  const name = await dynamo.tenantTable();
  const table = openTable(DynamoDBDocumentClient.from(dynamo.client), name);
  const parts = { tenant: TENANT, table, kms, clock, kept: keptSigningKeys(table, clock) };
  await tenantKeys(parts).ensure('arn:key');
  const secrets = () => tenantSecrets(TENANT, { table, kms, clock });
  const instance = () => createVault(TENANT, secrets());
  const vault = instance();
  const { imports: _, ...stores } = openStores(table, { clock, books: lateBooks })(table);
  const scene = await ultpkScene({ stores: { ...stores, vault }, clock });
  const reindexing = indexRotation(parts);
  const items = async () => (await dynamo.client.send(new ScanCommand({ TableName: name }))).Items ?? [];
  const standing = async () => {
    const keys = (await items()).map(({ pk, sk, productId }) => ({
      ...{ pk: pk?.S ?? '', sk: sk?.S ?? '', productId: productId?.S ?? '' },
    }));
    return {
      people: keys.flatMap(({ pk }) => (pk.startsWith('PERSON#') ? [pk.slice('PERSON#'.length)] : [])),
      locks: keys.flatMap(({ pk, sk, productId }) =>
        pk === `LOCK#${group}` ? [{ index: sk, productId }] : [],
      ),
    };
  };
  const opened = await reindexingScene({ scene, reindexing, instance, standing });
  return { ...opened, table, secrets, reindexing, data: keyRotation(parts, vault), items };
}

describe('the key of the indexes', () => {
  it(
    'is replaced while people file and cards are issued: nobody is lost, nobody holds two',
    patience,
    async () => {
      await fc.assert(
        fc.asyncProperty(interleavings(16), async (turns) => {
          expect(await playInterleaving(await city(), turns)).toEqual([]);
        }),
        { numRuns: deep ? 60 : 4 },
      );
    },
  );

  it('finds nothing any more once it is forgotten', patience, async () => {
    const { file, issue, aYearLater, toTheEnd, filed, secrets, scene, instance, table } = await city();
    await file(1, 0);
    await issue(2, 'pendalungan', 0);
    const old = vaultWith(TENANT, await secrets().get());
    const look = async (vault: typeof old) => ({
      cases: await scene.ports.cases.about(await vault.index('nik', testPerson(1).nik)),
      card: await scene.ports.products.findHeld(group, await vault.index('nik', testPerson(2).nik)),
    });
    const seen = { cases: filed.map(({ caseId }) => caseId), card: expect.any(String) };
    expect(await look(old)).toEqual(seen);
    aYearLater();
    expect(await toTheEnd()).toEqual({ left: 'leaving' });
    expect(await look(old)).toEqual({ cases: [], card: undefined });
    expect(await look(instance())).toEqual(seen);
    const { indexKeys } = JSON.parse(String((await table.get(tenantKeysKey))?.['body']));
    expect(indexKeys).toMatchObject([{ id: '2' }]);
  });

  it('is replaced at once where somebody asks, who asks once', patience, async () => {
    const { file, round, wait, broken, leftUnder, table, reindexing, scene } = await city();
    for (const n of [1, 2]) await file(n, 0);
    const wish = { at: scene.clock.now(), by: { id: scene.staff.manager.id, name: 'Manajer Uji' } };
    const requests = indexKeyRequests(table);
    await requests.ask(wish);
    await requests.ask({ ...wish, by: { ...wish.by, name: 'Orang Lain' } });
    expect(await requests.find()).toMatchObject({ stage: 'resting', asked: { ...wish, upTo: '1' } });
    for (let n = 0; n < 20 && (await reindexing.find()).asked; n += 1) {
      await round();
      expect(await broken()).toEqual([]);
      wait(31);
    }
    expect(await leftUnder('1.')).toEqual([]);
    expect(await requests.find()).toEqual({ stage: 'resting', since: expect.any(String) });
    expect(await table.get(indexKeyAskedKey)).toBeUndefined();
  });

  it('meets everybody though the data key is replaced at the same time', patience, async () => {
    const { file, aYearLater, toTheEnd, round, reindexing, data, wait, broken, leftUnder } = await city();
    for (const n of [1, 2, 3, 4, 5]) await file(n, 0);
    aYearLater();
    await round();
    wait(31);
    await round();
    wait(32 * 24 * 60);
    await data.add(await data.find());
    wait(11);
    await data.rewrap(3);
    expect(await round()).toEqual({ reindexed: 2 });
    await data.rewrap(2);
    expect((await reindexing.find()).stage).toBe('both');
    await toTheEnd();
    expect(await broken()).toEqual([]);
    expect(await leftUnder('1.')).toEqual([]);
  });

  it('counts a step only from the sight it was decided on', async () => {
    const { reindexing } = await city();
    const { mark } = await reindexing.find();
    await reindexing.turn(mark);
    await reindexing.turn(mark);
    expect((await reindexing.find()).stage).toBe('announced');
  });
});
