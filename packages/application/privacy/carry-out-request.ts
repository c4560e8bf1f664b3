// What an answer brings about, before it is written down: facts are set right, the data of cases only kept, or let go on.
// Done again it comes to the same.
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
  { request }: RequestRecord,
  { member, corrections = [], said }: CarryOutInput,
): Promise<Result<void, CarryOutFailure>> => {
  const setting = await getSetting(ports);
  const wanted: Correction[] = [];
  for (const { caseId, values } of corrections) {
    const id = request.cases.find((one) => one === caseId);
    const record = id && (await ports.cases.find(id));
    if (!id || record?.snapshot.agency !== member.agency) return err({ code: 'case-not-in-request' });
    if (Object.keys(values).length === 0) continue;
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    const read = readCorrection(indexOf(standard.process), record, { caseId: id, values }, setting);
    if (!read.ok) return read;
    wanted.push({ caseId: id, values });
  }
  if (wanted.length === 0) return err({ code: 'corrections-missing' });
  for (const one of wanted) {
    const corrected = await correctCase(ports, request, member, one, said);
    if (!corrected.ok) return corrected;
  }
  return ok(undefined);
};

/** What was set right stays so: a refusal would say that it was not. */
const refuseUnlessBegun = async (
  { cases }: CarryOutPorts,
  { id, cases: ids }: SubjectRequest,
): Promise<Result<void, PrivacyFailure<'correction-begun'>>> => {
  for (const caseId of ids) {
    const corrections = (await cases.find(caseId))?.snapshot.corrections ?? [];
    if (corrections.some(({ request }) => request === id)) return err({ code: 'correction-begun' });
  }
  return ok(undefined);
};

/**
 * Restricts the cases of a request that is granted and none besides: those of one that is refused or done, and those that
 * were to be added by an answer that came to nothing, are let go on.
 */
export const restrictAsAnswered = async (
  ports: CarryOutPorts,
  request: SubjectRequest,
  member: Membership,
  said = '',
): Promise<Result<void, PrivacyFailure<'request-changed'>>> => {
  if (!reachesNamed(request) || request.state === 'received') return ok(undefined);
  const restricted = request.state === 'answered' ? request.cases : [];
  const named = (request.parts ?? []).map(({ caseId }) => caseId);
  for (const caseId of new Set([...request.cases, ...named])) {
    const what = restricted.includes(caseId) ? 'restrict' : 'lift';
    const done = await restrictCase(ports, request, member, caseId, what, said);
    if (!done.ok) return done;
  }
  return ok(undefined);
};

/** What stands in a case is read by its applicant: by who asked only where they proved that it is theirs. */
const isTheirOwn = ({ channel, identity }: SubjectRequest): boolean =>
  channel === 'portal' || identity === 'ticket-and-secret';

/** `after`: the request as it is to be kept. */
export const carryOutRequest = async (
  ports: CarryOutPorts,
  record: RequestRecord,
  input: CarryOutInput,
  after: SubjectRequest,
): Promise<Result<void, CarryOutFailure>> => {
  const said = isTheirOwn(after) ? input.said : '';
  if (after.kind !== 'correction') return restrictAsAnswered(ports, after, input.member, said);
  if (input.answer === 'refuse') return refuseUnlessBegun(ports, after);
  return input.answer === 'grant' ? correctAll(ports, record, { ...input, said }) : ok(undefined);
};
