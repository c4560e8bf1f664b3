// What time asks for in a tenant, step by step: standards published, promises moved, due cases acted on, status lists signed
// anew, erasures finished, what is kept too long destroyed, rights of data subjects watched, chains sealed, keys replaced.
import { makeSealChanges, type SealingPorts } from '@layan/application/audit/seal-changes';
import { makeSweepBatches } from '@layan/application/batch/settle-batch';
import { type MovePromisesPorts, makeMovePromises } from '@layan/application/calendar/move-promises';
import { makeFireDue } from '@layan/application/case/fire-due';
import { makeEraseTraces } from '@layan/application/erasure/erase-traces';
import { type FinishErasuresPorts, makeFinishErasures } from '@layan/application/erasure/finish-erasures';
import { tellFirst } from '@layan/application/kernel/work-off';
import { makeReplaceIndexKey, type ReplacePorts } from '@layan/application/keys/replace-index-key';
import { makeRotateDataKey, type RotateDataKeyPorts } from '@layan/application/keys/rotate-data-key';
import type { Ports } from '@layan/application/ports/surroundings';
import { makeDestroyDue } from '@layan/application/privacy/destroy-due';
import { makeWatchRequests } from '@layan/application/privacy/watch-requests';
import type { StatusListPorts } from '@layan/application/product/publish-status-list';
import { makeRefreshStatusList } from '@layan/application/product/refresh-status-list';
import { makePublishDue } from '@layan/application/standard/publish-due';
import { isUnderway, makeMoveRunning } from '@layan/application/standard/work-off-move';
import type { CaseId, TenantId } from '@layan/domain/kernel/ids';
import type { Logger } from '@layan/observability/logger';

/** Batches of cases per message, so that one tenant's backlog ends well before the function's time does. */
const ROUNDS = 20;

export type SweepPorts = Ports &
  StatusListPorts &
  FinishErasuresPorts &
  RotateDataKeyPorts &
  ReplacePorts &
  SealingPorts;

/** @returns what failed in single cases */
async function movePromises(
  ports: MovePromisesPorts,
  tenant: TenantId,
  logger: Logger,
): Promise<readonly unknown[]> {
  const move = makeMovePromises(ports);
  let moved = 0;
  const failed: unknown[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { broken = [], ...portion } = await move();
    moved += portion.moved;
    failed.push(...broken);
    if (!portion.more || broken.length > 0) break;
  }
  if (moved > 0) logger.log('L303', { tenant, moved });
  return failed;
}

/** @returns what failed in single cases */
async function fireDue(ports: Ports, tenant: TenantId, logger: Logger): Promise<readonly unknown[]> {
  const fire = makeFireDue(ports);
  let changed = 0;
  const stuck: CaseId[] = [];
  const failed: unknown[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const fired = await fire({ without: stuck });
    changed += fired.changed;
    stuck.push(...(fired.stuck ?? []));
    failed.push(...(fired.broken ?? []));
    if (!fired.more) break;
  }
  if (changed > 0 || stuck.length > 0) logger.log('L301', { tenant, changed, skipped: stuck.length });
  return failed;
}

/** Publishes what is scheduled for today. */
async function publishStandards(ports: Ports, tenant: TenantId, logger: Logger): Promise<void> {
  const published = await makePublishDue(ports)(await ports.standards.list());
  if (published.length > 0) logger.log('L304', { tenant, published: published.length });
}

/** Moves cases whose agency decided so. */
async function moveRunning(ports: Ports, tenant: TenantId, logger: Logger): Promise<void> {
  let moved = 0;
  let listed = await ports.standards.list();
  for (let round = 0; round < ROUNDS && listed.some(isUnderway); round += 1) {
    const portion = await makeMoveRunning(ports)(listed);
    moved += portion.moved;
    if (!portion.more) break;
    listed = await ports.standards.list();
  }
  if (moved > 0) logger.log('L305', { tenant, moved });
}

/** By the order in which they are done. None waits for another, but for promises, which say so. */
export const steps: Readonly<
  Record<string, (ports: SweepPorts, tenant: TenantId, logger: Logger) => Promise<void>>
> = {
  'publish-standards': publishStandards,
  'move-running': moveRunning,
  // What is moved first is not found broken, which nobody takes back: while the calendar cannot be followed, nothing is
  // found at all. A single case that fails keeps no other.
  promises: async (ports, tenant, logger) => {
    const unmoved = await movePromises(ports, tenant, logger);
    tellFirst([...unmoved, ...(await fireDue(ports, tenant, logger))]);
  },
  batches: async (ports, tenant, logger) => {
    const { resumed, released } = await makeSweepBatches(ports)();
    if (resumed + released > 0) logger.log('L306', { tenant, resumed, released });
  },
  'status-lists': async (ports) => void (await makeRefreshStatusList(ports)()),
  erasures: async (ports, tenant, logger) => {
    const { finished } = await makeFinishErasures(ports)();
    if (finished > 0) logger.log('L308', { tenant, finished });
  },
  traces: async (ports, tenant, logger) => {
    const { portions } = await makeEraseTraces(ports)();
    if (portions > 0) logger.log('L315', { tenant, portions });
  },
  destruction: async (ports, tenant, logger) => {
    const { destroyed, scans } = await makeDestroyDue(ports)();
    if (destroyed + scans > 0) logger.log('L310', { tenant, destroyed, scans });
  },
  requests: async (ports, tenant, logger) => {
    const { warned, lapsed } = await makeWatchRequests(ports)();
    if (warned + lapsed > 0) logger.log('L309', { tenant, warned, lapsed });
  },
  seals: async (ports, tenant, logger) => {
    const sealed = await makeSealChanges(ports)();
    if (sealed.seals > 0) logger.log('L307', { tenant, ...sealed });
  },
  'data-key': async (ports, tenant, logger) => {
    const rotated = await makeRotateDataKey(ports)();
    const done = typeof rotated === 'string' ? rotated : `rewrapped ${rotated.rewrapped}`;
    if (rotated !== 'nothing') logger.log('L311', { tenant, done });
  },
  'index-key': async (ports, tenant, logger) => {
    const reindexed = await makeReplaceIndexKey(ports)();
    if (reindexed === 'nothing') return;
    if ('heldUp' in reindexed) logger.log('L313', { tenant, heldUp: reindexed.heldUp });
    else {
      const done = 'left' in reindexed ? `left ${reindexed.left}` : `reindexed ${reindexed.reindexed}`;
      logger.log('L312', { tenant, done });
    }
  },
};
