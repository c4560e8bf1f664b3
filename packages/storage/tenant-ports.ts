// Opens everything a use case may need of one tenant, with the rights of the function's audience and no others.
import type { ScanObjects } from '@layan/application/ports/documents';
import type { CaseFiles } from '@layan/application/ports/erasure';
import type { ImportStore } from '@layan/application/ports/imports';
import type { IndexRotation } from '@layan/application/ports/index-rotation';
import type { KeyRotation } from '@layan/application/ports/key-rotation';
import type { Printing } from '@layan/application/ports/printing';
import type { Signer } from '@layan/application/ports/signing-keys';
import type { StaffAccounts } from '@layan/application/ports/staff';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { TenantKeys } from '@layan/application/ports/tenants';
import type { Vault } from '@layan/application/ports/vault';
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import { dynamoClient } from './aws/dynamo-client.ts';
import { jsonService } from './aws/json-service.ts';
import type { AwsSettings } from './aws/settings.ts';
import { tenantSession } from './aws/tenant-session.ts';
import { caseStore } from './case-store.ts';
import { documentStore } from './document-store.ts';
import { filingStore } from './filing-store.ts';
import type { KeyParts } from './key-parts.ts';
import { lateLeftChanges } from './late-left-changes.ts';
import {
  lateAccounts,
  lateAudit,
  lateBatches,
  lateCalendarChanges,
  lateEmergencyReadings,
  lateEraser,
  lateExports,
  lateFigures,
  lateIndexKeys,
  lateLetterFiles,
  lateNotices,
  latePersonErasures,
  latePrivacy,
  lateReads,
  lateRota,
  lateSealFiles,
  lateSeals,
  lateSheets,
  lateTrail,
  lateUnmaskings,
} from './late-stores.ts';
import { leastRecentlyUsed } from './least-recently-used.ts';
import { practiceMemory, practiceRegister } from './practice-register.ts';
import { productStore } from './product-store.ts';
import { recordedPorts } from './recorded-ports.ts';
import { type ScanLinkParts, scanLinks } from './scans/scan-links.ts';
import type { SealFileParts } from './seals/seal-files.ts';
import { signOuts } from './sign-outs.ts';
import { keptSigningKeys, signingKeys } from './signing-keys.ts';
import { staffMemory, staffStore } from './staff-store.ts';
import { standardMemory, standardStore } from './standard-store.ts';
import { statusListStore } from './status-list-store.ts';
import { openTable, type Table } from './table/table.ts';
import { directoryMemory, tenantDirectory } from './tenant-directory.ts';
import { tenantSecrets } from './tenant-secrets.ts';
import { createVault } from './vault/vault.ts';

export interface TenantAccess {
  readonly aws: AwsSettings;
  readonly clock: Clock;
  /** `layan.<stage>.`; the slug follows. */
  readonly tablePrefix: string;
  /** Role of the audience. */
  readonly dataRoleArn: string;
  readonly documentsBucket?: string;
  /** For the functions that seal, or check seals. */
  readonly sealsBucket?: string;
  /** For functions that invite staff. */
  readonly staffPoolId?: string | undefined;
  /** For the one function that opens scans (`@layan/storage/scans/scan-objects`): others do not carry the S3 client. */
  readonly scanObjects?: (parts: ScanLinkParts) => ScanObjects;
  /** For the function that prints (`@layan/storage/scans/printed-files`). */
  readonly printedFiles?: (parts: ScanLinkParts) => Pick<Printing, 'keep'>;
  /** For the function that removes what belongs to erased cases (`@layan/storage/scans/case-files`). */
  readonly caseFiles?: (parts: ScanLinkParts) => CaseFiles;
  /** For the function that takes registers over (`@layan/storage/late-imports`). */
  readonly imports?: (table: Table) => ImportStore;
  /** For the function of the console (`@layan/storage/late-books`). */
  readonly books?: (table: Table) => Pick<TenantPorts, 'books' | 'openings'>;
  /** For the function that keeps keys young (`@layan/storage/key-rotation`). */
  readonly keyRotation?: (parts: KeyParts, vault: Vault) => KeyRotation;
  /** For the same function (`@layan/storage/index-rotation`). */
  readonly indexRotation?: (parts: KeyParts) => IndexRotation;
  /** For the provisioner (`@layan/storage/tenant-keys`). */
  readonly tenantKeys?: (parts: KeyParts) => TenantKeys;
  /** For the functions that sign (`@layan/storage/signer`). */
  readonly signer?: (parts: KeyParts) => Signer;
}

export interface OpenedTenant extends TenantPorts {
  readonly keys: TenantKeys;
  readonly printedFiles: Pick<Printing, 'keep'>;
  readonly caseFiles: CaseFiles;
  readonly rotation: KeyRotation;
  readonly reindexing: IndexRotation;
}

/** Tenants a function remembers at a time. Each costs a client and its caches, some hundred kilobytes. */
const TENANTS_IN_MEMORY = 100;

export function openTenants(access: TenantAccess): (tenant: TenantId) => OpenedTenant {
  const opened = leastRecentlyUsed<OpenedTenant>(TENANTS_IN_MEMORY);
  return (tenant) => {
    const known = opened.get(tenant);
    if (known) return known;
    const ports = openTenant(access, tenant);
    opened.set(tenant, ports);
    return ports;
  };
}

function openTenant(access: TenantAccess, tenant: TenantId): OpenedTenant {
  const { aws, clock, tablePrefix, dataRoleArn } = access;
  const session = tenantSession(aws, { roleArn: dataRoleArn, tenant, clock });
  const table = openTable(
    dynamoClient(aws, () => session.credentials()),
    `${tablePrefix}${tenant}`,
  );
  const kms = jsonService(aws, 'kms', () => session.credentials());
  const secrets = tenantSecrets(tenant, { table, kms, clock });
  const objects: ScanLinkParts = {
    settings: aws,
    session,
    clock,
    bucket: { name: access.documentsBucket ?? '', tenant },
    keyArn: secrets.keyArn,
  };
  const scans = scanStore(access, objects);
  const kept = keptSigningKeys(table, clock);
  const keyParts = { tenant, table, kms, clock, kept };
  const noKeys = missing('the making of keys');
  const noRotation = missing('the replacing of keys');
  const vault = createVault(tenant, secrets);
  const practice = async (generation: number): Promise<TenantPorts> => {
    const { practiceSpace } = await import('./practice-space.ts');
    const noAccounts = accountsOf({ ...access, staffPoolId: undefined }, tenant);
    return practiceSpace({ ...real, accounts: noAccounts }, { table, generation, clock }, (inside) =>
      openStores(inside, access),
    );
  };
  const storesOn = openStores(table, access);
  const space = practiceMemory(table, clock);
  let lastPractice: { readonly generation: number; readonly ports: Promise<TenantPorts> } | undefined;
  const real: OpenedTenant = {
    tenant,
    space: 'real',
    practice: practiceRegister(table, clock, space),
    recorded: recordedPorts(
      { table, clock },
      () => real,
      (through) => ({ ...storesOn(through), practice: practiceRegister(through, clock, space) }),
    ),
    openPractice: (generation) => {
      if (lastPractice?.generation !== generation) lastPractice = { generation, ports: practice(generation) };
      return lastPractice.ports;
    },
    scans,
    letters: letterStore(access, objects, table),
    sealFiles: sealFilesOf(access, { settings: aws, session, tenant }),
    vault,
    accounts: accountsOf(access, tenant),
    ...storesOn(table),
    exports: lateExports(table, access.documentsBucket === undefined ? undefined : objects),
    signingKeys: signingKeys(kept),
    keys: access.tenantKeys?.(keyParts) ?? { ensure: noKeys, ensureSigning: noKeys },
    signer: access.signer?.(keyParts) ?? { sign: missing('a signer') },
    rotation: access.keyRotation?.(keyParts, vault) ?? {
      find: noRotation,
      add: noRotation,
      rewrap: noRotation,
      drop: noRotation,
    },
    reindexing: access.indexRotation?.(keyParts) ?? {
      find: noRotation,
      turn: noRotation,
      portion: noRotation,
      passed: noRotation,
      again: noRotation,
      reindexCase: noRotation,
      reindexProduct: noRotation,
    },
    caseFiles: access.caseFiles?.(objects) ?? {
      removeScan: missing('access to the files of cases'),
      removeLetter: missing('access to the files of cases'),
    },
    printedFiles: access.printedFiles?.(objects) ?? { keep: missing('a place for prints') },
  };
  return real;
}

/** Everything that is kept in a table, or in the practice space of one; written `through` another, with the same memories. */
export const openStores = (
  table: Table,
  { clock, ...access }: Pick<TenantAccess, 'clock' | 'books' | 'imports'>,
) => {
  const profiles = directoryMemory(table, clock);
  const members = staffMemory(table, clock);
  const pinned = standardMemory();
  const { keepGuesses } = caseStore(table, clock);
  return (through: Table) => ({
    directory: tenantDirectory(through, clock, profiles),
    calendarChanges: lateCalendarChanges(through),
    standards: standardStore(through, pinned),
    filings: filingStore(through, clock),
    // A wrong secret counts also where the request is refused, and is no part of what it changes.
    cases: { ...caseStore(through, clock), keepGuesses },
    batches: lateBatches(through, clock),
    products: productStore(through),
    documents: documentStore(through),
    staff: staffStore(through, clock, members),
    // Traces of looks are no part of what a request changes: they are written also where it is refused.
    unmaskings: lateUnmaskings(table),
    audit: lateAudit(through),
    erasing: lateEraser(through),
    personErasures: latePersonErasures(through),
    indexKeys: lateIndexKeys(through),
    emergencyReadings: lateEmergencyReadings(table),
    signOuts: signOuts(table),
    seals: lateSeals(through),
    trail: lateTrail(through),
    figures: lateFigures(through),
    statusLists: statusListStore(through),
    notices: lateNotices(through),
    leftChanges: lateLeftChanges(through, clock),
    reads: lateReads(table, clock),
    rota: lateRota(through),
    sheets: lateSheets(through),
    ...latePrivacy(through),
    ...(access.books?.(through) ?? noBooks),
    imports: access.imports?.(through) ?? noImports,
  });
};

const missing = (what: string) => async (): Promise<never> => {
  throw new Error(`This function was not given ${what}.`);
};

const noStore = missing('a store of imports');
const noImports: ImportStore = {
  find: noStore,
  list: noStore,
  save: noStore,
  findRow: noStore,
  rows: noStore,
  saveRow: noStore,
};

const noBook = missing('the books of channels');
const noBooks: Pick<TenantPorts, 'books' | 'openings'> = {
  books: { page: noBook },
  openings: { record: noBook, find: noBook, latest: noBook },
};

function scanStore(access: TenantAccess, parts: ScanLinkParts): TenantPorts['scans'] {
  const noBucket = missing('a bucket of documents');
  const links =
    access.documentsBucket === undefined ? { prepareUpload: noBucket, viewLink: noBucket } : scanLinks(parts);
  const noObjects = missing('access to objects');
  const objects = access.scanObjects?.(parts) ?? {
    readIncoming: noObjects,
    accept: noObjects,
    discardIncoming: noObjects,
  };
  return { ...links, ...objects };
}

function letterStore(access: TenantAccess, parts: ScanLinkParts, table: Table): TenantPorts['letters'] {
  const noBucket = missing('a bucket of documents');
  return access.documentsBucket === undefined
    ? { read: noBucket, keep: noBucket, link: noBucket }
    : lateLetterFiles(parts, table);
}

function sealFilesOf(
  { sealsBucket }: TenantAccess,
  { tenant, ...parts }: Pick<SealFileParts, 'settings' | 'session'> & { readonly tenant: TenantId },
): TenantPorts['sealFiles'] {
  const noBucket = missing('a bucket of seals');
  return sealsBucket === undefined
    ? { keep: noBucket, read: noBucket }
    : lateSealFiles({ ...parts, bucket: { name: sealsBucket, tenant } });
}

function accountsOf({ aws, staffPoolId }: TenantAccess, tenant: TenantId): StaffAccounts {
  const noPool = missing('a pool of staff accounts');
  return staffPoolId === undefined
    ? { ensureGroup: noPool, invite: noPool, find: noPool, disable: noPool, enable: noPool, leave: noPool }
    : lateAccounts(
        tenant,
        staffPoolId,
        // The pool is shared by all tenants: no tenant's session may touch it.
        jsonService(aws, 'cognito-idp', async () => aws.credentials),
      );
}
