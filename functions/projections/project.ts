// Takes pointers from the queue: a case changed, and all that follows from its change is done. It is noted for the next
// seal, counted, told to cases and batches around it, its letters drawn, its work given out, its cards listed, its
// destruction planned. What fails goes back to the queue alone; nothing here is done twice.
import { type AssignPorts, makeAssignByLoad } from '@layan/application/assignment/assign-by-load';
import { makeNoteHead } from '@layan/application/audit/note-head';
import { makeSettleBatch } from '@layan/application/batch/settle-batch';
import type { TellPorts } from '@layan/application/batch/tell-line';
import { readOnce } from '@layan/application/case/read-once';
import { makeCountCase } from '@layan/application/figures/count-case';
import type { PreparePorts } from '@layan/application/letter/prepare-documents';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import { makePlanRetention, type PlanPorts } from '@layan/application/privacy/plan-retention';
import type { StatusListPorts } from '@layan/application/product/publish-status-list';
import { makePublishStatusOfCase } from '@layan/application/product/publish-status-of-case';
import type { SubcasePorts } from '@layan/application/subcase/file-subcase';
import { makeSettleSubcases } from '@layan/application/subcase/settle-subcases';
import { leavesChange } from '@layan/application/tenant/leaves-change';
import { CaseId, TenantId } from '@layan/domain/kernel/ids';
import type { Logger } from '@layan/observability/logger';
import * as z from 'zod/mini';
import { settleLetters } from './letters.ts';

const QueueEvent = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const Pointer = z.object({ tenant: TenantId, caseId: CaseId });

export type OpenProjected = (
  tenant: TenantId,
) => Pick<TenantPorts, 'figures' | 'directory' | 'cases' | 'seals' | 'leftChanges'> &
  StatusListPorts &
  AssignPorts &
  SubcasePorts &
  TellPorts &
  PlanPorts &
  PreparePorts;

export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

async function giveOut(ports: AssignPorts, logger: Logger, { tenant, caseId }: z.infer<typeof Pointer>) {
  const { assigned, unassigned } = await makeAssignByLoad(ports)({ caseId });
  if (assigned > 0) logger.log('L204', { tenant, caseId, count: assigned });
  if (unassigned > 0) logger.log('L205', { tenant, caseId, count: unassigned });
}

async function settleSubcases(
  ports: SubcasePorts,
  logger: Logger,
  { tenant, caseId }: z.infer<typeof Pointer>,
) {
  const { opened, ended } = await makeSettleSubcases(ports)({ caseId });
  if (opened + ended > 0) logger.log('L206', { tenant, caseId, count: opened + ended });
}

async function settleBatch(ports: TellPorts, logger: Logger, { tenant, caseId }: z.infer<typeof Pointer>) {
  const { told, dropped, held } = await makeSettleBatch(ports)({ caseId });
  if (told + dropped + held > 0) logger.log('L208', { tenant, caseId, told, dropped, held });
}

export const createProject =
  (openTenant: OpenProjected, logger: Logger) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const { Records: records } = QueueEvent.parse(event);
    const failed: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of records) {
      try {
        const { tenant, caseId } = Pointer.parse(JSON.parse(body));
        const opened = openTenant(tenant);
        if (await leavesChange(opened, caseId)) continue;
        const ports = { ...opened, cases: readOnce(opened.cases, caseId) };
        // First, so that what fails below is sealed all the same.
        await makeNoteHead(ports)({ caseId });
        const counted = await makeCountCase(ports)({ caseId });
        logger.log('L202', { tenant, caseId, count: counted });
        await settleSubcases(ports, logger, { tenant, caseId });
        await settleBatch(ports, logger, { tenant, caseId });
        await settleLetters(ports, logger, { tenant, caseId });
        await giveOut(ports, logger, { tenant, caseId });
        await makePublishStatusOfCase(ports)({ caseId });
        // Its row is guarded by nothing but itself: what was read long ago must not be written over what others planned.
        await makePlanRetention(opened)({ caseId });
      } catch (error) {
        logger.log('L203', {
          messageId,
          errorName: error instanceof Error ? error.name : 'unknown',
          stack: error instanceof Error ? error.stack : undefined,
        });
        failed.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures: failed };
  };
