// What follows for the letters of a case: tiers of review that nobody can do are passed, frozen letters are drawn.
import type { PreparePorts } from '@layan/application/letter/prepare-documents';
import { makeSkipTiers } from '@layan/application/letter/skip-tiers';
import type { CaseId, TenantId } from '@layan/domain/kernel/ids';
import type { Logger } from '@layan/observability/logger';

interface Pointer {
  readonly tenant: TenantId;
  readonly caseId: CaseId;
}

const isWaiting = async ({ cases }: PreparePorts, caseId: CaseId): Promise<boolean> => {
  const snapshot = (await cases.find(caseId))?.snapshot;
  return (
    !snapshot?.ended &&
    (snapshot?.products ?? []).some(({ state, prepared }) => state === 'frozen' && !prepared)
  );
};

export async function settleLetters(ports: PreparePorts, logger: Logger, { tenant, caseId }: Pointer) {
  const skipped = await makeSkipTiers(ports)({ caseId });
  if (skipped > 0) logger.log('L211', { tenant, caseId, count: skipped });
  // Filling a template in and drawing it are loaded for those that wait.
  if (!(await isWaiting(ports, caseId))) return;
  const { makePrepareDocuments } = await import('@layan/application/letter/prepare-documents');
  const { prepared, unsignable, undrawable } = await makePrepareDocuments(ports)({ caseId });
  if (prepared > 0) logger.log('L212', { tenant, caseId, count: prepared });
  if (unsignable > 0) logger.log('L213', { tenant, caseId, count: unsignable });
  if (undrawable > 0) logger.log('L214', { tenant, caseId, count: undrawable });
}
