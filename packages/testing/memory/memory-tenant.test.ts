import { OTHER_TENANT, TENANT } from '../builders/a-tenant.ts';
import { calendarChangesContract } from '../contract/calendar-changes.ts';
import { caseStoreContract } from '../contract/case-store.ts';
import { exportOfferContract } from '../contract/export-offer.ts';
import { figureStoreContract } from '../contract/figure-store.ts';
import { fileStoresContract } from '../contract/file-stores.ts';
import { importStoreContract } from '../contract/import-store.ts';
import { noticeStoreContract } from '../contract/notice-store.ts';
import {
  breachStoreContract,
  leftFilingsContract,
  requestStoreContract,
  retentionStoreContract,
} from '../contract/privacy-stores.ts';
import { productStoreContract } from '../contract/product-store.ts';
import { readLogContract } from '../contract/read-log.ts';
import { recordedRequestsContract } from '../contract/recorded-requests.ts';
import { rotaStoreContract } from '../contract/rota-store.ts';
import { sheetTemplatesContract } from '../contract/sheet-templates.ts';
import { signingContract, statusListContract } from '../contract/signing-keys.ts';
import { standardStoreContract } from '../contract/standard-store.ts';
import { tenantRegisterContract, tenantStoresContract } from '../contract/tenant-stores.ts';
import { vaultContract } from '../contract/vault.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryPlatform, memoryTenant } from './memory-tenant.ts';

caseStoreContract('memory', async () => memoryTenant());
productStoreContract('memory', async () => memoryTenant());
fileStoresContract('memory', async () => {
  const clock = fixedClock();
  return { ...memoryTenant(clock), clock };
});
figureStoreContract('memory', async () => memoryTenant());
signingContract('memory', async () => {
  const clock = fixedClock();
  const tenant = memoryTenant(clock);
  return { ...tenant, clock, keys: tenant, arns: ['arn:a', 'arn:b'] as const };
});
calendarChangesContract('memory', async () => memoryTenant().calendarChanges);
noticeStoreContract('memory', async () => memoryTenant().notices);
importStoreContract('memory', async () => memoryTenant().imports);
sheetTemplatesContract('memory', async () => memoryTenant().sheets);
retentionStoreContract('memory', async () => memoryTenant().retention);
leftFilingsContract('memory', async () => memoryTenant());
requestStoreContract('memory', async () => memoryTenant());
breachStoreContract('memory', async () => memoryTenant().breaches);
recordedRequestsContract('memory', async () => {
  const clock = fixedClock();
  return { clock, ports: memoryTenant(clock) };
});
recordedRequestsContract('memory, practice space', async () => {
  const clock = fixedClock();
  return { clock, ports: await memoryTenant(clock).openPractice(1) };
});
rotaStoreContract('memory', async () => memoryTenant().rota);
statusListContract('memory', async () => memoryTenant().statusLists);
standardStoreContract('memory', async () => memoryTenant().standards);
tenantStoresContract('memory', async () => memoryTenant());
exportOfferContract('memory', async () => memoryTenant().exports);
tenantRegisterContract('memory', async () => memoryPlatform().register);
readLogContract('memory', async () => memoryTenant().reads);
vaultContract('memory', async () => ({
  vault: memoryTenant(fixedClock(), TENANT).vault,
  foreign: memoryTenant(fixedClock(), OTHER_TENANT).vault,
}));
