// Every port in memory. A platform holds tenants that share nothing but the user pool, as in the cloud; sealing is the
// real one, under keys that only this process knows.
import type { AuditChains } from '@layan/application/ports/audit';
import type { EmergencyRegister } from '@layan/application/ports/emergencies';
import type { IndexRotation } from '@layan/application/ports/index-rotation';
import type { SignOuts } from '@layan/application/ports/sign-outs';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { TenantKeys, TenantRegister } from '@layan/application/ports/tenants';
import type { Clock } from '@layan/domain/kernel/clock';
import { TenantId } from '@layan/domain/kernel/ids';
import { practiceDocuments, practiceLetters, practiceScans } from '@layan/storage/practice-files';
import { practiceStandards } from '@layan/storage/practice-standards';
import { createVault } from '@layan/storage/vault/vault';
import { fixedClock } from '../fixed-clock.ts';
import { memoryAudit } from './memory-audit.ts';
import { memoryBatches } from './memory-batches.ts';
import { memoryBooks, memoryOpenings } from './memory-books.ts';
import { memoryCalendarChanges } from './memory-calendar.ts';
import { memoryCases } from './memory-cases.ts';
import { memoryEmergencies, memoryEmergencyReadings } from './memory-emergencies.ts';
import { memoryEraser } from './memory-erasure.ts';
import { memoryExports } from './memory-exports.ts';
import { memoryFigures } from './memory-figures.ts';
import { memoryDocuments, memoryFilings } from './memory-files.ts';
import { memoryImports } from './memory-imports.ts';
import { memoryLeftChanges } from './memory-left-changes.ts';
import { type MemoryLetters, memoryLetters } from './memory-letters.ts';
import { memoryNotices } from './memory-notices.ts';
import { memoryPersonErasures } from './memory-person-erasures.ts';
import { memoryBreaches, memoryRequests } from './memory-privacy.ts';
import { memoryProducts } from './memory-products.ts';
import { memoryReads } from './memory-reads.ts';
import { memoryRecorded } from './memory-recorded.ts';
import { memoryReindexing } from './memory-reindexing.ts';
import { memoryRetention } from './memory-retention.ts';
import { memoryRota } from './memory-rota.ts';
import { type MemoryScans, memoryScans } from './memory-scans.ts';
import { type MemorySealFiles, memorySealFiles, memorySeals } from './memory-seals.ts';
import { type MemorySecrets, memorySecrets } from './memory-secrets.ts';
import { memorySheetTemplates } from './memory-sheet-templates.ts';
import { memorySignOuts } from './memory-sign-outs.ts';
import { type MemorySigning, memorySigning, memoryStatusLists } from './memory-signing.ts';
import { type MemoryPool, memoryAccounts, memoryStaff } from './memory-staff.ts';
import { memoryStandards } from './memory-standards.ts';
import { emptyTable, type MemoryTable } from './memory-table.ts';
import {
  type MemoryStacks,
  memoryDirectory,
  memoryPractice,
  memoryRegister,
  memoryStacks,
  memoryUnmaskings,
} from './memory-tenants.ts';
import { memoryTrail } from './memory-trail.ts';

export interface MemoryTenant extends TenantPorts, MemorySigning {
  readonly scans: MemoryScans;
  readonly letters: MemoryLetters;
  readonly sealFiles: MemorySealFiles;
  readonly reindexing: IndexRotation;
  readonly secrets: MemorySecrets;
  /** What is written, for assertions no port can make. */
  readonly table: MemoryTable;
}

export interface MemoryPlatform {
  open(tenant: TenantId): MemoryTenant;
  readonly pool: MemoryPool;
  readonly register: TenantRegister;
  readonly emergencies: EmergencyRegister;
  /** Of central admins. */
  readonly signOuts: SignOuts;
  /** The control plane's own chain. */
  readonly controlChains: AuditChains;
  readonly stacks: MemoryStacks;
  /** Which tenants got keys, and from which key of KMS. */
  readonly keysOf: ReadonlyMap<TenantId, string>;
  keys(tenant: TenantId): TenantKeys;
}

const refuseToSign = async (): Promise<never> => {
  throw new Error('Nothing that is practised with is ever signed.');
};

export function memoryTenant(
  clock: Clock = fixedClock(),
  tenant: TenantId = TenantId.parse('kota-contoh'),
  pool: MemoryPool = new Map(),
): MemoryTenant {
  const table = emptyTable();
  const secrets = memorySecrets();
  const spaces = new Map<number, TenantPorts>();
  const audit = memoryAudit();
  const seals = memorySeals();
  const indexKeys = memoryReindexing(table, secrets, clock);
  const real: MemoryTenant = {
    tenant,
    space: 'real',
    practice: memoryPractice(),
    openPractice: async (generation) => {
      const { scans: _, ...stores } = memoryTenant(clock, tenant, pool);
      const { directory, staff, vault } = real;
      const opened: TenantPorts = spaces.get(generation) ?? {
        ...stores,
        scans: practiceScans(real.scans),
        signer: { sign: refuseToSign },
        letters: practiceLetters,
        documents: practiceDocuments(stores.documents),
        standards: practiceStandards(real.standards),
        directory,
        staff,
        vault,
        space: 'practice' as const,
        recorded: memoryRecorded(() => opened, clock),
      };
      spaces.set(generation, opened);
      return opened;
    },
    recorded: memoryRecorded(() => real, clock, table.answers),
    table,
    directory: memoryDirectory(),
    calendarChanges: memoryCalendarChanges(),
    standards: memoryStandards(),
    filings: memoryFilings(table, clock),
    cases: memoryCases(table),
    batches: memoryBatches(table),
    products: memoryProducts(table),
    documents: memoryDocuments(table),
    scans: memoryScans(tenant),
    letters: memoryLetters(tenant, table),
    vault: createVault(tenant, secrets),
    reindexing: indexKeys,
    indexKeys,
    secrets,
    staff: memoryStaff(),
    accounts: memoryAccounts(pool, tenant),
    unmaskings: memoryUnmaskings(audit),
    audit,
    erasing: memoryEraser(table),
    emergencyReadings: memoryEmergencyReadings(),
    signOuts: memorySignOuts(),
    seals,
    sealFiles: memorySealFiles(),
    trail: memoryTrail(table, audit, seals),
    figures: memoryFigures(table),
    statusLists: memoryStatusLists(),
    ...memorySigning(clock),
    notices: memoryNotices(),
    leftChanges: memoryLeftChanges(table),
    reads: memoryReads(),
    rota: memoryRota(),
    imports: memoryImports(),
    sheets: memorySheetTemplates(),
    books: memoryBooks(table),
    openings: memoryOpenings(table),
    requests: memoryRequests(table),
    personErasures: memoryPersonErasures(),
    breaches: memoryBreaches(),
    retention: memoryRetention(table),
    exports: memoryExports(),
  };
  return real;
}

export function memoryPlatform(clock: Clock = fixedClock()): MemoryPlatform {
  const tenants = new Map<TenantId, MemoryTenant>();
  const pool: MemoryPool = new Map();
  const controlChains = memoryAudit();
  const keysOf = new Map<TenantId, string>();
  const open = (tenant: TenantId): MemoryTenant => {
    const opened = tenants.get(tenant) ?? memoryTenant(clock, tenant, pool);
    tenants.set(tenant, opened);
    return opened;
  };
  return {
    pool,
    keysOf,
    register: memoryRegister(controlChains),
    emergencies: memoryEmergencies(controlChains),
    controlChains,
    signOuts: memorySignOuts(),
    stacks: memoryStacks(clock),
    open,
    keys: (tenant) => ({
      ensure: async (keyArn) => {
        if (!keysOf.has(tenant)) keysOf.set(tenant, keyArn);
      },
      ensureSigning: (keyArn) => open(tenant).ensureSigning(keyArn),
    }),
  };
}
