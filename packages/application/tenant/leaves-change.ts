// Whether what follows from a change is left undone: behind closed doors a tenant's data are handed over as they are. Should its
// leaving be called off, the change is taken up again.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { TenantPorts } from '../ports/tenant-ports.ts';

export const leavesChange = async (
  { directory, leftChanges }: Pick<TenantPorts, 'directory' | 'leftChanges'>,
  caseId: CaseId,
): Promise<boolean> => {
  if ((await directory.find())?.state !== 'closed') return false;
  // Noted before it is looked at once more: whoever opens the doors meanwhile finds the note, or is seen here.
  await leftChanges.note(caseId);
  return (await directory.findForChange())?.tenant.state === 'closed';
};
