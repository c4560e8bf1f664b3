// A batch at the database: filing and deciding leave pointers behind, and only what comes through the queue tells its cases.
import { CaseId, TenantId } from '@layan/domain/kernel/ids';
import { createLogger } from '@layan/observability/logger';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { awsSettings } from '@layan/storage/aws/settings';
import { batchStore } from '@layan/storage/batch-store';
import { caseStore } from '@layan/storage/case-store';
import { figureStore } from '@layan/storage/figure-store';
import { openTable } from '@layan/storage/table/table';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { batchOffice, officer } from '@layan/testing/scenes/batch-scene';
import { seededRandom } from '@layan/testing/seeded-random';
import { afterAll, expect, it } from 'vitest';
import { createProject } from './project.ts';

const tenant = TenantId.parse('kota-uji');
const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const aws = awsSettings({
  AWS_REGION: 'ap-southeast-3',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL: dynamo.endpoint,
});

async function open() {
  const name = await dynamo.tenantTable();
  const table = openTable(dynamoClient(aws, aws.credentials), name);
  const clock = fixedClock();
  const memory = memoryTenant(clock);
  const ports = {
    ...memory,
    cases: caseStore(table, clock),
    batches: batchStore(table, clock),
    figures: figureStore(table),
    clock,
    random: seededRandom('projected batch'),
  };
  const office = await batchOffice(ports);
  const lines: string[] = [];
  const project = createProject(
    () => ({
      ...ports,
      signer: memory.signer,
      drawLetter: async () => new TextEncoder().encode('%PDF-uji'),
      origin: 'https://kota-uji.layan.example',
    }),
    createLogger('projections', (line) => lines.push(line)),
  );
  const delivered = new Set<string>();
  /** Everything that was written, and what was written because of that, each twice. */
  const deliver = async (): Promise<void> => {
    const fresh = (await dynamo.outbox(name)).filter(({ pk, sk }) => !delivered.has(`${pk} ${sk}`));
    if (fresh.length === 0) return;
    for (const { pk, sk } of fresh) delivered.add(`${pk} ${sk}`);
    const pointers = fresh.map(({ pk }) => ({ tenant, caseId: CaseId.parse(pk.slice('OUTBOX#'.length)) }));
    const Records = [...pointers, ...pointers].map((pointer, at) => ({
      messageId: `m${at}`,
      body: JSON.stringify(pointer),
    }));
    expect(await project({ Records })).toEqual({ batchItemFailures: [] });
    await deliver();
  };
  return { ...office, deliver, lines };
}

it('brings the cases of a batch to their ends, each told once, and lets a withdrawn one go', {
  timeout: 60_000,
}, async () => {
  const { proposeAll, start, deliver, decide, complete, run, found, ports, lines } = await open();
  const cases = await proposeAll(1, 6);
  const [first, second] = cases;
  if (!first || !second) throw new Error('no cases');
  await deliver();
  const batch = await start();
  await deliver();
  ports.clock.advance(60_000);
  await run(first, { type: 'interrupt', interruption: 'withdraw' }, { party: 'applicant' });
  await deliver();
  await decide(batch, 'deliberate', 'worthy', cases.slice(1));
  expect(await complete(batch, 'deliberate', 'decided')).toBe('ok');
  await deliver();
  await decide(batch, 'verify', 'remove', [second], { by: officer, note: 'data ganda' });
  await complete(batch, 'verify', 'right', officer);
  await complete(batch, 'sign', 'signed', officer);
  await deliver();
  const { snapshot } = await found(batch);
  expect(snapshot.ended?.ending).toBe('done');
  expect(snapshot.lines?.map(({ out }) => out?.why)).toEqual([
    'ended',
    'remove',
    ...Array(4).fill(undefined),
  ]);
  const ends = await Promise.all(cases.map(async (id) => (await found(id)).snapshot.ended?.ending));
  expect(ends).toEqual(['withdrawn', undefined, ...Array(4).fill('granted')]);
  expect(await ports.batches.listUnfinished(9)).toEqual({ fanOuts: [], held: [] });
  expect(lines.join()).toContain('L208');
});
