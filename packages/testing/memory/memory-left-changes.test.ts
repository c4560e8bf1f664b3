import { leftChangesContract } from '../contract/left-changes.ts';
import { memoryTenant } from './memory-tenant.ts';

leftChangesContract('memory', async () => {
  const { leftChanges, table } = memoryTenant();
  return { leftChanges, pointed: async () => table.outbox.map(({ caseId }) => caseId) };
});
