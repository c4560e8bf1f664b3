// Every port in memory. A platform holds tenants that share nothing but the user pool, as in the cloud; sealing is the
// real one, under keys that only this process knows.
import { randomBytes } from 'node:crypto';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { TenantKeys, TenantRegister } from '@layan/application/ports/tenants';
import type { Clock } from '@layan/domain/kernel/clock';
import { TenantId } from '@layan/domain/kernel/ids';
import { KEY_BYTES } from '@layan/storage/vault/cipher';
import { createVault } from '@layan/storage/vault/vault';
import { fixedClock } from '../fixed-clock.ts';
import { memoryCases } from './memory-cases.ts';
import { memoryFigures } from './memory-figures.ts';
import { memoryDocuments, memoryFilings } from './memory-files.ts';
import { type MemoryScans, memoryScans } from './memory-scans.ts';
import { type MemoryPool, memoryAccounts, memoryStaff } from './memory-staff.ts';
import { memoryStandards } from './memory-standards.ts';
import { emptyTable, type MemoryTable } from './memory-table.ts';
import {
  type MemoryStacks,
  memoryDirectory,
  memoryRegister,
  memoryStacks,
  memoryUnmaskings,
} from './memory-tenants.ts';

export interface MemoryTenant extends TenantPorts {
  readonly scans: MemoryScans;
  /** What is written, for assertions no port can make. */
  readonly table: MemoryTable;
}

export interface MemoryPlatform {
  open(tenant: TenantId): MemoryTenant;
  readonly pool: MemoryPool;
  readonly register: TenantRegister;
  readonly stacks: MemoryStacks;
  /** Which tenants got keys, and from which key of KMS. */
  readonly keysOf: ReadonlyMap<TenantId, string>;
  keys(tenant: TenantId): TenantKeys;
}

export function memoryTenant(
  clock: Clock = fixedClock(),
  tenant: TenantId = TenantId.parse('kota-contoh'),
  pool: MemoryPool = new Map(),
): MemoryTenant {
  const table = emptyTable();
  const secrets = { dataKey: randomBytes(KEY_BYTES), indexKey: randomBytes(KEY_BYTES) };
  return {
    tenant,
    table,
    directory: memoryDirectory(),
    standards: memoryStandards(),
    filings: memoryFilings(table, clock),
    cases: memoryCases(table),
    documents: memoryDocuments(table),
    scans: memoryScans(tenant),
    vault: createVault(tenant, async () => secrets),
    staff: memoryStaff(),
    accounts: memoryAccounts(pool, tenant),
    unmaskings: memoryUnmaskings(),
    figures: memoryFigures(table),
  };
}

export function memoryPlatform(clock: Clock = fixedClock()): MemoryPlatform {
  const tenants = new Map<TenantId, MemoryTenant>();
  const pool: MemoryPool = new Map();
  const keysOf = new Map<TenantId, string>();
  return {
    pool,
    keysOf,
    register: memoryRegister(),
    stacks: memoryStacks(clock),
    open: (tenant) => {
      const opened = tenants.get(tenant) ?? memoryTenant(clock, tenant, pool);
      tenants.set(tenant, opened);
      return opened;
    },
    keys: (tenant) => ({
      ensure: async (keyArn) => {
        if (!keysOf.has(tenant)) keysOf.set(tenant, keyArn);
      },
    }),
  };
}
