// Opens everything a use case may need of one tenant, with the rights of the function's audience and no others.
import type { ScanObjects } from '@layan/application/ports/documents';
import type { StaffAccounts } from '@layan/application/ports/staff';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { TenantKeys } from '@layan/application/ports/tenants';
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import { dynamoClient } from './aws/dynamo-client.ts';
import { jsonService } from './aws/json-service.ts';
import type { AwsSettings } from './aws/settings.ts';
import { tenantSession } from './aws/tenant-session.ts';
import { caseStore } from './case-store.ts';
import { documentStore } from './document-store.ts';
import { figureStore } from './figure-store.ts';
import { filingStore } from './filing-store.ts';
import { leastRecentlyUsed } from './least-recently-used.ts';
import { type ScanLinkParts, scanLinks } from './scans/scan-links.ts';
import { staffAccounts } from './staff-accounts.ts';
import { staffStore } from './staff-store.ts';
import { standardStore } from './standard-store.ts';
import { openTable } from './table/table.ts';
import { tenantDirectory } from './tenant-directory.ts';
import { tenantKeys, tenantSecrets } from './tenant-secrets.ts';
import { unmaskingLog } from './unmasking-log.ts';
import { createVault } from './vault/vault.ts';

export interface TenantAccess {
  readonly aws: AwsSettings;
  readonly clock: Clock;
  /** `layan.<stage>.`; the slug follows. */
  readonly tablePrefix: string;
  /** Role of the audience. */
  readonly dataRoleArn: string;
  readonly documentsBucket?: string;
  /** For functions that invite staff. */
  readonly staffPoolId?: string;
  /** For the one function that opens scans (`@layan/storage/scans/scan-objects`): others do not carry the S3 client. */
  readonly scanObjects?: (parts: ScanLinkParts) => ScanObjects;
}

export interface OpenedTenant extends TenantPorts {
  /** For the provisioner. */
  readonly keys: TenantKeys;
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
  const scans = scanStore(access, {
    settings: aws,
    session,
    clock,
    bucket: { name: access.documentsBucket ?? '', tenant },
    keyArn: async () => (await secrets.get()).keyArn,
  });
  return {
    tenant,
    scans,
    directory: tenantDirectory(table, clock),
    standards: standardStore(table),
    filings: filingStore(table, clock),
    cases: caseStore(table, clock),
    documents: documentStore(table),
    vault: createVault(tenant, secrets.get),
    staff: staffStore(table),
    accounts: accountsOf(access, tenant),
    unmaskings: unmaskingLog(table),
    figures: figureStore(table),
    keys: tenantKeys(tenant, { table, kms }),
  };
}

const missing = (what: string) => async (): Promise<never> => {
  throw new Error(`This function was not given ${what}.`);
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

function accountsOf({ aws, staffPoolId }: TenantAccess, tenant: TenantId): StaffAccounts {
  const noPool = missing('a pool of staff accounts');
  return staffPoolId === undefined
    ? { ensureGroup: noPool, invite: noPool, disable: noPool, enable: noPool }
    : staffAccounts(
        tenant,
        staffPoolId,
        // The pool is shared by all tenants: no tenant's session may touch it.
        jsonService(aws, 'cognito-idp', async () => aws.credentials),
      );
}
