// Requests of data subjects in the tenant's table: the record, its place in the list of its agency, and the ways to it.
import type { RequestRecord, RequestStore } from '@layan/application/ports/privacy';
import { err, ok } from '@layan/domain/kernel/result';
import { RequestId, SubjectRequest } from '@layan/domain/privacy/subject-request';
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
import { absent } from './table/transact.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

export const RequestRecordSchema = z.strictObject({
  request: SubjectRequest,
  key: z.string().check(z.minLength(1)),
}) satisfies z.ZodMiniType<RequestRecord>;

const Pointer = z.strictObject({ id: RequestId });

const isSettled = ({ state }: SubjectRequest) => state === 'refused' || state === 'done';

export function requestStore(table: Table): RequestStore {
  const find = async (id: RequestId) => {
    const item = await table.get(requestKey(id));
    return item && parseBody(RequestRecordSchema, item);
  };
  const rowOf = (request: SubjectRequest) => requestRowKey(request.agency, isSettled(request), request);
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
      const { request } = record;
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      const put = { ...requestKey(request.id), ...body(record), revision: request.revision };
      const row = rowOf(request);
      const wrapped = wrappedBy(record.key);
      const other = requestRowKey(request.agency, !isSettled(request), request);
      const written = await table.transact([
        { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
        { write: { put: { ...row, ...body(record) } } },
        ...(before === undefined && wrapped !== undefined
          ? [{ write: { put: { ...wrappedRequestKey(wrapped, request.id) } } }]
          : []),
        ...(before === undefined
          ? [
              {
                write: {
                  put: { ...requestTicketKey(request.ticket), ...body({ id: request.id }) },
                  when: absent,
                },
                otherwise: () => 'changed-meanwhile' as const,
              },
              ...[...new Set([...request.cases, ...(request.parts ?? []).map(({ caseId }) => caseId)])].map(
                (caseId) => ({
                  write: { put: { ...requestCaseKey(caseId, request.id) } },
                }),
              ),
            ]
          : [{ write: { remove: other } }]),
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
