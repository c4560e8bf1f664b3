// What an answer brings about, before it is written down: facts are set right, the data of cases only kept, or let go on.
// Done again it comes to the same. Each step moves the request on, so the first answer that goes a step keeps every other
// out that was read before, and what is begun stays owed by a request that is still open.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { reachesNamed, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import { indexOf } from '@layan/domain/process/process-index';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Membership } from '../ports/staff.ts';
import { getSetting } from '../tenant/setting.ts';
import {
  type Correction,
  type CorrectionFailure,
  type CorrectPorts,
  correctCase,
  readCorrection,
} from './correct-case.ts';
import type { PrivacyFailure } from './errors.ts';
import { type RestrictPorts, restrictCase } from './restrict-case.ts';

export interface CarryOutInput {
  readonly member: Membership;
  readonly answer: 'grant' | 'refuse' | 'finish';
  /** What is set right, case by case, as typed. */
  readonly corrections?:
    | readonly { readonly caseId: string; readonly values: Readonly<Record<string, string>> }[]
    | undefined;
  /** A sentence to the person; empty where there is none. */
  readonly said: string;
}

export type CarryOutPorts = CorrectPorts & RestrictPorts;

export type CarryOutFailure =
  | CorrectionFailure
  | PrivacyFailure<'corrections-missing' | 'correction-begun' | 'case-not-in-request'>;

/** All is read before anything is written, so that a typing error leaves no half. */
const correctAll = async (
  ports: CarryOutPorts,
  record: RequestRecord,
  { member, corrections = [], said }: CarryOutInput,
): Promise<Result<RequestRecord, CarryOutFailure>> => {
  const setting = await getSetting(ports);
  const wanted: Correction[] = [];
  for (const { caseId, values } of corrections) {
    const id = record.request.cases.find((one) => one === caseId);
    const found = id && (await ports.cases.find(id));
    if (!id || found?.snapshot.agency !== member.agency) return err({ code: 'case-not-in-request' });
    if (Object.keys(values).length === 0) continue;
    const { standard } = await ports.standards.getPinned(found.snapshot.standard);
    const read = readCorrection(indexOf(standard.process), found, { caseId: id, values }, setting);
    if (!read.ok) return read;
    wanted.push({ caseId: id, values });
  }
  if (wanted.length === 0) return err({ code: 'corrections-missing' });
  let standing = record;
  for (const one of wanted) {
    const corrected = await correctCase(ports, standing, member, one, said);
    if (!corrected.ok) return corrected;
    standing = corrected.value;
  }
  return ok(standing);
};

/** What was set right stays so: a refusal would say that it was not. */
const refuseUnlessBegun = async (
  { cases }: CarryOutPorts,
  record: RequestRecord,
): Promise<Result<RequestRecord, PrivacyFailure<'correction-begun'>>> => {
  const { id, cases: ids } = record.request;
  for (const caseId of ids) {
    const corrections = (await cases.find(caseId))?.snapshot.corrections ?? [];
    if (corrections.some(({ request }) => request === id)) return err({ code: 'correction-begun' });
  }
  return ok(record);
};

/**
 * Restricts the cases of a request that is granted and none besides: those of one that is refused or done, and those that
 * were to be added by an answer that came to nothing, are let go on.
 */
const restrictAsAnswered = async (
  ports: CarryOutPorts,
  record: RequestRecord,
  member: Membership,
  after: SubjectRequest,
  said: string,
): Promise<Result<RequestRecord, PrivacyFailure<'request-changed'>>> => {
  if (!reachesNamed(after)) return ok(record);
  const restricted = after.state === 'answered' ? after.cases : [];
  const named = (after.parts ?? []).map(({ caseId }) => caseId);
  let standing = record;
  for (const caseId of new Set([...after.cases, ...named])) {
    const what = restricted.includes(caseId) ? 'restrict' : 'lift';
    const done = await restrictCase(ports, standing, member, caseId, what, said);
    if (!done.ok) return done;
    standing = done.value;
  }
  return ok(standing);
};

/** What stands in a case is read by its applicant: by who asked only where they proved that it is theirs. */
const isTheirOwn = ({ channel, identity }: SubjectRequest): boolean =>
  channel === 'portal' || identity === 'ticket-and-secret';

/**
 * @param after the request as it is to be kept
 * @returns the request as it stands until then
 */
export const carryOutRequest = async (
  ports: CarryOutPorts,
  record: RequestRecord,
  input: CarryOutInput,
  after: SubjectRequest,
): Promise<Result<RequestRecord, CarryOutFailure>> => {
  const said = isTheirOwn(after) ? input.said : '';
  if (after.kind !== 'correction') return restrictAsAnswered(ports, record, input.member, after, said);
  if (input.answer === 'refuse') return refuseUnlessBegun(ports, record);
  return input.answer === 'grant' ? correctAll(ports, record, { ...input, said }) : ok(record);
};
