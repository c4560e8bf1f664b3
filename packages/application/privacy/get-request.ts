// One request with what was asked, the cases it is about, and the grounds on which it may be refused.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { groundsFor, type RefusalGround, refusalGrounds } from '@layan/domain/privacy/refusal-grounds';
import { RequestId } from '@layan/domain/privacy/subject-request';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';
import { type CaseOfRequest, caseOfRequest } from './case-of-request.ts';
import type { PrivacyFailure } from './errors.ts';
import { isOfficer, mayHandle } from './may-handle.ts';
import { type OpenedRequest, openRequest } from './request-view.ts';

export interface RequestDetail extends OpenedRequest {
  readonly about: readonly CaseOfRequest[];
  readonly grounds: readonly {
    readonly id: RefusalGround;
    readonly sentence: string;
    readonly rule: string;
  }[];
  readonly decides: boolean;
}

export type GetRequestError = PrivacyFailure<'member-deactivated' | 'role-missing' | 'request-not-found'>;
type GetRequestPorts = SettingPorts & Pick<Ports, 'requests' | 'standards' | 'cases' | 'vault' | 'reads'>;

/** Of the member's own agency; what is elsewhere is not there. */
export const loadRequest = async (
  { requests }: Pick<Ports, 'requests'>,
  { agency }: Membership,
  id: string,
): Promise<RequestRecord | undefined> => {
  const read = RequestId.safeParse(id);
  const record = read.success ? await requests.find(read.data) : undefined;
  return record?.request.agency === agency ? record : undefined;
};

export const requestDetail = async (
  ports: GetRequestPorts,
  record: RequestRecord,
  member: Membership,
): Promise<RequestDetail> => {
  const setting = await getSetting(ports);
  const { request } = record;
  const decides = isOfficer(member);
  const named = decides ? (request.parts ?? []).map(({ caseId }) => caseId) : [];
  const about: CaseOfRequest[] = [];
  for (const caseId of new Set([...request.cases, ...named])) {
    const found = await ports.cases.find(caseId);
    if (!found) continue;
    const { standard } = await ports.standards.getPinned(found.snapshot.standard);
    const view = await caseOfRequest(ports.vault, standard, found, request, setting, decides);
    about.push(view);
    // Whoever sees what a case holds, though masked, has read in it.
    if (view.facts.length === 0) continue;
    const { id: by, name } = member;
    await ports.reads.note({ about: caseId, operation: 'get-subject-request', by, name, at: setting.now });
  }
  return {
    ...(await openRequest(ports.vault, record, setting)),
    about,
    grounds: groundsFor(record.request.kind).map((id) => {
      const { sentence, rule } = refusalGrounds[id];
      return { id, sentence, rule };
    }),
    decides,
  };
};

export const makeGetRequest =
  (ports: GetRequestPorts) =>
  async (input: {
    readonly member: Membership;
    readonly request: string;
  }): Promise<Result<RequestDetail, GetRequestError>> => {
    const { member } = input;
    const allowed = await mayHandle(ports, 'get-subject-request', member);
    if (!allowed.ok) return allowed;
    const record = await loadRequest(ports, member, input.request);
    return record ? ok(await requestDetail(ports, record, member)) : err({ code: 'request-not-found' });
  };
