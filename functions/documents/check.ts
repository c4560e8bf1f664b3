// One event, one scan: its tenant is the one its signed key names, and only that tenant's rights are used.
import { makeCheckDocument } from '@layan/application/document/check-document';
import type { Examine, LookInside } from '@layan/application/ports/examination';
import type { Ports } from '@layan/application/ports/surroundings';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { Logger } from '@layan/observability/logger';
import type { Metrics } from '@layan/observability/metrics';
import { readArrival } from './arrival.ts';

interface CheckParts {
  readonly open: (tenant: TenantId) => Pick<Ports, 'directory' | 'documents' | 'scans' | 'letters'>;
  readonly examine: Examine;
  readonly lookInside: LookInside;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'count'>;
}

export const createCheck =
  ({ open, examine, lookInside, logger, metrics }: CheckParts) =>
  async (event: unknown): Promise<void> => {
    const arrival = readArrival(event);
    if (!arrival) {
      logger.log('L103', {});
      return;
    }
    const { tenant, caseId, documentId } = arrival;
    const ports = open(tenant);
    // It came too late to be handed over, and lies there for a day.
    if ((await ports.directory.find())?.state === 'closed') {
      logger.log('L103', { tenant, caseId, documentId });
      return;
    }
    const checked = await makeCheckDocument({ ...ports, examine, lookInside })({ caseId, documentId });
    switch (checked.outcome) {
      case 'accepted': {
        const { bytes, contentType } = checked;
        logger.log('L101', { tenant, caseId, documentId, bytes, contentType });
        return;
      }
      case 'rejected':
        logger.log('L102', { tenant, caseId, documentId, reason: checked.rejection });
        metrics.count('ScansRefused', 1, tenant);
        return;
      case 'ignored':
        // Delivered twice is normal; an object that nobody expects is not.
        if (checked.why === 'not-expected') logger.log('L103', { tenant, caseId, documentId });
        return;
    }
  };
