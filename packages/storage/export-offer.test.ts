// A government whose export has twenty thousand files: every item, every answer and the registration keep within what the table
// and a function can carry.
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Offboarding } from '@layan/application/ports/offboarding';
import { makeFetchExport } from '@layan/application/tenant/fetch-export';
import { makeListExport } from '@layan/application/tenant/list-export';
import { makeOffboard } from '@layan/application/tenant/offboard';
import { managerRole } from '@layan/domain/case/authority';
import { ok } from '@layan/domain/kernel/result';
import { aMember, aRegistration, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY, minute, staffIdOf } from '@layan/testing/builders/ids';
import { exportedFiles, exportOfferContract } from '@layan/testing/contract/export-offer';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryCertificates } from '@layan/testing/memory/memory-certificates';
import { memoryRemains } from '@layan/testing/memory/memory-remains';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { afterAll, expect, it } from 'vitest';
import { exportOffer } from './export-offer.ts';
import { exportPartition } from './keys.ts';
import { openTable } from './table/table.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const documents = DynamoDBDocumentClient.from(dynamo.client);
const freshTable = async () => openTable(documents, await dynamo.tenantTable());

exportOfferContract('DynamoDB', async () => exportOffer(await freshTable(), undefined));

it('keeps what was fetched when a slower turn offers the same', async () => {
  const table = await freshTable();
  const exports = exportOffer(table, undefined);
  const files = exportedFiles(2);
  const offer = { agency: AGENCY, at: minute(1), sealed: 0 };
  const by = { id: staffIdOf(1), name: 'Petugas Uji 1' };
  const whileItIsLate = async () => {
    await exports.offer(offer, files);
    for (const { name } of files) await exports.noteFetched(name, { by, at: minute(2) });
  };
  let writes = 0;
  const transact: typeof table.transact = async (all) => {
    writes += 1;
    // Its files are written, and what says that they are offered is not.
    if (writes === 2) await whileItIsLate();
    return table.transact(all);
  };
  await exportOffer({ ...table, transact }, undefined).offer(offer, files);
  expect(writes).toBe(2);
  expect(await exports.find()).toMatchObject({ files: 2, fetched: 2, last: { by, at: minute(2) } });
});

it('offers nothing beside what another export offers meanwhile', async () => {
  const table = await freshTable();
  const exports = exportOffer(table, undefined);
  const files = exportedFiles(1);
  const offer = { agency: AGENCY, at: minute(1), sealed: 0 };
  let writes = 0;
  const transact: typeof table.transact = async (all) => {
    writes += 1;
    if (writes === 2) await exports.offer({ ...offer, at: minute(5) }, files);
    return table.transact(all);
  };
  const late = exportOffer({ ...table, transact }, undefined).offer(offer, files);
  await expect(late).rejects.toThrow('Another export');
  expect(await exports.find()).toMatchObject({ at: minute(5) });
});

const MOST_OF_AN_ITEM = 400 * 1024;
const MOST_OF_AN_ANSWER = 6 * 1024 * 1024;
const bytesOf = (content: unknown) => Buffer.byteLength(JSON.stringify(content));

const leaving: Offboarding = {
  ...{ on: '2026-02-04', state: 'closing', step: 'export', before: 'active', announcedBy: 'admin-1' },
  ...{ announcedAt: minute(0), exporting: { of: 'list', at: minute(9) }, people: {}, addresses: [] },
  ...{ exported: { data: 12_000, bundles: 8000, bytes: 9e11 }, sealed: 0, objects: 0, accounts: 0 },
  ...{ heads: {}, keys: [] },
};

it('offers twenty thousand files in items and answers that fit', async () => {
  const clock = fixedClock();
  const table = await freshTable();
  const platform = memoryPlatform(clock);
  const tenant = platform.open(TENANT);
  const exports = exportOffer(table, undefined);
  const closed = aTenant({ state: 'closed', closing: { on: leaving.on } });
  await tenant.directory.save(closed);
  const provisioning = { state: 'done' as const, since: clock.now() };
  await platform.register.save(aRegistration(closed, { provisioning, offboarding: leaving }), undefined);
  const remains = memoryRemains(clock);
  const files = exportedFiles(20_000);
  const offboard = makeOffboard({
    ...{
      register: { ...platform.register, listExported: async () => files },
      clock,
      stacks: platform.stacks,
    },
    openTenant: () => ({ ...tenant, exports, keys: platform.keys(TENANT) }),
    ...{ remains: () => remains, findRegions: () => undefined, mailer: { send: async () => ok(undefined) } },
    ...memoryCertificates(),
    ...{ consoleOrigin: 'https://console.example', backupDays: 35 },
  });
  expect(await offboard({ tenant: TENANT })).toMatchObject({ state: 'exported' });
  expect(remains.exported.get('SHA256SUMS')?.trim().split('\n')).toHaveLength(20_001);
  expect(bytesOf(await platform.register.find(TENANT))).toBeLessThan(5000);
  const items = await table.query({ partition: exportPartition });
  expect(Math.max(...items.map(bytesOf))).toBeLessThan(MOST_OF_AN_ITEM / 2);

  // Whoever fetched them has as long a name as there may be.
  const member = aMember(1, { agency: AGENCY, roles: [managerRole], name: 'W'.repeat(120) });
  const by = { id: staffIdOf(1), name: member.name };
  const first = await exports.page(undefined);
  for (const { name } of first.files) await exports.noteFetched(name, { by, at: minute(10) });
  const list = async (after?: string) =>
    valueIn(await makeListExport({ exports, directory: tenant.directory })({ member, after }));
  const names: string[] = [];
  const answers: number[] = [];
  let after: string | undefined;
  do {
    const page = await list(after);
    expect(page).toMatchObject({ count: 20_002, left: 20_002 - first.files.length });
    answers.push(bytesOf(page));
    names.push(...page.files.map((file) => file.name));
    after = page.next;
  } while (after !== undefined);
  expect(names).toEqual(['BACA-DAHULU.txt', 'SHA256SUMS', ...files.map((file) => file.name)]);
  expect(Math.max(...answers)).toBeLessThan(MOST_OF_AN_ANSWER / 20);
  const fetch = makeFetchExport({
    ...{ exports: { ...exports, link: async (name: string) => name }, directory: tenant.directory },
    ...{ audit: tenant.audit, clock },
  });
  const name = 'data-13131-abcdef01.jsonl';
  expect(valueIn(await fetch({ member, name })).url).toBe(name);
  expect((await list()).left).toBe(20_002 - first.files.length - 1);
});
