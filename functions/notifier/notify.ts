// Takes pointers from the queue and tells each citizen what is new; what fails or is being sent goes back to the queue alone.
import { makeSendNotices } from '@layan/application/notice/send-notices';
import type { NoticeOutcome, NoticePorts } from '@layan/application/notice/turn';
import { leavesChange } from '@layan/application/tenant/leaves-change';
import { CaseId, TenantId } from '@layan/domain/kernel/ids';
import type { Logger } from '@layan/observability/logger';
import type { Metrics } from '@layan/observability/metrics';
import * as z from 'zod/mini';

const QueueEvent = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const Pointer = z.object({ tenant: TenantId, caseId: CaseId });

export interface NotifyParts {
  readonly openTenant: (tenant: TenantId) => NoticePorts;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

function tell(
  { logger, metrics }: NotifyParts,
  { tenant, caseId }: z.infer<typeof Pointer>,
  outcome: NoticeOutcome,
) {
  if (outcome === 'sent') {
    logger.log('L501', { tenant, caseId });
    metrics.count('NoticesSent', 1, tenant);
  }
  if (outcome === 'address-refused') {
    logger.log('L502', { tenant, caseId });
    metrics.count('NoticesRefused', 1, tenant);
  }
  if (outcome === 'busy') logger.log('L503', { tenant, caseId });
}

export const createNotify =
  (parts: NotifyParts) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const { Records: records } = QueueEvent.parse(event);
    const failed: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of records) {
      try {
        const pointer = Pointer.parse(JSON.parse(body));
        const ports = parts.openTenant(pointer.tenant);
        if (await leavesChange(ports, pointer.caseId)) continue;
        const outcome = await makeSendNotices(ports)(pointer);
        tell(parts, pointer, outcome);
        if (outcome === 'busy') failed.push({ itemIdentifier: messageId });
      } catch (error) {
        parts.logger.log('L203', {
          messageId,
          errorName: error instanceof Error ? error.name : 'unknown',
          stack: error instanceof Error ? error.stack : undefined,
        });
        failed.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures: failed };
  };
