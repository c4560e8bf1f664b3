// What people have asked about their data: what waits first, the oldest first, then what is settled.
import type { AccessRefusal } from '@layan/domain/access/operations';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';
import { isOfficer, mayHandle } from './may-handle.ts';
import { type RequestView, requestView } from './request-view.ts';

export interface RequestList {
  readonly open: readonly RequestView[];
  readonly settled: readonly RequestView[];
  /** The next page of what is settled. */
  readonly next?: string;
  /** Whether the member decides on them. */
  readonly decides: boolean;
}

const openAtMost = 200;
const pageSize = 30;

export const makeListRequests =
  (ports: SettingPorts & Pick<Ports, 'requests' | 'standards'>) =>
  async (input: {
    readonly member: Membership;
    readonly after?: string | undefined;
  }): Promise<Result<RequestList, AccessRefusal>> => {
    const { member, after } = input;
    const allowed = await mayHandle(ports, 'list-subject-requests', member);
    if (!allowed.ok) return allowed;
    const setting = await getSetting(ports);
    const { agency } = member;
    const view = (record: Parameters<typeof requestView>[0]) => requestView(record, setting);
    const open = await ports.requests.list({ agency, settled: false, limit: openAtMost });
    const settled = await ports.requests.list({
      agency,
      settled: true,
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    // Done, and still to be entered in the chain.
    const fetched = open.rows.filter(({ request }) => request.state === 'done');
    return ok({
      open: open.rows.filter((record) => !fetched.includes(record)).map(view),
      settled: [...(after === undefined ? fetched : []), ...settled.rows].map(view),
      ...(settled.next !== undefined && { next: settled.next }),
      decides: isOfficer(member),
    });
  };
