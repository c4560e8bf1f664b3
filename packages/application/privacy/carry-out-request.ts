// What an answer brings about, before it is written down: facts are set right, the data of cases only kept, or let go on.
// Done again it comes to the same.
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
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
  | PrivacyFailure<'corrections-missing' | 'case-not-in-request'>;

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

const restrictAll = async (
  ports: CarryOutPorts,
  { request }: RequestRecord,
  { member, said }: CarryOutInput,
  cases: readonly CaseId[],
  what: 'restrict' | 'lift',
): Promise<Result<void, CarryOutFailure>> => {
  for (const caseId of cases) {
    const done = await restrictCase(ports, request, member, caseId, what, said);
    if (!done.ok) return done;
  }
  return ok(undefined);
};

/** `cases`: those of the request, with those that the officer adds. */
export const carryOutRequest = async (
  ports: CarryOutPorts,
  record: RequestRecord,
  input: CarryOutInput,
  cases: readonly CaseId[],
): Promise<Result<void, CarryOutFailure>> => {
  const { kind } = record.request;
  if (input.answer === 'refuse') return ok(undefined);
  const within = { ...record, request: { ...record.request, cases: [...cases] } };
  if (kind === 'correction')
    return input.answer === 'grant' ? correctAll(ports, within, input) : ok(undefined);
  return kind === 'restriction' || kind === 'objection'
    ? restrictAll(ports, record, input, cases, input.answer === 'grant' ? 'restrict' : 'lift')
    : ok(undefined);
};
