// By the minute: one message per running tenant. Per message, what time asks for: standards published, promises moved, due
// cases acted on, status lists signed anew, rights of data subjects watched, what is kept too long destroyed, keys
// replaced, and hourly the chains sealed.
import { makeSealChanges, type SealingPorts } from '@layan/application/audit/seal-changes';
import { makeSweepBatches } from '@layan/application/batch/settle-batch';
import { type MovePromisesPorts, makeMovePromises } from '@layan/application/calendar/move-promises';
import { makeFireDue } from '@layan/application/case/fire-due';
import { type FinishErasuresPorts, makeFinishErasures } from '@layan/application/erasure/finish-erasures';
import { makeReplaceIndexKey, type ReplacePorts } from '@layan/application/keys/replace-index-key';
import { makeRotateDataKey, type RotateDataKeyPorts } from '@layan/application/keys/rotate-data-key';
import type { Ports } from '@layan/application/ports/surroundings';
import type { TenantRegister } from '@layan/application/ports/tenants';
import { makeDestroyDue } from '@layan/application/privacy/destroy-due';
import { makeWatchRequests } from '@layan/application/privacy/watch-requests';
import type { StatusListPorts } from '@layan/application/product/publish-status-list';
import { makeRefreshStatusList } from '@layan/application/product/refresh-status-list';
import { makePublishDue } from '@layan/application/standard/publish-due';
import { isUnderway, makeMoveRunning } from '@layan/application/standard/work-off-move';
import { TenantId } from '@layan/domain/kernel/ids';
import type { Logger } from '@layan/observability/logger';
import type { Metrics } from '@layan/observability/metrics';
import * as z from 'zod/mini';

const QueueEvent = z.object({
  Records: z.array(z.object({ messageId: z.string(), eventSource: z.literal('aws:sqs'), body: z.string() })),
});
const Sweep = z.object({ tenant: TenantId });

const PAGE = 100;
/** Batches of cases per message, so that one tenant's backlog ends well before the function's time does. */
const ROUNDS = 20;

export interface SweepParts {
  readonly register: Pick<TenantRegister, 'list'>;
  readonly openTenant: (
    tenant: TenantId,
  ) => Ports & StatusListPorts & FinishErasuresPorts & RotateDataKeyPorts & ReplacePorts & SealingPorts;
  readonly send: (messages: readonly z.infer<typeof Sweep>[]) => Promise<void>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

async function giveOut({ register, send, metrics }: SweepParts): Promise<void> {
  let after: string | undefined;
  do {
    const page = await register.list({ limit: PAGE, ...(after === undefined ? {} : { after }) });
    // Time also runs for a suspended tenant: its citizens were promised something.
    const running = page.rows.filter(
      ({ provisioning, offboarding }) =>
        provisioning.state === 'done' &&
        offboarding?.state !== 'destroying' &&
        offboarding?.state !== 'destroyed',
    );
    if (running.length > 0) await send(running.map(({ tenant }) => ({ tenant: tenant.id })));
    after = page.next;
  } while (after !== undefined);
  metrics.count('SweepsDone', 1);
}

/** Before anything is found broken that only seems so. */
async function movePromises(ports: MovePromisesPorts, tenant: TenantId, logger: Logger): Promise<void> {
  const move = makeMovePromises(ports);
  let moved = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const portion = await move();
    moved += portion.moved;
    if (!portion.more) break;
  }
  if (moved > 0) logger.log('L303', { tenant, moved });
}

/** Publishes what is scheduled for today, then moves cases whose agency decided so. */
async function moveStandards(ports: Ports, tenant: TenantId, logger: Logger): Promise<void> {
  let listed = await ports.standards.list();
  const published = await makePublishDue(ports)(listed);
  if (published.length > 0) {
    logger.log('L304', { tenant, published: published.length });
    listed = await ports.standards.list();
  }
  let moved = 0;
  for (let round = 0; round < ROUNDS && listed.some(isUnderway); round += 1) {
    const portion = await makeMoveRunning(ports)(listed);
    moved += portion.moved;
    if (!portion.more) break;
    listed = await ports.standards.list();
  }
  if (moved > 0) logger.log('L305', { tenant, moved });
}

async function sweep({ openTenant, logger }: SweepParts, tenant: TenantId): Promise<void> {
  const ports = openTenant(tenant);
  await moveStandards(ports, tenant, logger);
  await movePromises(ports, tenant, logger);
  const fireDue = makeFireDue(ports);
  let changed = 0;
  let skipped = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const fired = await fireDue({});
    changed += fired.changed;
    skipped += fired.skipped;
    if (!fired.more) break;
  }
  if (changed > 0 || skipped > 0) logger.log('L301', { tenant, changed, skipped });
  const { resumed, released } = await makeSweepBatches(ports)();
  if (resumed + released > 0) logger.log('L306', { tenant, resumed, released });
  await makeRefreshStatusList(ports)();
  await eachApart([
    async () => {
      const { finished } = await makeFinishErasures(ports)();
      if (finished > 0) logger.log('L308', { tenant, finished });
    },
    async () => {
      const { destroyed, scans } = await makeDestroyDue(ports)();
      if (destroyed + scans > 0) logger.log('L310', { tenant, destroyed, scans });
    },
    async () => {
      const { warned, lapsed } = await makeWatchRequests(ports)();
      if (warned + lapsed > 0) logger.log('L309', { tenant, warned, lapsed });
    },
    async () => {
      const sealed = await makeSealChanges(ports)();
      if (sealed.seals > 0) logger.log('L307', { tenant, ...sealed });
    },
    async () => {
      const rotated = await makeRotateDataKey(ports)();
      const done = typeof rotated === 'string' ? rotated : `rewrapped ${rotated.rewrapped}`;
      if (rotated !== 'nothing') logger.log('L311', { tenant, done });
    },
    async () => {
      const reindexed = await makeReplaceIndexKey(ports)();
      if (reindexed === 'nothing') return;
      if ('heldUp' in reindexed) logger.log('L313', { tenant, heldUp: reindexed.heldUp });
      else {
        const done = 'left' in reindexed ? `left ${reindexed.left}` : `reindexed ${reindexed.reindexed}`;
        logger.log('L312', { tenant, done });
      }
    },
  ]);
}

/** What cannot be destroyed keeps nothing from being sealed; the first that failed is told. */
async function eachApart(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const failed: unknown[] = [];
  for (const step of steps) await step().catch((cause: unknown) => failed.push(cause));
  if (failed.length > 0) throw failed[0];
}

/** Answers both of its triggers: the schedule, and the queue it fills itself. */
export const createSweep = (parts: SweepParts) => async (event: unknown) => {
  const queue = QueueEvent.safeParse(event);
  if (!queue.success) {
    await giveOut(parts);
    return { batchItemFailures: [] };
  }
  const failed: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of queue.data.Records) {
    try {
      await sweep(parts, Sweep.parse(JSON.parse(body)).tenant);
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
