import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeRotateDataKey, shortestKeepMs } from '@layan/application/keys/rotate-data-key';
import { caseSeal } from '@layan/application/sealing/case-seal';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonService } from './aws/json-service.ts';
import { keyRotation } from './key-rotation.ts';
import { tenantKeysKey } from './keys.ts';
import { lateBooks } from './late-books.ts';
import { keptSigningKeys } from './signing-keys.ts';
import { openTable } from './table/table.ts';
import { tenantKeys } from './tenant-keys.ts';
import { openStores } from './tenant-ports.ts';
import { tenantSecrets } from './tenant-secrets.ts';
import { createVault } from './vault/vault.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

/** KMS in small: wraps under one key of this process. */
function smallKms(): JsonService {
  const root = randomBytes(32);
  const answers: Record<string, (input: { CiphertextBlob?: string }) => object> = {
    GenerateDataKeyWithoutPlaintext: () => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', root, iv);
      const sealed = Buffer.concat([iv, cipher.update(randomBytes(32)), cipher.final(), cipher.getAuthTag()]);
      return { CiphertextBlob: sealed.toString('base64') };
    },
    Decrypt: ({ CiphertextBlob = '' }) => {
      const sealed = Buffer.from(CiphertextBlob, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', root, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
      return { Plaintext: plain.toString('base64') };
    },
  };
  return async (operation, input, schema) => schema.parse(answers[operation]?.(input));
}

async function city() {
  const clock = fixedClock();
  const kms = smallKms();
  const table = openTable(DynamoDBDocumentClient.from(dynamo.client), await dynamo.tenantTable());
  const parts = { tenant: TENANT, table, kms, clock, kept: keptSigningKeys(table, clock) };
  await tenantKeys(parts).ensure('arn:key');
  /** As another instance of a function would have it: with memories of its own. */
  const instance = () => createVault(TENANT, tenantSecrets(TENANT, { table, kms, clock }));
  const vault = instance();
  const { imports: _, ...stores } = openStores(table, { clock, books: lateBooks })(table);
  const scene = await ultpkScene({ stores: { ...stores, vault } });
  const rotation = keyRotation(parts, vault);
  const rotate = makeRotateDataKey({ rotation, clock });
  const wholeTurn = async () => {
    for (let round = 0; round < 20; round += 1) if (typeof (await rotate()) === 'string') return;
  };
  const readsNik = async (caseId: Parameters<typeof scene.ports.cases.find>[0], by = vault) => {
    const record = await scene.ports.cases.find(caseId);
    const nik = record?.snapshot.facts['nik'];
    return record && nik !== undefined ? caseSeal(by, record.key, caseId).openFact('nik', nik) : undefined;
  };
  return { clock, table, parts, scene, rotation, rotate, wholeTurn, vault, instance, readsNik };
}

const YEAR = 366 * 24 * 3_600_000;
const MINUTES = 11 * 60_000;

describe('the data key of a tenant', () => {
  it('is replaced after a year: everything opens all the while, and old copies do not afterwards', async () => {
    const { clock, scene, rotate, wholeTurn, readsNik, instance, table } = await city();
    const { caseId } = await scene.file(1);
    const old = await scene.ports.cases.find(caseId);
    if (!old) throw new Error('no case');
    expect(await rotate()).toBe('nothing');
    clock.advance(YEAR);
    expect(await rotate()).toBe('added');
    expect(await rotate()).toBe('nothing');
    expect(await readsNik(caseId)).toBe(testPerson(1).nik);

    clock.advance(MINUTES);
    const draft = await scene.ready(2);
    expect(await rotate()).toMatchObject({ rewrapped: expect.any(Number) });
    await wholeTurn();
    const now = await scene.ports.cases.find(caseId);
    expect(now?.key).toMatch(/^v2\.2\./);
    expect(await readsNik(caseId)).toBe(testPerson(1).nik);
    expect(JSON.stringify(await table.query({ partition: `CASE#${caseId}` }))).not.toContain('v2.1.');
    // What goes on goes on: a form begun meanwhile, a case that was wrapped anew.
    expect(draft).toBeDefined();
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'accept'));

    clock.advance(shortestKeepMs);
    expect(await rotate()).toBe('dropped');
    expect(await readsNik(caseId, instance())).toBe(testPerson(1).nik);
    const nik = old.snapshot.facts['nik'];
    if (nik === undefined) throw new Error('no NIK');
    expect(await caseSeal(instance(), old.key, caseId).openFact('nik', nik)).toBeUndefined();
    expect(await table.get(tenantKeysKey)).toMatchObject({ revision: 3 });
  });

  it('is known within a moment to an instance that meets what another one wrapped', async () => {
    const { clock, scene, rotate, instance, readsNik, vault } = await city();
    const late = instance();
    const { caseId: first } = await scene.file(1);
    clock.advance(YEAR);
    // Fills its memory just before the new key is made.
    expect(await readsNik(first, late)).toBe(testPerson(1).nik);
    await rotate();
    clock.advance(2000);
    const fresh = instance();
    const key = await fresh.newKey(first);
    expect(key).toMatch(/^v2\.2\./);
    const sealed = await fresh.seal(key, { caseId: first, field: 'x' }, 'nilai');
    expect(await late.open(key, { caseId: first, field: 'x' }, sealed)).toEqual({ ok: true, value: 'nilai' });
    expect(vault).toBeDefined();
  });

  it('goes on where it was interrupted, and does not lose what changes meanwhile', async () => {
    const { clock, scene, rotate, wholeTurn, rotation, readsNik } = await city();
    const cases = [];
    for (const n of [1, 2, 3]) cases.push((await scene.file(n)).caseId);
    const session = await scene.ready(4);
    clock.advance(20 * 24 * 3_600_000);
    await rotation.add();
    clock.advance(MINUTES);
    expect(await rotation.rewrap(2)).toMatchObject({ rewrapped: 2 });
    const [first] = cases;
    if (!first) throw new Error('no case');
    valueIn(await scene.complete(scene.staff.frontOffice, first, 'initial-verification', 'accept'));
    await wholeTurn();
    expect(await rotate()).toBe('nothing');
    expect(await rotation.rewrap(10)).toEqual({ rewrapped: 0, left: false });
    for (const [at, caseId] of cases.entries()) expect(await readsNik(caseId)).toBe(testPerson(at + 1).nik);
    const { makeSubmitFiling } = await import('@layan/application/filing/submit-filing');
    const sent = valueIn(await makeSubmitFiling(scene.ports)({ session }));
    expect(await readsNik(sent.caseId)).toBe(testPerson(4).nik);
  });

  it('does not lose a case that is sent while its form is wrapped anew', async () => {
    const { clock, scene, table, parts, rotation, rotate, wholeTurn, instance, readsNik, vault } =
      await city();
    const { makeSubmitFiling } = await import('@layan/application/filing/submit-filing');
    const session = await scene.ready(1);
    clock.advance(20 * 24 * 3_600_000);
    await rotation.add();
    clock.advance(MINUTES);
    const sent: Awaited<ReturnType<ReturnType<typeof makeSubmitFiling>>>[] = [];
    const racing = keyRotation(
      {
        ...parts,
        table: {
          ...table,
          get: async (key) => {
            const item = await table.get(key);
            if (key.sk === 'DRAFT' && sent.length === 0)
              sent.push(await makeSubmitFiling(scene.ports)({ session }));
            return item;
          },
        },
      },
      vault,
    );
    expect(await racing.rewrap(10)).toEqual({ rewrapped: 0, left: true });
    const [receipt] = sent;
    if (!receipt) throw new Error('nothing was sent');
    const { caseId } = valueIn(receipt);
    await wholeTurn();
    clock.advance(shortestKeepMs);
    expect(await rotate()).toBe('dropped');
    expect(await readsNik(caseId, instance())).toBe(testPerson(1).nik);
  });
});
