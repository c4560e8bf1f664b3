// The officer grants a request or refuses it on a ground; what is granted is done at once, or when the officer finishes it.
// The answer stops its clock.
import { mayUse } from '@layan/domain/access/operations';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { plainText } from '@layan/domain/person/visible-text';
import type { RefusalGround } from '@layan/domain/privacy/refusal-grounds';
import {
  actOnRequest,
  type RequestAct,
  reachesNamed,
  type SubjectRequest,
} from '@layan/domain/privacy/subject-request';
import { type ErasePorts, type MayErase, makeEraseCase } from '../erasure/erase-case.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isDestroyed } from '../ports/vault.ts';
import type { SettingPorts } from '../tenant/setting.ts';
import {
  type CarryOutFailure,
  type CarryOutInput,
  type CarryOutPorts,
  carryOutRequest,
} from './carry-out-request.ts';
import { closeRequest } from './close-request.ts';
import { enterPortalRequest } from './enter-portal-request.ts';
import type { PrivacyFailure } from './errors.ts';
import { loadRequest, type RequestDetail, requestDetail } from './get-request.ts';
import { requestSeal } from './request-view.ts';
import { runsBeside } from './runs-beside.ts';

export interface AnswerRequestInput extends Omit<CarryOutInput, 'said'> {
  readonly request: string;
  readonly ground?: RefusalGround | undefined;
  /** A sentence to the person. */
  readonly note?: string | undefined;
  /** Cases that the person is only named in and that the officer adds to what is only kept from now on. */
  readonly also?: readonly string[] | undefined;
  /** Revision that the officer saw. */
  readonly revision: number;
}

export type AnswerRequestError =
  | CarryOutFailure
  | PrivacyFailure<
      | 'member-deactivated'
      | 'role-missing'
      | 'request-not-found'
      | 'request-changed'
      | 'request-settled'
      | 'request-unanswered'
      | 'ground-unfit'
      | 'cases-kept'
    >;

type AnswerRequestPorts = SettingPorts &
  ErasePorts &
  CarryOutPorts &
  Pick<
    Ports,
    'requests' | 'standards' | 'cases' | 'vault' | 'retention' | 'personErasures' | 'reads' | 'audit'
  >;

/**
 * What the officer has granted, only a hold forbids, that somebody else has it only kept, or what runs beside it; what runs
 * or is in force is kept anyway.
 */
const unlessHeld =
  ({ retention, cases }: AnswerRequestPorts, { id }: SubjectRequest): MayErase =>
  async ({ snapshot }) => {
    if (await retention.findHold(snapshot.agency, snapshot.id)) return 'legal-hold';
    if (snapshot.restricted?.requests.some(({ request }) => request !== id)) return 'restricted';
    return (await runsBeside(cases, snapshot)) ? 'runs-beside' : undefined;
  };

/** Erases the cases of a request; asked again, it goes on with what was kept. */
const eraseCases = async (
  ports: AnswerRequestPorts,
  { request }: RequestRecord,
  member: Membership,
): Promise<Result<void, PrivacyFailure<'cases-kept'>>> => {
  const erase = makeEraseCase(ports);
  let kept = 0;
  for (const caseId of request.cases) {
    const by = { party: 'staff' as const, id: member.id, name: member.name };
    const erased = await erase({ caseId, by, mayErase: unlessHeld(ports, request) });
    if (!erased.ok && erased.error.code !== 'case-not-found') kept += 1;
  }
  return kept === 0 ? ok(undefined) : err({ code: 'cases-kept', count: kept });
};

/** Forms, rows and cards besides cases: they are gone through by who sweeps, once the request is done. */
const lookFurther = async (
  { personErasures, clock }: AnswerRequestPorts,
  { request }: RequestRecord,
  { id, name }: Membership,
): Promise<void> => {
  if (!request.subject) return;
  await personErasures.begin({
    ...{ request: request.id, agency: request.agency, at: clock.now(), by: { party: 'staff', id, name } },
    ...{ place: { in: 'forms' }, found: { forms: 0, rows: 0, cards: 0, kept: 0 }, revision: 1 },
  });
};

/** Those that are added to the cases of the request. */
const addedTo = (
  { request }: RequestRecord,
  { also = [] }: AnswerRequestInput,
): Result<readonly CaseId[], PrivacyFailure<'case-not-in-request'>> => {
  const known = reachesNamed(request) ? (request.parts ?? []).map(({ caseId }) => caseId) : [];
  const added = known.filter((caseId) => also.includes(caseId));
  return added.length === new Set(also).size ? ok(added) : err({ code: 'case-not-in-request' });
};

const actOf = async (
  { vault }: AnswerRequestPorts,
  record: RequestRecord,
  { member, answer, ground }: AnswerRequestInput,
  said: string,
  also: readonly CaseId[],
): Promise<RequestAct> => {
  const by = { id: member.id, name: member.name };
  // Nothing is written any more under a key that is gone.
  const isSilent = said === '' || isDestroyed(record.key);
  const note = isSilent ? {} : { note: await requestSeal(vault, record).sealText('note', said) };
  if (answer === 'finish') return { type: 'finish', by };
  return answer === 'grant'
    ? { type: 'grant', by, ...note, also, ...(record.request.kind === 'correction' && { done: true }) }
    : { type: 'refuse', by, ground: ground ?? 'nothing-here', ...note };
};

export const makeAnswerRequest =
  (ports: AnswerRequestPorts) =>
  async (input: AnswerRequestInput): Promise<Result<RequestDetail, AnswerRequestError>> => {
    const { member } = input;
    const allowed = mayUse(member, 'answer-subject-request');
    if (!allowed.ok) return allowed;
    const record = await loadRequest(ports, member, input.request);
    if (!record) return err({ code: 'request-not-found' });
    // While it waits, and while it is finished, it moves on without anybody's decision.
    const { revision, state } = record.request;
    const waits = state === 'received' || (state === 'answered' && input.answer === 'finish');
    if (revision !== input.revision && !waits) return err({ code: 'request-changed' });
    const added = addedTo(record, input);
    if (!added.ok) return added;
    const said = plainText(input.note ?? '').trim();
    const act = await actOf(ports, record, input, said, added.value);
    const acted = actOnRequest(record.request, act, ports.clock.now());
    if (!acted.ok) return acted;
    const carried = await carryOutRequest(ports, record, { ...input, said }, acted.value);
    if (!carried.ok) return carried;
    const standing = carried.value.request;
    if (input.answer === 'finish' && record.request.kind === 'erasure') {
      const erased = await eraseCases(ports, record, member);
      if (!erased.ok) return erased;
      await lookFurther(ports, record, member);
    }
    const answered = { ...acted.value, revision: standing.revision + 1 };
    const request = await enterPortalRequest(ports, standing, answered);
    const after = await closeRequest(ports, { ...record, request });
    const saved = await ports.requests.save(after, standing.revision);
    return saved.ok ? ok(await requestDetail(ports, after, member)) : err({ code: 'request-changed' });
  };
