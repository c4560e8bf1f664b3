// Forty letters signed one after the other, as the console does it: each is one read, one signature and one transaction at
// DynamoDB Local. The bar is five seconds for all.

import { makeCompleteStep } from '@layan/application/case/complete-step';
import type { CaseId } from '@layan/domain/kernel/ids';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { awsSettings } from '@layan/storage/aws/settings';
import { caseStore } from '@layan/storage/case-store';
import { productStore } from '@layan/storage/product-store';
import { openTable } from '@layan/storage/table/table';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { people, signingScene } from '@layan/testing/scenes/signing-scene';

const LETTERS = 40;
const BAR_MS = 5_000;

const dynamo = await startLocalDynamo();
const settings = awsSettings({
  AWS_REGION: 'ap-southeast-3',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL: dynamo.endpoint,
});
const table = openTable(dynamoClient(settings, settings.credentials), await dynamo.tenantTable());
const scene = await signingScene({
  openStores: async (clock) => ({ cases: caseStore(table, clock), products: productStore(table) }),
});
const waiting: CaseId[] = [];
for (let n = 1; n <= LETTERS; n += 1) {
  const id = await scene.frozen(n);
  const events = (await scene.ports.cases.findFile(id))?.events ?? [];
  const known = { ...scene.worker.figures, eventsAfter: async () => events };
  const { makePrepareDocuments } = await import('@layan/application/letter/prepare-documents');
  await makePrepareDocuments({ ...scene.worker, figures: known })({ caseId: id });
  waiting.push(id);
}
const complete = makeCompleteStep(scene.ports);
const seqs = await Promise.all(waiting.map(async (id) => (await scene.found(id)).snapshot.seq));
const began = performance.now();
for (const [at, caseId] of waiting.entries()) {
  const input = { member: people.chief, caseId, step: 'sign', outcome: 'sign', raw: {} };
  const done = await complete({ ...input, expectedSeq: seqs[at] ?? 0 });
  if (!done.ok) throw new Error(`letter ${at + 1} was not signed: ${done.error.code}`);
}
const took = performance.now() - began;
await dynamo.stop();
process.stdout.write(`${LETTERS} letters signed in ${Math.round(took)} ms\n`);
if (took > BAR_MS) process.exitCode = 1;
