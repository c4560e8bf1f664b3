// The counter writes down what somebody asks about their own data. The person is found by their NIK, or by ticket and secret
// of a case; what was shown is noted, never kept. Whoever stayed anonymous or asked for confidence is found by ticket and
// secret alone.
import type { ChainAct } from '@layan/domain/audit/chain';
import { parseTicket } from '@layan/domain/case/ticket';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { parseNik } from '@layan/domain/person/nik';
import type { RequestKind } from '@layan/domain/privacy/refusal-grounds';
import { type IdentityShown, RequestId, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { subjectRequestId } from '../subcase/subcase-id.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';
import { makeProveSecret } from '../tracking/prove-secret.ts';
import type { PrivacyFailure } from './errors.ts';
import { mayHandle } from './may-handle.ts';
import { type NewRequestPorts, writeRequest } from './new-request.ts';
import { type PartInCase, partInCase } from './part-in-case.ts';
import { type RequestView, requestView } from './request-view.ts';

export type Whose =
  | { readonly by: 'nik'; readonly nik: string }
  | { readonly by: 'ticket'; readonly ticket: string; readonly secret: string };

export interface RecordRequestInput {
  readonly member: Membership;
  readonly kind: RequestKind;
  readonly whose: Whose;
  /** Of somebody found by NIK. */
  readonly identity: Exclude<IdentityShown, 'ticket-and-secret'>;
  readonly wish?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export type RecordRequestError = PrivacyFailure<
  'member-deactivated' | 'role-missing' | 'identifier-malformed' | 'ticket-or-secret-wrong'
>;

type RecordRequestPorts = SettingPorts & NewRequestPorts & Pick<Ports, 'cases' | 'standards' | 'audit'>;

/** More cases than anybody has in one agency. */
const most = 60;

const mine = (parts: readonly PartInCase[]): readonly CaseId[] =>
  parts.filter(({ named }) => !named).map(({ caseId }) => caseId);

const partsByNik = async (
  ports: RecordRequestPorts,
  { agency }: Membership,
  nik: string,
): Promise<readonly PartInCase[]> => {
  const indexes = await ports.vault.indexes('nik', nik);
  const ids = new Set((await Promise.all(indexes.map((index) => ports.cases.about(index)))).flat());
  const records = await Promise.all([...ids].map((id) => ports.cases.find(id)));
  const own = records
    .flatMap((record) => record ?? [])
    .filter(({ snapshot }) => snapshot.agency === agency && !snapshot.anonymous && !snapshot.confidential)
    .slice(0, most);
  return Promise.all(own.map((record) => partInCase(ports, record, nik)));
};

interface FoundCases {
  readonly cases: readonly CaseId[];
  /** Where they were found by NIK. */
  readonly parts?: readonly PartInCase[];
}

const casesOf = async (
  ports: RecordRequestPorts,
  member: Membership,
  whose: Whose,
  today: string,
): Promise<Result<FoundCases, PrivacyFailure<'identifier-malformed' | 'ticket-or-secret-wrong'>>> => {
  if (whose.by === 'nik') {
    const nik = parseNik(whose.nik, today);
    if (!nik.ok) return err({ code: 'identifier-malformed' });
    const parts = await partsByNik(ports, member, nik.value.value);
    return ok({ cases: mine(parts), parts });
  }
  const ticket = parseTicket(whose.ticket);
  if (!ticket.ok) return err({ code: 'identifier-malformed' });
  const typed = { ticket: ticket.value, secret: whose.secret, from: `staff ${member.id}` };
  const found = await makeProveSecret(ports)(typed);
  return found?.status.agency === member.agency
    ? ok({ cases: [found.status.caseId] })
    : err({ code: 'ticket-or-secret-wrong' });
};

const enter = async (
  { audit }: Pick<Ports, 'audit'>,
  { id: about, kind: detail }: SubjectRequest,
  who: Pick<ChainAct, 'at' | 'by'>,
): Promise<void> => {
  const act = 'record-subject-request';
  await audit.append('administration', { ...who, act, about, detail }, `${act} ${about}`);
};

export const makeRecordRequest =
  (ports: RecordRequestPorts) =>
  async (input: RecordRequestInput): Promise<Result<RequestView, RecordRequestError>> => {
    const { member, kind, whose } = input;
    const allowed = await mayHandle(ports, 'record-subject-request', member);
    if (!allowed.ok) return allowed;
    const setting = await getSetting(ports);
    const today = dateIn(setting.tenant.calendar.zone, setting.now);
    const cases = await casesOf(ports, member, whose, today);
    if (!cases.ok) return cases;
    const { idempotencyKey: key } = input;
    const id = key === undefined ? undefined : await subjectRequestId(ports.vault, `${member.id} ${key}`);
    const written = await writeRequest(ports, {
      ...(id && { id: RequestId.parse(id) }),
      agency: member.agency,
      kind,
      ...cases.value,
      channel: 'counter',
      identity: whose.by === 'ticket' ? 'ticket-and-secret' : input.identity,
      recordedBy: { id: member.id, name: member.name },
      wish: input.wish,
      ...(kind === 'erasure' && whose.by === 'nik' && { subject: whose.nik }),
    });
    // Written by an attempt that ended before its line: this one goes on from there.
    const record = written ?? (id && (await ports.requests.find(RequestId.parse(id))));
    if (!record) throw new Error('the id of a request was drawn twice');
    await enter(ports, record.request, {
      at: setting.now,
      by: { party: 'staff', id: member.id, name: member.name },
    });
    return ok(requestView(record, setting));
  };
