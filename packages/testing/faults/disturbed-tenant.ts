// A tenant of its own on DynamoDB Local, every call of which passes the fault layer. KMS, STS and Cognito answer in this
// process; object storage is in memory and not disturbed.

import { awsSettings } from '@layan/storage/aws/settings';
import { indexRotation } from '@layan/storage/index-rotation';
import { keyRotation } from '@layan/storage/key-rotation';
import { lateBooks } from '@layan/storage/late-books';
import { lateImports } from '@layan/storage/late-imports';
import { kmsSigner } from '@layan/storage/signer';
import { tenantKeys } from '@layan/storage/tenant-keys';
import { openTenants } from '@layan/storage/tenant-ports';
import { TENANT } from '../builders/a-tenant.ts';
import type { LocalDynamo } from '../dynamodb-local.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryLetters } from '../memory/memory-letters.ts';
import { memoryScans } from '../memory/memory-scans.ts';
import { memorySealFiles } from '../memory/memory-seals.ts';
import { seededRandom } from '../seeded-random.ts';
import { FaultyHttp } from './faulty-http.ts';
import { inProcessAws, type Pool } from './in-process-aws.ts';
import type { Stage } from './sweep.ts';

export async function disturbedTenant(dynamo: LocalDynamo, name: string) {
  const table = await dynamo.tenantTable(`${name}.${TENANT}`);
  const clock = fixedClock();
  const pool: Pool = new Map();
  const http = new FaultyHttp(inProcessAws(pool));
  const environment = {
    ...{ AWS_REGION: 'ap-southeast-3', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    AWS_ENDPOINT_URL: dynamo.endpoint,
  };
  const aws = awsSettings(environment, http);
  const scans = memoryScans(TENANT);
  const letters = memoryLetters(TENANT);
  const sealFiles = memorySealFiles();

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
    })(TENANT);
    const random = seededRandom(seed);
    return { ...opened, clock, random, scans, letters, sealFiles, table: { locks: new Map() } };
  };
  const { keys } = start('keys');
  await keys.ensure('arn:key');
  await keys.ensureSigning('arn:sign');

  const stage: Stage = {
    ...{ client: dynamo.client, table, http },
    elsewhere: () => {
      const accounts = [...pool];
      const seals = [...sealFiles.files];
      return {
        text: JSON.stringify([accounts, seals.map(([number]) => number)]),
        bringBack: () => {
          pool.clear();
          for (const [email, account] of accounts) pool.set(email, account);
          sealFiles.files.clear();
          for (const [number, file] of seals) sealFiles.files.set(number, file);
        },
      };
    },
    shiftClock: (milliseconds) => clock.advance(milliseconds),
  };
  return { aws, clock, stage, start };
}
