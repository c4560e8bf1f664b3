// Enters in the chain what citizens sent and fetched, where no sweep comes by: behind the closed doors of a tenant that leaves.
import type { AgencyId } from '@layan/domain/kernel/ids';
import type { RequestId } from '@layan/domain/privacy/subject-request';
import { tellFirst, workOff } from '../kernel/work-off.ts';
import type { Ports } from '../ports/surroundings.ts';
import { changeKeptRequest } from './change-kept-request.ts';
import { enterPortalRequest } from './enter-portal-request.ts';

type EnterPorts = Pick<Ports, 'requests' | 'audit' | 'clock'>;

/** Whether there was something to enter. Whoever fetches a copy at this moment comes first. */
const enterOne = (ports: EnterPorts, id: RequestId): Promise<boolean> =>
  changeKeptRequest(ports, id, async (record) => {
    const entered = await enterPortalRequest(ports, record.request, record.request);
    return entered === record.request ? undefined : { ...record, request: entered };
  });

const all = { atOnce: 100, mostPages: Number.POSITIVE_INFINITY };

export const enterPendingRequests = async (ports: EnterPorts, agency: AgencyId): Promise<void> => {
  const { broken } = await workOff(
    (query) => ports.requests.list({ agency, settled: false, ...query }),
    ({ request }) => enterOne(ports, request.id),
    all,
  );
  tellFirst(broken);
};
