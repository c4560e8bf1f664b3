// One request with what was asked, the cases it is about, and the grounds on which it may be refused. What was written and
// about which cases is told to the officer, and to whoever may open each of these cases.
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { groundsFor, type RefusalGround, refusalGrounds } from '@layan/domain/privacy/refusal-grounds';
import { RequestId } from '@layan/domain/privacy/subject-request';
import type { Standard } from '@layan/domain/standard/standard';
import type { CaseRecord } from '../ports/cases.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';
import { type CaseOfRequest, caseOfRequest } from './case-of-request.ts';
import type { PrivacyFailure } from './errors.ts';
import { isOfficer, mayHandle, readsWish } from './may-handle.ts';
import { closedRequest, type OpenedRequest, openRequest } from './request-view.ts';

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

const casesWithStandards = async (
  { cases, standards }: Pick<Ports, 'cases' | 'standards'>,
  ids: readonly CaseId[],
) => {
  const files: { readonly found: CaseRecord; readonly standard: Standard }[] = [];
  for (const caseId of new Set(ids)) {
    const found = await cases.find(caseId);
    if (found) files.push({ found, standard: (await standards.getPinned(found.snapshot.standard)).standard });
  }
  return files;
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
  const files = await casesWithStandards(ports, [...request.cases, ...named]);
  const opened = readsWish(
    member,
    files.map(({ standard, found: { snapshot } }) => ({ standard, snapshot })),
  );
  const about: CaseOfRequest[] = [];
  for (const { standard, found } of opened ? files : []) {
    const caseId = found.snapshot.id;
    const view = await caseOfRequest(ports.vault, standard, found, request, setting, decides);
    about.push(view);
    // Whoever sees what a case holds, though masked, has read in it.
    if (view.facts.length === 0) continue;
    const { id: by, name } = member;
    await ports.reads.note({ about: caseId, operation: 'get-subject-request', by, name, at: setting.now });
  }
  return {
    ...(opened ? await openRequest(ports.vault, record, setting) : closedRequest(record, setting)),
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
