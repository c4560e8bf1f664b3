import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DoneBefore } from '@layan/application/ports/recorded';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { aMember } from '@layan/testing/builders/a-tenant';
import { recordedRequestsContract } from '@layan/testing/contract/recorded-requests';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { afterAll, describe, expect, it } from 'vitest';
import { recordedPorts } from './recorded-ports.ts';
import { practiceTable } from './table/practice-table.ts';
import { recordedTable } from './table/recorded-table.ts';
import { openTable, type Table } from './table/table.ts';
import { absent } from './table/transact.ts';
import { openStores } from './tenant-ports.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const client = DynamoDBDocumentClient.from(dynamo.client);
const freshTable = async () => openTable(client, await dynamo.tenantTable());

const tenantOn = (spaceOf: (table: Table, clock: ReturnType<typeof fixedClock>) => Table) => async () => {
  const clock = fixedClock();
  const table = spaceOf(await freshTable(), clock);
  const stores = openStores(table, { clock });
  const ports: TenantPorts = {
    ...memoryTenant(clock),
    ...stores(table),
    recorded: recordedPorts({ table, clock }, () => ports, stores),
  };
  return { clock, ports };
};

recordedRequestsContract(
  'DynamoDB',
  tenantOn((table) => table),
);

describe('a recorded request in a table', () => {
  const request = { idempotency: { key: 'x:y:key-0001', fingerprint: 'print' }, resumes: false };
  const write = { write: { put: { pk: 'THING', sk: 'ONE' }, when: absent }, otherwise: () => 'there' };

  it('whose acknowledgement was lost was made, and is not made again', async () => {
    const table = await freshTable();
    const deaf: Table = {
      ...table,
      transact: async (writes) => {
        await table.transact(writes);
        throw new Error('lost');
      },
    };
    await expect(recordedTable(deaf, request, fixedClock()).table.transact([write])).rejects.toThrow('lost');
    const again = recordedTable(table, request, fixedClock());
    await expect(again.table.transact([write])).rejects.toBeInstanceOf(DoneBefore);
    expect(await again.find()).toEqual({ fingerprint: 'print' });
  });

  it('is known in the space it was made in, and not in practice', async () => {
    const table = await freshTable();
    const clock = fixedClock();
    const inside = practiceTable(table, 1, clock);
    await recordedTable(inside, request, clock).table.transact([write]);
    expect(await recordedTable(inside, request, clock).find()).toBeDefined();
    expect(await recordedTable(table, request, clock).find()).toBeUndefined();
  });

  it('keeps no answer that an item cannot hold', async () => {
    const table = await freshTable();
    const made = recordedTable(table, request, fixedClock());
    await made.table.transact([write]);
    await made.keepAnswer('a'.repeat(500_000));
    expect(await made.find()).toEqual({ fingerprint: 'print' });
  });

  it.each([
    ['a week', 'complete-step:member:key-00000001', 7],
    ['90 days when it was made without a connection', 'complete-step:member:offline-00000001', 90],
    ['a week when nobody does it without one', 'change-product:member:offline-00000001', 7],
  ])('of a command on a case is known for %s too', async (_name, key, days) => {
    const { ports, clock } = await tenantOn((table) => table)();
    const filed = aFiledCase(1, {}, { idempotency: { key, fingerprint: 'print', result: '1' } });
    expect((await ports.cases.commit(filed)).ok).toBe(true);
    clock.advance(days * 86_400_000 - 1000);
    expect(await ports.cases.findIdempotent(key)).toMatchObject({ result: '1' });
    clock.advance(1000);
    expect(await ports.cases.findIdempotent(key)).toBeUndefined();
    const later = { ...aFiledCase(2), idempotency: { key, fingerprint: 'print', result: '2' } };
    expect(await ports.cases.commit(later)).toEqual({ ok: true, value: undefined });
    expect(await ports.cases.findIdempotent(key)).toMatchObject({ result: '2' });
  });

  it('takes one transaction, and a second for its answer', async () => {
    const { ports } = await tenantOn((table) => table)();
    const calls: string[] = [];
    dynamo.client.middlewareStack.add(
      (next, context) => (args) => {
        calls.push(context.commandName ?? '');
        return next(args);
      },
      { step: 'initialize', name: 'count', override: true },
    );
    const recording = await ports.recorded(request);
    await recording.ports.staff.save(aMember(1), undefined);
    expect(calls).toEqual(['TransactWriteItemsCommand']);
    await recording.keepAnswer('answer');
    expect(calls).toEqual(['TransactWriteItemsCommand', 'TransactWriteItemsCommand']);
    dynamo.client.middlewareStack.remove('count');
  });
});
