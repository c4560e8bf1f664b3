// Enters in the chain what citizens sent and fetched, where no sweep comes by: behind the closed doors of a tenant that leaves.
import type { AgencyId } from '@layan/domain/kernel/ids';
import type { RequestId } from '@layan/domain/privacy/subject-request';
import { tellFirst, workOff } from '../kernel/work-off.ts';
import type { Ports } from '../ports/surroundings.ts';
import { enterPortalRequest } from './enter-portal-request.ts';

type EnterPorts = Pick<Ports, 'requests' | 'audit' | 'clock'>;

const attempts = 5;

/** Whether there was something to enter. Whoever fetches a copy at this moment comes first. */
const enterOne = async (ports: EnterPorts, id: RequestId): Promise<boolean> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const record = await ports.requests.find(id);
    if (!record) return false;
    const { request } = record;
    const entered = await enterPortalRequest(ports, request, request);
    if (entered === request) return false;
    if ((await ports.requests.save({ ...record, request: entered }, request.revision)).ok) return true;
  }
  throw new Error('A request changed again and again while it was to be entered in the chain.');
};

const all = { atOnce: 100, mostPages: Number.POSITIVE_INFINITY };

export const enterPendingRequests = async (ports: EnterPorts, agency: AgencyId): Promise<void> => {
  const { broken } = await workOff(
    (query) => ports.requests.list({ agency, settled: false, ...query }),
    ({ request }) => enterOne(ports, request.id),
    all,
  );
  tellFirst(broken);
};
