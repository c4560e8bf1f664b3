// What the applicant of a case asks about their data, from the page of that case: their tracking session says whose it is.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { ownWords } from '@layan/domain/person/visible-text';
import type { RequestKind } from '@layan/domain/privacy/refusal-grounds';
import { actOnRequest, mayFetchCopy, RequestId } from '@layan/domain/privacy/subject-request';
import { indexOf } from '@layan/domain/process/process-index';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Ports } from '../ports/surroundings.ts';
import { readTrackingSession } from '../session/tracking-session.ts';
import { subjectRequestId } from '../subcase/subcase-id.ts';
import { getSetting, type Setting, type SettingPorts } from '../tenant/setting.ts';
import type { TrackingFailure } from '../tracking/errors.ts';
import type { CopyPorts } from './copy-of-data.ts';
import type { PrivacyFailure } from './errors.ts';
import { copyFiles, type HandedCopy } from './hand-over-copy.ts';
import { type NewRequestPorts, writeRequest } from './new-request.ts';
import { type OpenedRequest, openRequest } from './request-view.ts';
import { type LookView, type WhoLookedPorts, whoLooked } from './who-looked.ts';

type OwnPorts = SettingPorts & Pick<Ports, 'cases' | 'vault' | 'requests' | 'standards'>;

const ended = err({ code: 'session-ended' } as const);
type SessionEnded = TrackingFailure<'session-ended'>;

const openOwn = async (ports: OwnPorts, token: string) => {
  const setting = await getSetting(ports);
  const session = await readTrackingSession(ports.vault, token, setting.now);
  const found = session && (await ports.cases.findStatus(session.ticket));
  if (!session || found?.status.caseId !== session.caseId) return undefined;
  return { setting, status: found.status };
};

export interface OwnRights {
  readonly ticket: string;
  readonly service: string;
  /** Newest first. */
  readonly requests: readonly OpenedRequest[];
  readonly looks: readonly LookView[];
}

const byReceipt = (a: RequestRecord, b: RequestRecord) =>
  Date.parse(b.request.receivedAt) - Date.parse(a.request.receivedAt);

const ownOf = (records: readonly RequestRecord[]) =>
  // What somebody asked at the counter, about several cases, is handed over there alone.
  records.filter(({ request }) => request.channel === 'portal').toSorted(byReceipt);

export const makeGetOwnRights =
  (ports: OwnPorts & WhoLookedPorts) =>
  async (input: { readonly session: string }): Promise<Result<OwnRights, SessionEnded>> => {
    const own = await openOwn(ports, input.session);
    if (!own) return ended;
    const { status, setting } = own;
    const { standard } = await ports.standards.getPinned(status.standard);
    const { facts } = indexOf(standard.process);
    const records = ownOf(await ports.requests.about(status.caseId));
    const file = await ports.cases.findFile(status.caseId);
    const labelOf = (fact: string) => facts.get(fact)?.label ?? fact;
    return ok({
      ticket: status.ticket,
      service: status.service,
      requests: await Promise.all(records.map((record) => openRequest(ports.vault, record, setting))),
      looks: file ? await whoLooked(ports, setting.tenant, file, labelOf) : [],
    });
  };

const waits = ({ request }: RequestRecord, kind: RequestKind) =>
  request.kind === kind && request.state === 'received';

export const makeAskAboutData =
  (ports: OwnPorts & NewRequestPorts) =>
  async (input: {
    readonly session: string;
    readonly kind: RequestKind;
    readonly wish?: string | undefined;
  }): Promise<Result<void, SessionEnded | PrivacyFailure<'request-waits'>>> => {
    const own = await openOwn(ports, input.session);
    if (!own) return ended;
    const { caseId, agency } = own.status;
    const before = ownOf(await ports.requests.about(caseId));
    if (before.some((record) => waits(record, input.kind))) return err({ code: 'request-waits' });
    const wish = input.wish === undefined ? undefined : ownWords(input.wish);
    const id = await subjectRequestId(ports.vault, `${caseId} ${input.kind} ${before.length}`);
    const record = await writeRequest(ports, {
      ...{ id: RequestId.parse(id), agency, kind: input.kind, cases: [caseId], wish },
      channel: 'portal',
      identity: 'ticket-and-secret',
    });
    // Sent twice at once: the other is there.
    return record ? ok(undefined) : err({ code: 'request-waits' });
  };

const fetchable = (records: readonly RequestRecord[], ticket: string, { now }: Setting) =>
  records.find(({ request }) => request.ticket === ticket && mayFetchCopy(request, now));

const attempts = 5;

/** That it was fetched is noted on it before it is given; whoever notes something else at this moment comes first. */
const noteFetched = async (
  { requests }: OwnPorts,
  { status, setting }: NonNullable<Awaited<ReturnType<typeof openOwn>>>,
  ticket: string,
): Promise<RequestRecord | undefined> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const record = fetchable(ownOf(await requests.about(status.caseId)), ticket, setting);
    if (!record) return undefined;
    const fetched = actOnRequest(record.request, { type: 'fetch' }, setting.now);
    if (!fetched.ok) return undefined;
    const after = { ...record, request: fetched.value };
    if ((await requests.save(after, record.request.revision)).ok) return after;
  }
  throw new Error('A request changed again and again while its copy was to be fetched.');
};

export const makeFetchOwnCopy =
  (ports: OwnPorts & CopyPorts) =>
  async (input: {
    readonly session: string;
    readonly ticket: string;
  }): Promise<Result<HandedCopy, SessionEnded | PrivacyFailure<'copy-unavailable'>>> => {
    const own = await openOwn(ports, input.session);
    if (!own) return ended;
    const record = await noteFetched(ports, own, input.ticket);
    return record ? ok(await copyFiles(ports, record.request)) : err({ code: 'copy-unavailable' });
  };
