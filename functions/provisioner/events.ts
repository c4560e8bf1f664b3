// What wakes the provisioner: a registration that changed, or a tenant stack that reached a new state.
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

export interface Wake {
  readonly tenant: TenantId;
  /** Sequence number of the stream record, to go on from when this fails. */
  readonly sequence?: string;
}

/** @throws on an event of another shape */
export function wakesOf(event: unknown): readonly Wake[] {
  const stack = StackChanged.safeParse(event);
  if (stack.success) {
    const slug = /:stack\/layan-[a-z0-9]+-tenant-([a-z-]+)\//.exec(stack.data.detail['stack-id'])?.[1];
    return [{ tenant: TenantId.parse(slug) }];
  }
  return RegisterChanged.parse(event).Records.flatMap(({ eventName, dynamodb }) => {
    const tenant = TenantId.safeParse(dynamodb.Keys.sk.S);
    return eventName !== 'REMOVE' && dynamodb.Keys.pk.S === 'TENANT' && tenant.success
      ? [{ tenant: tenant.data, sequence: dynamodb.SequenceNumber }]
      : [];
  });
}
