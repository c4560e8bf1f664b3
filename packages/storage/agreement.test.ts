import { BatchWriteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expectAgreement } from '@layan/testing/agreement/agree';
import { turns } from '@layan/testing/agreement/turns';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { caseStore } from './case-store.ts';
import { documentStore } from './document-store.ts';
import { filingStore } from './filing-store.ts';
import { productStore } from './product-store.ts';
import { openTable } from './table/table.ts';

const SEQUENCES = process.env.LAYAN_DEEP ? 10_000 : 500;

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const name = await dynamo.tenantTable();
const table = openTable(DynamoDBDocumentClient.from(dynamo.client), name);

/** A new table takes DynamoDB Local half a second. */
async function emptyTheTable() {
  const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: name }));
  for (let start = 0; start < Items.length; start += 25) {
    const requests = Items.slice(start, start + 25).map(({ pk, sk }) => ({
      DeleteRequest: { Key: { ...(pk && { pk }), ...(sk && { sk }) } },
    }));
    await dynamo.client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }));
  }
}

it(`memory and DynamoDB agree on ${SEQUENCES} sequences`, { timeout: 60 * 60_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(turns, async (sequence) => {
      await emptyTheTable();
      const clock = fixedClock();
      const real = {
        cases: caseStore(table, clock),
        products: productStore(table),
        filings: filingStore(table, clock),
        documents: documentStore(table),
      };
      for (const answer of await expectAgreement(real, memoryTenant(clock), sequence)) {
        seen.add(JSON.stringify(answer) ?? '');
      }
    }),
    { numRuns: SEQUENCES },
  );
  console.log(`R6: ${SEQUENCES} sequences, on which memory and DynamoDB agree.`);
  // A run that only ever succeeds, or only ever fails, would prove little.
  for (const code of [
    'already-done',
    'filing-changed',
    'changed-meanwhile',
    'ticket-taken',
    'lock-taken',
    'number-taken',
  ])
    expect([...seen].some((text) => text.includes(code))).toBe(true);
});
