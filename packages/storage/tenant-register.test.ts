// How long the control table keeps which files an export has: for ever they would say what nobody asks any more.
import type { Offboarding } from '@layan/application/ports/offboarding';
import { epochMs } from '@layan/domain/kernel/instant';
import { ok } from '@layan/domain/kernel/result';
import { aRegistration, aTenant } from '@layan/testing/builders/a-tenant';
import { minute } from '@layan/testing/builders/ids';
import { exportedFiles } from '@layan/testing/contract/export-offer';
import { expect, it } from 'vitest';
import { exportedPartition } from './keys.ts';
import type { Table } from './table/table.ts';
import type { Guarded } from './table/transact.ts';
import { tenantRegister } from './tenant-register.ts';

const leaving: Offboarding = {
  ...{ on: '2026-02-04', state: 'closing', step: 'export', announcedBy: 'admin-1', announcedAt: minute(0) },
  ...{ closedAt: minute(5), people: {}, addresses: [], sealed: 0, objects: 0, accounts: 0, heads: {} },
  ...{ keys: [], exported: { data: 0, bundles: 0, bytes: 0 } },
};

it('keeps the files of an export for a year after the doors were closed, and its registration for good', async () => {
  const [file] = exportedFiles(1);
  const written: Guarded<unknown>[] = [];
  const table: Table = {
    get: async () => undefined,
    query: async () => [],
    transact: async (writes) => {
      written.push(...writes);
      return ok(undefined);
    },
  };
  await tenantRegister(table).save(aRegistration(aTenant(), { offboarding: leaving }), 1, undefined, file);
  const year = 366 * 24 * 3600;
  expect(written.map(({ write }) => ('put' in write ? [write.put.pk, write.put['expiresAt']] : []))).toEqual([
    ['TENANT', undefined],
    [exportedPartition('kota-contoh', minute(0)), epochMs(minute(5)) / 1000 + year],
  ]);
});
