// How long a batch of 500 cases takes from its last decision until every case knows of it: ratified in the batch, then
// told to each in a transaction of its own, on DynamoDB Local: `node test/bench/batch-fan-out.ts [cases]`.
import { makeDecideLines } from '@layan/application/batch/decide-lines';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { awsSettings } from '@layan/storage/aws/settings';
import { batchStore } from '@layan/storage/batch-store';
import { caseStore } from '@layan/storage/case-store';
import { systemClock as clock } from '@layan/storage/surroundings';
import { openTable } from '@layan/storage/table/table';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { batchOffice, officer, westOperator } from '@layan/testing/scenes/batch-scene';
import { seededRandom } from '@layan/testing/seeded-random';

const BAR_SECONDS = 30;
const count = Number(process.argv[2] ?? 500);

const dynamo = await startLocalDynamo();
try {
  const aws = awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: dynamo.endpoint,
  });
  const table = openTable(dynamoClient(aws, aws.credentials), await dynamo.tenantTable());
  const stores = { cases: caseStore(table, clock), batches: batchStore(table, clock) };
  const office = await batchOffice({
    ...memoryTenant(clock),
    ...stores,
    clock,
    random: seededRandom('bench'),
  });

  const timed = async (what: string, work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1000;
    console.log(`${seconds.toFixed(2).padStart(8)} s  ${what}`);
    return seconds;
  };

  const cases = await office.proposeAll(1, count);
  const batch = await office.start();
  await timed(`${count} cases join`, () => office.fanOut(batch));
  const decideAll = async (decision: string, note?: string): Promise<void> => {
    for (let at = 0; at < cases.length; at += 100) {
      const done = await makeDecideLines(office.ports)({
        member: westOperator,
        caseId: batch,
        step: 'deliberate',
        expectedSeq: (await office.found(batch)).snapshot.seq,
        decisions: cases.slice(at, at + 100).map((caseId) => ({ caseId, decision, note })),
      });
      if (!done.ok) throw new Error(done.error.code);
    }
  };
  await timed(`${count} lines decided on, without a note`, () => decideAll('maybe'));
  const decided = await timed(`${count} lines decided on, each with a note`, () =>
    decideAll('worthy', 'Disepakati dalam musyawarah uji.'),
  );
  await office.complete(batch, 'deliberate', 'decided');
  const deliberated = await timed(`${count} cases told of the deliberation`, () => office.fanOut(batch));
  await office.complete(batch, 'verify', 'right', officer);
  const whole = await timed(`${count} cases ratified, told and ended`, async () => {
    await office.complete(batch, 'sign', 'signed', officer);
    await office.fanOut(batch);
  });
  let granted = 0;
  for (const id of cases) if ((await office.found(id)).snapshot.ended?.ending === 'granted') granted += 1;
  console.log(`${granted} of ${count} cases granted`);
  const most = Math.max(deliberated, whole);
  const said = most <= BAR_SECONDS ? 'within' : 'OVER';
  console.log(
    `${most.toFixed(1)} s for the slowest fan-out: ${said} the bar of ${BAR_SECONDS} s (lines decided in ${decided.toFixed(1)} s)`,
  );
  if (granted !== count || most > BAR_SECONDS) process.exitCode = 1;
} finally {
  await dynamo.stop();
}
