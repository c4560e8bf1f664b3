import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '@layan/domain/kernel/clock';
import { calendarChangesContract } from '@layan/testing/contract/calendar-changes';
import { caseStoreContract } from '@layan/testing/contract/case-store';
import { figureStoreContract } from '@layan/testing/contract/figure-store';
import { fileStoresContract } from '@layan/testing/contract/file-stores';
import { importStoreContract } from '@layan/testing/contract/import-store';
import { noticeStoreContract } from '@layan/testing/contract/notice-store';
import {
  breachStoreContract,
  leftFilingsContract,
  requestStoreContract,
  retentionStoreContract,
} from '@layan/testing/contract/privacy-stores';
import { productStoreContract } from '@layan/testing/contract/product-store';
import { readLogContract } from '@layan/testing/contract/read-log';
import { rotaStoreContract } from '@layan/testing/contract/rota-store';
import { sheetTemplatesContract } from '@layan/testing/contract/sheet-templates';
import { statusListContract } from '@layan/testing/contract/signing-keys';
import { standardStoreContract } from '@layan/testing/contract/standard-store';
import { tenantRegisterContract, tenantStoresContract } from '@layan/testing/contract/tenant-stores';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll } from 'vitest';
import { auditChains } from './audit-chains.ts';
import { calendarChanges } from './calendar-changes.ts';
import { caseStore } from './case-store.ts';
import { documentStore } from './document-store.ts';
import { figureStore } from './figure-store.ts';
import { filingStore } from './filing-store.ts';
import { importStore } from './import-store.ts';
import { noticeStore } from './notice-store.ts';
import { breachStore } from './privacy-breaches.ts';
import { requestStore } from './privacy-requests.ts';
import { productStore } from './product-store.ts';
import { readLog } from './read-log.ts';
import { retentionStore } from './retention-store.ts';
import { rotaStore } from './rota-store.ts';
import { sheetTemplates } from './sheet-templates.ts';
import { signOuts } from './sign-outs.ts';
import { staffStore } from './staff-store.ts';
import { standardStore } from './standard-store.ts';
import { statusListStore } from './status-list-store.ts';
import { practiceTable } from './table/practice-table.ts';
import { openTable, type Table } from './table/table.ts';
import { tenantDirectory } from './tenant-directory.ts';
import { tenantRegister } from './tenant-register.ts';
import { unmaskingLog } from './unmasking-log.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const documents = DynamoDBDocumentClient.from(dynamo.client);
const freshTable = async () => openTable(documents, await dynamo.tenantTable());

const filesIn = (spaceOf: (table: Table, clock: Clock) => Table) => async () => {
  const clock = fixedClock();
  const table = spaceOf(await freshTable(), clock);
  return {
    clock,
    cases: caseStore(table, clock),
    products: productStore(table),
    filings: filingStore(table, clock),
    documents: documentStore(table),
    figures: figureStore(table),
  };
};

for (const [name, files] of [
  ['DynamoDB', filesIn((table) => table)],
  ['DynamoDB, practice space', filesIn((table, clock) => practiceTable(table, 1, clock))],
] as const) {
  caseStoreContract(name, files);
  productStoreContract(name, files);
  fileStoresContract(name, files);
  figureStoreContract(name, files);
}
calendarChangesContract('DynamoDB', async () => calendarChanges(await freshTable()));
noticeStoreContract('DynamoDB', async () => noticeStore(await freshTable()));
readLogContract('DynamoDB', async () => readLog(await freshTable(), fixedClock()));
importStoreContract('DynamoDB', async () => importStore(await freshTable()));
retentionStoreContract('DynamoDB', async () => retentionStore(await freshTable()));
leftFilingsContract('DynamoDB', async () => {
  const table = await freshTable();
  return { filings: filingStore(table, fixedClock()), retention: retentionStore(table) };
});
requestStoreContract('DynamoDB', async () => {
  const table = await freshTable();
  return { requests: requestStore(table), cases: caseStore(table, fixedClock()) };
});
breachStoreContract('DynamoDB', async () => breachStore(await freshTable()));
rotaStoreContract('DynamoDB', async () => rotaStore(await freshTable()));
sheetTemplatesContract('DynamoDB', async () => sheetTemplates(await freshTable()));
statusListContract('DynamoDB', async () => statusListStore(await freshTable()));
standardStoreContract('DynamoDB', async () => standardStore(await freshTable()));
tenantStoresContract('DynamoDB', async () => {
  const table = await freshTable();
  return {
    staff: staffStore(table, fixedClock()),
    signOuts: signOuts(table),
    directory: tenantDirectory(table, fixedClock()),
    unmaskings: unmaskingLog(table),
    audit: auditChains(table),
  };
});
tenantRegisterContract('DynamoDB', async () =>
  tenantRegister(openTable(documents, await dynamo.controlTable())),
);
