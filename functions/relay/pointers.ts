// From stream records to pointers: which tenant, which case. The streams carry keys only, so there is nothing else to read.
import { CaseId, TenantId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';

export interface Pointer {
  readonly tenant: TenantId;
  readonly caseId: CaseId;
}

export const StreamRecord = z.object({
  eventSourceARN: z.string(),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({ pk: z.object({ S: z.string() }) }),
  }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

/** The name of a tenant table ends in the slug: `layan.<stage>.<slug>`. */
const TABLE = /:table\/layan\.[a-z0-9-]+\.([a-z-]+)\/stream\//;

/** @throws when a record comes from elsewhere than a tenant's outbox */
export function pointerOf({ eventSourceARN, dynamodb }: StreamRecord): Pointer {
  return {
    tenant: TenantId.parse(TABLE.exec(eventSourceARN)?.[1]),
    caseId: CaseId.parse(dynamodb.Keys.pk.S.replace(/^OUTBOX#/, '')),
  };
}
