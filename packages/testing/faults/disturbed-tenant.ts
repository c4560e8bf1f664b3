// A tenant of its own on DynamoDB Local, every call of which passes the fault layer. KMS, STS, Cognito, S3 and SES answer in
// this process, behind the same layer.

import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { awsSettings } from '@layan/storage/aws/settings';
import { indexRotation } from '@layan/storage/index-rotation';
import { keyRotation } from '@layan/storage/key-rotation';
import { lateBooks } from '@layan/storage/late-books';
import { lateImports } from '@layan/storage/late-imports';
import { caseFiles } from '@layan/storage/scans/case-files';
import { printedFiles } from '@layan/storage/scans/printed-files';
import { scanObjects } from '@layan/storage/scans/scan-objects';
import { kmsSigner } from '@layan/storage/signer';
import { tenantKeys } from '@layan/storage/tenant-keys';
import { openTenants } from '@layan/storage/tenant-ports';
import { TENANT } from '../builders/a-tenant.ts';
import type { LocalDynamo } from '../dynamodb-local.ts';
import { fixedClock } from '../fixed-clock.ts';
import { seededRandom } from '../seeded-random.ts';
import { FaultyHttp } from './faulty-http.ts';
import { inProcessAws, type Mails, type Pool } from './in-process-aws.ts';
import { type Objects, objectLines } from './in-process-s3.ts';
import type { Stage } from './sweep.ts';

export async function disturbedTenant(dynamo: LocalDynamo, name: string) {
  const table = await dynamo.tenantTable(`${name}.${TENANT}`);
  const clock = fixedClock();
  const pool: Pool = new Map();
  const objects: Objects = new Map();
  const mails: Mails = [];
  const http = new FaultyHttp(inProcessAws(pool, objects, mails));
  const environment = {
    ...{ AWS_REGION: 'ap-southeast-3', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    AWS_ENDPOINT_URL: dynamo.endpoint,
  };
  const aws = awsSettings(environment, http);
  /** As a browser sends it, past all functions. */
  const arrive = (caseId: CaseId, documentId: DocumentId, bytes: Uint8Array) =>
    void objects.set(`/documents/incoming/${TENANT}/${caseId}/${documentId}`, bytes);

  /** The ports of a function that has just started. */
  const start = (seed: string) => {
    const opened = openTenants({
      ...{ aws, clock, tablePrefix: `${name}.`, dataRoleArn: 'arn:aws:iam::000000000000:role/data' },
      ...{ staffPoolId: 'pool', documentsBucket: 'documents', sealsBucket: 'seals' },
      ...{
        imports: lateImports,
        books: lateBooks,
        signer: kmsSigner,
        tenantKeys,
        keyRotation,
        indexRotation,
      },
      ...{ caseFiles, printedFiles, scanObjects },
    })(TENANT);
    const random = seededRandom(seed);
    return { ...opened, clock, random, scans: { ...opened.scans, arrive }, table: { locks: new Map() } };
  };
  const { keys } = start('keys');
  await keys.ensure('arn:key');
  await keys.ensureSigning('arn:sign');

  const stage: Stage = {
    ...{ client: dynamo.client, table, http },
    elsewhere: () => {
      const accounts = [...pool];
      const files = [...objects];
      const sent = mails.length;
      return {
        lines: [
          ...accounts.map((one) => JSON.stringify(one)),
          ...objectLines(objects),
          // SES knows no client token: what was told may be told once more (decision 0109).
          ...new Set(mails),
        ],
        bringBack: () => {
          pool.clear();
          for (const [email, account] of accounts) pool.set(email, account);
          objects.clear();
          for (const [path, bytes] of files) objects.set(path, bytes);
          mails.length = sent;
        },
      };
    },
    shiftClock: (milliseconds) => clock.advance(milliseconds),
  };
  return { aws, clock, stage, start };
}
