// Hands the copy of their data to the person at the counter: as a page to print, and as data. Every time is noted before it
// is handed over. Whoever proved with ticket and secret that a case is theirs proves it again: it may be one that nobody at
// the counter may open.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { actOnRequest, mayFetchCopy } from '@layan/domain/privacy/subject-request';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { makeProveSecret } from '../tracking/prove-secret.ts';
import { copyAsPage } from './copy-as-page.ts';
import { type CopyPorts, copyOfData } from './copy-of-data.ts';
import type { PrivacyFailure } from './errors.ts';
import { loadRequest } from './get-request.ts';
import { mayHandle } from './may-handle.ts';

export interface HandedCopy {
  readonly fileName: string;
  readonly page: string;
  readonly json: string;
}

export type HandOverCopyError = PrivacyFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'request-not-found'
  | 'request-changed'
  | 'copy-unavailable'
  | 'secret-wrong'
>;

type HandOverPorts = CopyPorts & Pick<Ports, 'requests' | 'audit' | 'reads'>;

/** Both forms of the copy of a request. */
export const copyFiles = async (
  ports: CopyPorts,
  request: Parameters<typeof copyOfData>[1],
): Promise<HandedCopy> => {
  const copy = await copyOfData(ports, request);
  return {
    fileName: `salinan-data-${request.ticket.toLowerCase()}`,
    page: copyAsPage(copy),
    json: JSON.stringify(copy, undefined, 2),
  };
};

/** By the secret of the case, where that is how they proved it first. A wrong one counts like any other guess. */
const isWhoAsked = async (
  ports: HandOverPorts,
  { request }: RequestRecord,
  { id }: Membership,
  secret: string | undefined,
): Promise<boolean> => {
  if (request.identity !== 'ticket-and-secret') return true;
  const [caseId] = request.cases;
  const ticket = caseId && (await ports.cases.find(caseId))?.snapshot.ticket;
  if (ticket === undefined || secret === undefined) return false;
  const proved = await makeProveSecret(ports)({ ticket, secret, from: `staff ${id}` });
  return proved?.status.caseId === caseId;
};

export const makeHandOverCopy =
  (ports: HandOverPorts) =>
  async (input: {
    readonly member: Membership;
    readonly request: string;
    /** Of the case, where the request was proved by it. */
    readonly secret?: string | undefined;
  }): Promise<Result<HandedCopy, HandOverCopyError>> => {
    const { member } = input;
    const allowed = await mayHandle(ports, 'hand-over-copy', member);
    if (!allowed.ok) return allowed;
    const record = await loadRequest(ports, member, input.request);
    if (!record) return err({ code: 'request-not-found' });
    const now = ports.clock.now();
    // What somebody sent from the page of their own case is fetched there: no colleague reads it on the way.
    const theirs = record.request.channel === 'portal';
    if (theirs || !mayFetchCopy(record.request, now)) return err({ code: 'copy-unavailable' });
    if (!(await isWhoAsked(ports, record, member, input.secret))) return err({ code: 'secret-wrong' });
    const by = { id: member.id, name: member.name };
    for (const about of record.request.cases)
      await ports.reads.note({ about, operation: 'hand-over-copy', by: by.id, name: by.name, at: now });
    await ports.audit.append('administration', {
      at: now,
      by: { party: 'staff', ...by },
      act: 'hand-over-copy',
      about: record.request.id,
    });
    const done = actOnRequest(record.request, { type: 'finish', by }, now);
    if (done.ok && done.value !== record.request) {
      const saved = await ports.requests.save({ ...record, request: done.value }, record.request.revision);
      if (!saved.ok) return err({ code: 'request-changed' });
    }
    return ok(await copyFiles(ports, record.request));
  };
