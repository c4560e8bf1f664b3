// A request of a data subject with all it is found by, as writes: alone, or with the case that it is carried out in.
import type { RequestRecord } from '@layan/application/ports/privacy';
import type { SubjectRequest } from '@layan/domain/privacy/subject-request';
import { requestCaseKey, requestKey, requestRowKey, requestTicketKey, wrappedRequestKey } from './keys.ts';
import { body } from './table/item.ts';
import { absent, type Guarded } from './table/transact.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

const isSettled = ({ state }: SubjectRequest) => state === 'refused' || state === 'done';
const otherwise = () => 'changed-meanwhile' as const;

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

export function requestWrites(
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
