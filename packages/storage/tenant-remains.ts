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
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import * as z from 'zod/mini';
import { dynamoClient } from './aws/dynamo-client.ts';
import { AwsRefusal, jsonService } from './aws/json-service.ts';
import type { AwsSettings } from './aws/settings.ts';
import { tenantSession } from './aws/tenant-session.ts';
import { openerOf } from './export-opener.ts';
import { parseItem } from './table/item.ts';
import { openTable } from './table/table.ts';
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
/** Invented cases to practise with, and answers of requests, kept for a day. */
const NOT_HANDED_OVER = ['PRACTICE#', 'IDEM#'];
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

  const removeBelow = async (prefix: string): Promise<number> => {
    const found = await s3.send(
      new ListObjectVersionsCommand({
        ...{ Bucket, Prefix: `${prefix}/${tenant}/`, MaxKeys: OBJECTS_AT_ONCE },
      }),
    );
    const versions = [...(found.Versions ?? []), ...(found.DeleteMarkers ?? [])];
    for (const { Key, VersionId } of versions)
      await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    return versions.length;
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
          if (NOT_HANDED_OVER.some((prefix) => item.pk.startsWith(prefix))) continue;
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
        const removed = await removeBelow(prefix);
        if (removed > 0) return removed;
      }
      return 0;
    },
    removeExported: () => removeBelow('exports'),
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
