// What wakes the provisioner: a registration or an emergency access that changed, a tenant stack that reached a new state,
// and the clock.
import { TenantId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';

const RegisterChanged = z.object({
  Records: z.array(
    z.object({
      eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
      }),
    }),
  ),
});

const StackChanged = z.object({
  source: z.literal('aws.cloudformation'),
  detail: z.object({ 'stack-id': z.string() }),
});

/** By the minute: whoever reads in an emergency is watched. */
const Minute = z.object({ source: z.literal('aws.events'), 'detail-type': z.literal('Scheduled Event') });

export type Wake =
  | { readonly tenant: TenantId; readonly sequence?: string }
  | { readonly emergency: string; readonly sequence: string }
  | { readonly minute: true; readonly sequence?: never };

/** @throws on an event of another shape */
export function wakesOf(event: unknown): readonly Wake[] {
  const stack = StackChanged.safeParse(event);
  if (stack.success) {
    const slug = /:stack\/layan-[a-z0-9]+-tenant-([a-z-]+)\//.exec(stack.data.detail['stack-id'])?.[1];
    return [{ tenant: TenantId.parse(slug) }];
  }
  if (Minute.safeParse(event).success) return [{ minute: true }];
  return RegisterChanged.parse(event).Records.flatMap(({ eventName, dynamodb }): readonly Wake[] => {
    const sequence = dynamodb.SequenceNumber;
    if (eventName === 'REMOVE') return [];
    if (dynamodb.Keys.pk.S === 'EMERGENCY') return [{ emergency: dynamodb.Keys.sk.S, sequence }];
    const tenant = TenantId.safeParse(dynamodb.Keys.sk.S);
    return dynamodb.Keys.pk.S === 'TENANT' && tenant.success ? [{ tenant: tenant.data, sequence }] : [];
  });
}
