// A tenant of its own on DynamoDB Local, every call of which passes the fault layer. KMS, STS and Cognito answer in this
// process; object storage is in memory and not disturbed.
import { epochMs } from '@layan/domain/kernel/instant';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { findRegions } from '@layan/standards/regions/regions';
import { awsSettings } from '@layan/storage/aws/settings';
import { lateBooks } from '@layan/storage/late-books';
import { lateImports } from '@layan/storage/late-imports';
import { kmsSigner } from '@layan/storage/signer';
import { tenantKeys } from '@layan/storage/tenant-keys';
import { openTenants } from '@layan/storage/tenant-ports';
import { aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import type { LocalDynamo } from '@layan/testing/dynamodb-local';
import { FaultyHttp } from '@layan/testing/faults/faulty-http';
import { inProcessAws, type Pool } from '@layan/testing/faults/in-process-aws';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryLetters } from '@layan/testing/memory/memory-letters';
import { memoryScans } from '@layan/testing/memory/memory-scans';
import { seededRandom } from '@layan/testing/seeded-random';
import { createRenderer } from '../../functions/renderer/app.ts';
import { createStaffApi } from '../../functions/staff-api/app.ts';
import { castOf, roles } from '../access/cast.ts';
import { anOffice, type OfficePorts, openOffice } from '../access/office.ts';
import { servicesOf } from '../access/services.ts';
import { AGENCY, agencyOf, REGION, verify } from '../access/world.ts';
import type { Stage } from './sweep.ts';

export async function aLane(dynamo: LocalDynamo, name: string) {
  const table = await dynamo.tenantTable(`${name}.${TENANT}`);
  const clock = fixedClock();
  const pool: Pool = new Map();
  const http = new FaultyHttp(inProcessAws(pool));
  const aws = awsSettings(
    {
      ...{ AWS_REGION: 'ap-southeast-3', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
      AWS_ENDPOINT_URL: dynamo.endpoint,
    },
    http,
  );
  const scans = memoryScans(TENANT);
  const letters = memoryLetters(TENANT);

  /** The ports of a function that has just started. */
  const start = (seed: string) => {
    const opened = openTenants({
      ...{ aws, clock, tablePrefix: `${name}.`, dataRoleArn: 'arn:aws:iam::000000000000:role/data' },
      ...{ staffPoolId: 'pool', documentsBucket: 'documents', sealsBucket: 'seals' },
      ...{ imports: lateImports, books: lateBooks, signer: kmsSigner, tenantKeys },
    })(TENANT);
    const random = seededRandom(seed);
    return { ...opened, clock, random, scans, letters, table: { locks: new Map() } };
  };
  const ports: OfficePorts = start('scene');

  const { keys } = start('keys');
  await keys.ensure('arn:key');
  await keys.ensureSigning('arn:sign');
  const regions = findRegions(REGION);
  if (regions) await ports.directory.saveRegions(regions);
  await ports.directory.save(aTenant({ id: TENANT, region: REGION, agencies: [agencyOf(AGENCY)] }));
  const cast = castOf(AGENCY, 100);
  const office = anOffice(ports, AGENCY, servicesOf(AGENCY, ''), cast, 0);
  await openOffice(office, roles.map(cast));

  /** Both APIs for staff, by functions that have just started. */
  const fetch = async (request: Request, seed: string): Promise<Response> => {
    const opened = start(seed);
    const parts = {
      ...{ verify, now: () => epochMs(clock.now()), consoleOrigin: 'https://console.example' },
      requestLog: createRequestLog(createLogger('faults', () => undefined)),
    };
    if (!new URL(request.url).pathname.startsWith('/print/'))
      return createStaffApi({ ...parts, openTenant: () => opened }).fetch(request);
    const printing = {
      drawCard: async () => Buffer.from('%PDF-1.7'),
      drawLetter: async () => Buffer.from('%PDF-1.7'),
      keep: async () => 'https://prints.example/1',
    };
    const origin = 'https://kota-contoh.layan.example';
    return createRenderer({ ...parts, openTenant: () => ({ ...opened, origin, printing }) }).fetch(request);
  };

  const stage: Stage = {
    ...{ client: dynamo.client, table, http },
    elsewhere: () => {
      const kept = [...pool];
      return {
        text: JSON.stringify(kept),
        bringBack: () => {
          pool.clear();
          for (const [email, account] of kept) pool.set(email, account);
        },
      };
    },
    shiftClock: (milliseconds) => clock.advance(milliseconds),
  };
  return { office, clock, stage, start, fetch };
}

export type Lane = Awaited<ReturnType<typeof aLane>>;
