// Requests of data subjects in the tenant's table: the record, its place in the list of its agency, and the ways to it.
import type { RequestRecord, RequestStore } from '@layan/application/ports/privacy';
import { isDestroyed } from '@layan/application/ports/vault';
import { err, ok } from '@layan/domain/kernel/result';
import { isSettled, RequestId, SubjectRequest } from '@layan/domain/privacy/subject-request';
import * as z from 'zod/mini';
import {
  requestCaseKey,
  requestCasePartition,
  requestKey,
  requestRowKey,
  requestsPartition,
  requestTicketKey,
  wrappedRequestKey,
} from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Guarded } from './table/transact.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

export const RequestRecordSchema = z.strictObject({
  request: SubjectRequest,
  key: z.string().check(z.minLength(1)),
}) satisfies z.ZodMiniType<RequestRecord>;

const Pointer = z.strictObject({ id: RequestId });

const otherwise = (): 'changed-meanwhile' => 'changed-meanwhile';

/** Of a new request: its ticket, its cases and its place in the list of what a data key wrapped. */
const firstWrites = ({ request, key }: RequestRecord): readonly Guarded<'changed-meanwhile'>[] => {
  const { id, ticket, cases, parts = [] } = request;
  const wrapped = wrappedBy(key);
  const about = new Set([...cases, ...parts.map(({ caseId }) => caseId)]);
  return [
    ...(wrapped === undefined ? [] : [{ write: { put: { ...wrappedRequestKey(wrapped, id) } } }]),
    { write: { put: { ...requestTicketKey(ticket), ...body({ id }) }, when: absent }, otherwise },
    ...[...about].map((caseId) => ({ write: { put: { ...requestCaseKey(caseId, id) } } })),
  ];
};

function requestWrites(
  record: RequestRecord,
  before: number | undefined,
): readonly Guarded<'changed-meanwhile'>[] {
  const { request } = record;
  const { id, agency, revision } = request;
  const settled = isSettled(request);
  const when =
    before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
  return [
    { write: { put: { ...requestKey(id), ...body(record), revision }, when }, otherwise },
    { write: { put: { ...requestRowKey(agency, settled, request), ...body(record) } } },
    ...(before === undefined
      ? firstWrites(record)
      : [{ write: { remove: requestRowKey(agency, !settled, request) } }]),
  ];
}

/** With the case that it is carried out in: a step is taken from where the request stands, and from nowhere else. */
export const stepWrites = (
  record: RequestRecord,
): readonly Guarded<{ readonly code: 'changed-meanwhile' }>[] =>
  requestWrites(record, record.request.revision - 1).map(({ write, otherwise: refused }) => ({
    write,
    ...(refused && { otherwise: () => ({ code: 'changed-meanwhile' }) as const }),
  }));

export function requestStore(table: Table): RequestStore {
  const find = async (id: RequestId) => {
    const item = await table.get(requestKey(id));
    return item && parseBody(RequestRecordSchema, item);
  };
  /** Of one whose key is destroyed: no data key is kept for it any more. */
  const unlisted = async ({ request: { id }, key }: RequestRecord) => {
    const kept = isDestroyed(key) ? await find(id) : undefined;
    const wrapped = kept && wrappedBy(kept.key);
    return wrapped === undefined ? [] : [{ write: { remove: wrappedRequestKey(wrapped, id) } }];
  };
  return {
    find,
    findByTicket: async (ticket) => {
      const item = await table.get(requestTicketKey(ticket));
      return item && find(parseBody(Pointer, item).id);
    },
    list: async ({ agency, settled, limit, after }) => {
      const partition = requestsPartition(agency, settled);
      const items = await table.query({
        partition,
        newestFirst: settled,
        // One more than is shown tells whether there is a next page.
        limit: limit + 1,
        ...(after !== undefined && { after: { pk: partition, sk: after } }),
      });
      const shown = items.slice(0, limit);
      const last = items.length > limit ? shown.at(-1) : undefined;
      return {
        rows: shown.map((item) => parseBody(RequestRecordSchema, item)),
        ...(last && { next: last.sk }),
      };
    },
    about: async (caseId) => {
      const items = await table.query({ partition: requestCasePartition(caseId) });
      const found = await Promise.all(items.map(({ sk }) => find(RequestId.parse(sk))));
      return found.flatMap((record) => record ?? []);
    },
    save: async (record, before) => {
      const writes = [...requestWrites(record, before), ...(await unlisted(record))];
      return (await table.transact(writes)).ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
