// The event of an arrived object, and whose scan its key says it is. The key was signed by us when the upload was prepared.
import { CaseId, DocumentId, TenantId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';

const Arrived = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});

const Key = z.tuple([z.literal('incoming'), TenantId, CaseId, DocumentId]);

export interface Arrival {
  readonly tenant: TenantId;
  readonly caseId: CaseId;
  readonly documentId: DocumentId;
}

/** Undefined for an object that is not a scan of any tenant; throws for an event of another shape. */
export const readArrival = (event: unknown): Arrival | undefined => {
  const key = Key.safeParse(Arrived.parse(event).detail.object.key.split('/'));
  if (!key.success) return undefined;
  const [, tenant, caseId, documentId] = key.data;
  return { tenant, caseId, documentId };
};
