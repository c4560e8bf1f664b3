import { Readable } from 'node:stream';
import { aFiledCase, aNextChange } from '@layan/testing/builders/a-case';
import { aFiling } from '@layan/testing/builders/a-filing';
import { aMember } from '@layan/testing/builders/a-tenant';
import { caseIdOf } from '@layan/testing/builders/ids';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterAll, describe, expect, it } from 'vitest';
import { dynamoClient } from './aws/dynamo-client.ts';
import { awsSettings } from './aws/settings.ts';
import { caseStore } from './case-store.ts';
import { filingStore } from './filing-store.ts';
import { staffStore } from './staff-store.ts';
import { openTable } from './table/table.ts';

const faults = ['throttled', 'dropped', 'acknowledgement lost'] as const;
type Fault = (typeof faults)[number];

/** Disturbs one request, counted from the last `disturb`; the others pass. */
class DisturbedHttp extends NodeHttpHandler {
  private fault: Fault | undefined;
  private left = 0;
  disturbed = 0;

  disturb(fault: Fault, request: number) {
    this.fault = fault;
    this.left = request;
    this.disturbed = 0;
  }

  override async handle(...call: Parameters<NodeHttpHandler['handle']>) {
    this.left -= 1;
    if (this.left !== 0 || !this.fault) return super.handle(...call);
    this.disturbed += 1;
    const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', name: 'ECONNRESET' });
    if (this.fault === 'dropped') throw reset;
    if (this.fault === 'throttled')
      return {
        response: new HttpResponse({
          statusCode: 400,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Readable.from([
            Buffer.from('{"__type":"com.amazonaws.dynamodb#ProvisionedThroughputExceededException"}'),
          ]),
        }),
      };
    const { response } = await super.handle(...call);
    for await (const _ of response.body);
    throw reset;
  }
}

const dynamo = await startLocalDynamo();
const http = new DisturbedHttp();
afterAll(async () => {
  http.destroy();
  await dynamo.stop();
});
const settings = awsSettings(
  {
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: dynamo.endpoint,
  },
  http,
);
const client = dynamoClient(settings, settings.credentials);

describe.each(faults)('a request that is %s', (fault) => {
  // Reads first, then the write: each request of a change is hit once.
  it.each([1, 2])('leaves a change done once and told as done (request %i)', async (request) => {
    const cases = caseStore(openTable(client, await dynamo.tenantTable()), fixedClock());
    await cases.commit(aFiledCase(1));
    http.disturb(fault, request);
    const loaded = await cases.find(caseIdOf(1));
    expect(loaded && (await cases.commit(aNextChange(loaded)))).toEqual({ ok: true, value: undefined });
    expect(http.disturbed).toBe(1);
    expect((await cases.findFile(caseIdOf(1)))?.events).toHaveLength(2);
  });

  it('leaves a filing filed once, with its answer kept', async () => {
    const table = openTable(client, await dynamo.tenantTable());
    const cases = caseStore(table, fixedClock());
    await filingStore(table, fixedClock()).save(aFiling(1), undefined);
    const change = aFiledCase(
      1,
      {},
      {
        fromFiling: { caseId: caseIdOf(1), revision: 1 },
        idempotency: { key: 'key', fingerprint: 'print', result: '{}' },
        acquire: [{ group: 'assistance-card', index: 'holder', productId: 'card-1' }],
      },
    );
    http.disturb(fault, 1);
    expect(await cases.commit(change)).toEqual({ ok: true, value: undefined });
    expect(http.disturbed).toBe(1);
    expect(await cases.commit(change)).toMatchObject({ ok: false, error: { code: 'already-done' } });
  });

  it('makes nobody believe that somebody else was faster', async () => {
    const staff = staffStore(openTable(client, await dynamo.tenantTable()), fixedClock());
    http.disturb(fault, 1);
    expect(await staff.save(aMember(1), undefined)).toEqual({ ok: true, value: undefined });
    http.disturb(fault, 1);
    expect(await staff.save(aMember(1, { revision: 2 }), 1)).toEqual({ ok: true, value: undefined });
  });
});

describe('many people at once', () => {
  it('change one case one after the other, and nothing is lost', async () => {
    const cases = caseStore(openTable(client, await dynamo.tenantTable()), fixedClock());
    await cases.commit(aFiledCase(1));
    const work = async (person: number): Promise<number> => {
      const loaded = await cases.find(caseIdOf(1));
      if (!loaded) throw new Error('The case is gone.');
      const marking = [...loaded.snapshot.marking, `by-${person}`];
      const done = await cases.commit(aNextChange(loaded, { marking }));
      return done.ok ? 1 : work(person);
    };
    await Promise.all([1, 2, 3, 4, 5, 6].map(work));
    const record = await cases.find(caseIdOf(1));
    expect(record?.snapshot.seq).toBe(7);
    expect(new Set(record?.snapshot.marking).size).toBe(7);
  });
});
