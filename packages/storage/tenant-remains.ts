// All of one tenant, for the one role that hands it over and takes it away (decision 0104). For the provisioner only.
import { createHash } from 'node:crypto';
import {
  DeleteTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { DestroyedKey, RowPlace, TenantRemains } from '@layan/application/ports/offboarding';
import type { Vault } from '@layan/application/ports/vault';
import type { Clock } from '@layan/domain/kernel/clock';
import { CaseId, type TenantId } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import * as z from 'zod/mini';
import { dynamoClient } from './aws/dynamo-client.ts';
import { AwsRefusal, jsonService } from './aws/json-service.ts';
import type { AwsSettings } from './aws/settings.ts';
import { tenantSession } from './aws/tenant-session.ts';
import { casePartition, filingKey, type Key, snapshotKey } from './keys.ts';
import { parseItem, type StoredItem } from './table/item.ts';
import { openTable, type Table } from './table/table.ts';
import { tenantBundles } from './tenant-bundles.ts';
import { tenantSecrets } from './tenant-secrets.ts';
import { createVault } from './vault/vault.ts';

export interface RemainsParts {
  readonly aws: AwsSettings;
  readonly clock: Clock;
  readonly tablePrefix: string;
  readonly documentsBucket: string;
  readonly sealsBucket: string;
  readonly leavingRoleArn: string;
}

const PAGE = 500;
const OBJECTS_AT_ONCE = 200;
/** A file of an export, and what a turn of the function may take. */
const MOST_LINES = 5000;
const MOST_TEXT = 4 * 1024 * 1024;
const MOST_TIME = 15_000;
const DAYS_TO_REGRET = 7;
const PREFIXES = ['incoming', 'accepted', 'printed', 'letters'] as const;

const Described = z.object({ KeyState: z.string(), DeletionDate: z.optional(z.number()) });
const Scheduled = z.object({ DeletionDate: z.number() });

export function tenantRemains(parts: RemainsParts, tenant: TenantId): TenantRemains {
  const { aws, clock, documentsBucket: Bucket } = parts;
  const session = tenantSession(aws, { roleArn: parts.leavingRoleArn, tenant, clock });
  const credentials = () => session.credentials();
  const TableName = `${parts.tablePrefix}${tenant}`;
  const dynamo = dynamoClient(aws, credentials);
  const table = openTable(dynamo, TableName);
  const kms = jsonService(aws, 'kms', credentials);
  const secrets = tenantSecrets(tenant, { table, kms, clock });
  const vault = createVault(tenant, secrets);
  const s3 = new S3Client({
    region: aws.region,
    requestHandler: aws.http,
    credentials,
    ...(aws.endpoint === undefined ? {} : { endpoint: aws.endpoint, forcePathStyle: true }),
    maxAttempts: 3,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

  const versions = async (prefix: string) => {
    const found = await s3.send(
      new ListObjectVersionsCommand({
        ...{ Bucket, Prefix: `${prefix}/${tenant}/`, MaxKeys: OBJECTS_AT_ONCE },
      }),
    );
    return [...(found.Versions ?? []), ...(found.DeleteMarkers ?? [])];
  };
  const scan = async (after: RowPlace | undefined) => {
    const page = await dynamo.send(
      new ScanCommand({
        TableName,
        Limit: PAGE,
        ConsistentRead: true,
        ...(after ? { ExclusiveStartKey: { ...after } } : {}),
      }),
    );
    const last = page.LastEvaluatedKey && parseItem(page.LastEvaluatedKey);
    return {
      items: (page.Items ?? []).map((item) => parseItem(item)),
      next: last && { pk: last.pk, sk: last.sk },
    };
  };
  const status = async () => {
    try {
      const { Table: described } = await dynamo.send(new DescribeTableCommand({ TableName }));
      return { state: described?.TableStatus, protected: described?.DeletionProtectionEnabled === true };
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  };

  return {
    exportPage: async (after) => {
      const opening = openerOf(table, vault);
      const lines: string[] = [];
      const since = epochMs(clock.now());
      let size = 0;
      let next = after;
      do {
        const page = await scan(next);
        for (const item of page.items) {
          const line = await opening.line(item);
          lines.push(line);
          size += line.length;
        }
        next = page.next;
      } while (
        next &&
        lines.length < MOST_LINES &&
        size < MOST_TEXT &&
        epochMs(clock.now()) - since < MOST_TIME
      );
      return { lines, sealed: opening.sealed(), ...(next && { next }) };
    },
    bundleObjects: tenantBundles({ ...parts, s3, tenant }),
    keepExport: async (name, content) => {
      const bytes = Buffer.from(content);
      await s3.send(
        new PutObjectCommand({
          Bucket,
          Key: `exports/${tenant}/${name}`,
          Body: bytes,
          ContentType: 'application/octet-stream',
          ServerSideEncryption: 'aws:kms',
          SSEKMSKeyId: await secrets.keyArn(),
        }),
      );
      return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    },
    removeObjects: async () => {
      for (const prefix of PREFIXES) {
        const found = await versions(prefix);
        for (const { Key, VersionId } of found)
          await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
        if (found.length > 0) return found.length;
      }
      return 0;
    },
    removeTable: async () => {
      const now = await status();
      if (!now) return 'gone';
      if (now.state !== 'ACTIVE') return 'going';
      if (now.protected)
        await dynamo.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
      await dynamo.send(new DeleteTableCommand({ TableName }));
      return (await status()) ? 'going' : 'gone';
    },
    scheduleKeys: async (arns) => {
      const scheduled: DestroyedKey[] = [];
      for (const arn of arns) scheduled.push({ arn, deletedOn: await scheduleKey(arn) });
      return scheduled;
    },
  };

  async function scheduleKey(arn: string) {
    const inSeconds = (seconds: number) => toInstantText(seconds * 1000);
    try {
      const input = { KeyId: arn, PendingWindowInDays: DAYS_TO_REGRET };
      return inSeconds((await kms('ScheduleKeyDeletion', input, Scheduled)).DeletionDate);
    } catch (error) {
      if (!(error instanceof AwsRefusal) || error.reason !== 'KMSInvalidStateException') throw error;
      const { KeyMetadata } = await kms('DescribeKey', { KeyId: arn }, z.object({ KeyMetadata: Described }));
      if (KeyMetadata.DeletionDate === undefined) throw error;
      return inSeconds(KeyMetadata.DeletionDate);
    }
  }
}

const Sealed = z.strictObject({ sealed: z.string() });
const Keyed = z.looseObject({ key: z.string() });
const Owned = z.looseObject({ caseId: CaseId });

/** The controller gets its data in clear: every sealed value is opened under the key of its case, where there is one. */
function openerOf(table: Pick<Table, 'get'>, vault: Pick<Vault, 'open'>) {
  let left = 0;
  const known = new Map<CaseId, string | undefined>();
  const keyIn = (item: StoredItem | undefined) => {
    const read = Keyed.safeParse(contentOf(item));
    return read.success ? read.data.key : undefined;
  };
  const keyOf = async (id: CaseId) => {
    if (!known.has(id)) {
      const at = (key: Key) => table.get(key).then(keyIn);
      known.set(id, (await at(snapshotKey(id))) ?? (await at(filingKey(id))));
    }
    return known.get(id);
  };
  const open = async (
    value: unknown,
    caseId: CaseId,
    key: string,
    fields: readonly string[],
  ): Promise<unknown> => {
    const sealed = Sealed.safeParse(value);
    if (sealed.success) {
      for (const field of fields) {
        const opened = await vault.open(key, { caseId, field }, sealed.data);
        if (opened.ok) return { opened: opened.value };
      }
      left += 1;
      return value;
    }
    if (Array.isArray(value)) return Promise.all(value.map((one) => open(one, caseId, key, fields)));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(
      async ([name, inner]) =>
        [
          name,
          await open(inner, caseId, key, [
            name,
            `unread:${name}`,
            'note',
            'display',
            'secret',
            ...fields.slice(0, 1),
          ]),
        ] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  };
  return {
    sealed: () => left,
    line: async (item: StoredItem): Promise<string> => {
      const content = contentOf(item);
      const owner = Owned.safeParse(content);
      const inKey = CaseId.safeParse(item.pk.startsWith('CASE#') ? item.pk.slice(casePrefix) : '');
      const caseId = inKey.success ? inKey.data : owner.success ? owner.data.caseId : undefined;
      const key = keyIn(item) ?? (caseId && (await keyOf(caseId)));
      const body = caseId && key ? await open(content, caseId, key, []) : content;
      return JSON.stringify({ pk: item.pk, sk: item.sk, ...(body === undefined ? item : { body }) });
    },
  };
}

const casePrefix = casePartition(CaseId.parse('0'.repeat(26))).length - 26;

function contentOf(item: StoredItem | undefined): unknown {
  if (typeof item?.body !== 'string') return undefined;
  try {
    return JSON.parse(item.body);
  } catch {
    return undefined;
  }
}
