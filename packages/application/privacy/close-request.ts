// What people wrote in a request, and what they were told, goes with the data that it was about: once every case of it is
// erased and nobody has to read it any more, its key is destroyed. Kind, clock, ground and decision stay. One by which a person
// is still looked for is closed when they were looked for everywhere (erasure/erase-traces).
import type { CaseId } from '@layan/domain/kernel/ids';
import type { RequestId, SubjectRequest } from '@layan/domain/privacy/subject-request';
import { isErased } from '../erasure/erase-case.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Ports } from '../ports/surroundings.ts';
import { destroyedKey } from '../ports/vault.ts';
import { changeKeptRequest } from './change-kept-request.ts';

type ClosePorts = Pick<Ports, 'cases' | 'requests'>;

/** Nobody decides on it any more, and nobody is looked for by it. */
const isOver = ({ state, kind, subject }: SubjectRequest): boolean =>
  subject === undefined &&
  (state === 'refused' || state === 'done' || (state === 'answered' && kind === 'access'));

const allErased = async ({ cases }: Pick<Ports, 'cases'>, ids: readonly CaseId[]): Promise<boolean> => {
  for (const caseId of ids) {
    const found = await cases.find(caseId);
    if (found && !isErased(found)) return false;
  }
  return ids.length > 0;
};

/** The record as it is to be kept. */
export const closeRequest = async (
  ports: Pick<Ports, 'cases'>,
  record: RequestRecord,
): Promise<RequestRecord> => {
  const { request } = record;
  const closed = isOver(request) && (await allErased(ports, request.cases));
  return closed ? { ...record, key: destroyedKey } : record;
};

const closeKept = (ports: ClosePorts, id: RequestId): Promise<boolean> =>
  changeKeptRequest(ports, id, async (record) => {
    const closed = await closeRequest(ports, record);
    if (closed.key === record.key) return undefined;
    return { ...closed, request: { ...closed.request, revision: record.request.revision + 1 } };
  });

/** After a case was erased. */
export const closeRequestsAbout = async (ports: ClosePorts, caseId: CaseId): Promise<void> => {
  for (const { request } of await ports.requests.about(caseId)) await closeKept(ports, request.id);
};
