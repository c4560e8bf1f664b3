// By the minute: one message per running tenant. Per message, each step of what time asks for, by itself.
import { eachApart, tellFirst } from '@layan/application/kernel/work-off';
import type { TenantRegister, TenantRegistration } from '@layan/application/ports/tenants';
import { hasShutDoors } from '@layan/application/tenant/has-left';
import { TenantId } from '@layan/domain/kernel/ids';
import type { Logger } from '@layan/observability/logger';
import type { Metrics } from '@layan/observability/metrics';
import * as z from 'zod/mini';
import { type SweepPorts, steps } from './steps.ts';

const QueueEvent = z.object({
  Records: z.array(z.object({ messageId: z.string(), eventSource: z.literal('aws:sqs'), body: z.string() })),
});
const Sweep = z.object({ tenant: TenantId });

const PAGE = 100;

export interface SweepParts {
  readonly register: Pick<TenantRegister, 'list'>;
  readonly openTenant: (tenant: TenantId) => SweepPorts;
  readonly send: (messages: readonly z.infer<typeof Sweep>[]) => Promise<void>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

const messageOf = ({ tenant }: TenantRegistration): z.infer<typeof Sweep> => ({ tenant: tenant.id });

async function giveOut({ register, send, metrics }: SweepParts): Promise<void> {
  let after: string | undefined;
  const failed: unknown[] = [];
  do {
    const page = await register.list({ limit: PAGE, ...(after === undefined ? {} : { after }) });
    // Time also runs for a suspended tenant: its citizens were promised something.
    const running = page.rows.filter((row) => row.provisioning.state === 'done' && !hasShutDoors(row));
    // A tenant left out now is swept a minute later; the others are not.
    failed.push(
      ...(await eachApart(running.length > 0 ? [running] : [], (some) => send(some.map(messageOf)))),
    );
    after = page.next;
  } while (after !== undefined);
  tellFirst(failed);
  metrics.count('SweepsDone', 1);
}

/** Each step by itself: what fails is told, keeps no other from being done, and brings the message back. */
async function sweep({ openTenant, logger }: SweepParts, tenant: TenantId): Promise<void> {
  const ports = openTenant(tenant);
  // The message was on its way when it closed.
  if ((await ports.directory.find())?.state === 'closed') return;
  const failed = await eachApart(Object.entries(steps), async ([step, run]) => {
    try {
      await run(ports, tenant, logger);
    } catch (cause) {
      logger.log('L314', { tenant, step, ...tellOf(cause) });
      throw cause;
    }
  });
  tellFirst(failed);
}

const tellOf = (cause: unknown) => ({
  errorName: cause instanceof Error ? cause.name : 'unknown',
  stack: cause instanceof Error ? cause.stack : undefined,
});

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
      parts.logger.log('L203', { messageId, ...tellOf(error) });
      failed.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failed };
};
