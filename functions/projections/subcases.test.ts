// Cases of two services at the database: whatever is written leaves a pointer behind, and only what comes through the queue
// lets one case open, follow and outlive the other.
import { CaseId, TenantId } from '@layan/domain/kernel/ids';
import { createLogger } from '@layan/observability/logger';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { awsSettings } from '@layan/storage/aws/settings';
import { caseStore } from '@layan/storage/case-store';
import { figureStore } from '@layan/storage/figure-store';
import { productStore } from '@layan/storage/product-store';
import { standardStore } from '@layan/storage/standard-store';
import { openTable } from '@layan/storage/table/table';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { subcaseScene } from '@layan/testing/scenes/subcase-scene';
import { afterAll, describe, expect, it } from 'vitest';
import { createProject } from './project.ts';

const drawLetter = async () => new TextEncoder().encode('%PDF-uji');

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
  const scene = await subcaseScene(undefined, async (clock) => ({
    cases: caseStore(table, clock),
    standards: standardStore(table),
    products: productStore(table),
    figures: figureStore(table),
  }));
  const lines: string[] = [];
  const project = createProject(
    () => ({
      ...scene.ports,
      signer: scene.memory.signer,
      drawLetter,
      origin: 'https://kota-uji.layan.example',
    }),
    createLogger('projections', (line) => lines.push(line)),
  );
  const delivered = new Set<string>();
  /** Delivers what was written, and what was written because of that, each twice, until nothing new comes. */
  const deliver = async (): Promise<void> => {
    const fresh = (await dynamo.outbox(name)).filter(({ pk, sk }) => !delivered.has(`${pk} ${sk}`));
    if (fresh.length === 0) return;
    for (const { pk, sk } of fresh) delivered.add(`${pk} ${sk}`);
    const pointers = fresh.map(({ pk }) => ({ tenant, caseId: CaseId.parse(pk.slice('OUTBOX#'.length)) }));
    const records = [...pointers, ...pointers].map((pointer, at) => ({
      messageId: `m${at}`,
      body: JSON.stringify(pointer),
    }));
    expect(await project({ Records: records })).toEqual({ batchItemFailures: [] });
    await deliver();
  };
  /** A request whose inspection is filed and linked; both cases. */
  const opened = async () => {
    const caseId = await scene.waiting(1);
    await deliver();
    const [child, ...more] = (await scene.found(caseId)).snapshot.subcases ?? [];
    if (!child || more.length > 0) throw new Error('one case is opened');
    return { caseId, child: child.caseId };
  };
  return { ...scene, deliver, opened, lines };
}

describe('a case that opens another, at the database', () => {
  it('waits for it, is told its end and what it found, and goes on to its own', async () => {
    const { opened, deliver, found, complete, sealOf, lines } = await open();
    const { caseId, child } = await opened();
    const before = (await found(caseId)).snapshot;
    expect(before.tasks).toMatchObject([{ step: 'inspect' }]);
    expect((await found(child)).snapshot.parent).toMatchObject({ caseId, ticket: before.ticket });

    await complete(child, 'look', 'done', { result: true, remark: 'Aman.' });
    await deliver();
    const { snapshot } = await found(caseId);
    expect(snapshot).toMatchObject({ ended: { ending: 'granted' }, facts: { safe: true } });
    expect(snapshot.subcases).toMatchObject([{ caseId: child, ended: true }]);
    const { remark } = snapshot.facts;
    expect(remark && (await (await sealOf(caseId)).openFact('remark', remark))).toBe('Aman.');
    expect(lines.filter((line) => line.includes('L206'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('L203'))).toEqual([]);
  });

  it('takes another way when the other is refused', async () => {
    const { opened, deliver, found, complete } = await open();
    const { caseId, child } = await opened();
    await complete(child, 'look', 'refuse', { result: false });
    await deliver();
    expect((await found(caseId)).snapshot.ended?.ending).toBe('refused');
  });

  it('ends before the other, which goes on as its own and says so to whoever works on it', async () => {
    const { opened, deliver, found, run, complete } = await open();
    const { caseId, child } = await opened();
    await run(caseId, { type: 'interrupt', interruption: 'withdraw' });
    await deliver();
    const left = (await found(child)).snapshot;
    expect(left).toMatchObject({ parent: { caseId, left: 'ended' }, tasks: [{ step: 'look' }] });
    expect(left.timeline.filter(({ text }) => text.includes('sudah berakhir'))).toHaveLength(1);

    await complete(child, 'look', 'done', { result: true });
    await deliver();
    expect((await found(child)).snapshot.ended?.ending).toBe('granted');
    expect((await found(caseId)).snapshot).toMatchObject({ ended: { ending: 'withdrawn' } });
  });
});
