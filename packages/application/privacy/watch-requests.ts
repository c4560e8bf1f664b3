// Looks after the clocks of requests and breaches: when the time of one runs out, and when it has passed, its officers are told
// once, and it is noted on it, so that it stays visible whatever becomes of it.
import { CaseId } from '@layan/domain/kernel/ids';
import { actOnRequest, clockOfRequest } from '@layan/domain/privacy/subject-request';
import { tellFirst, workOff } from '../kernel/work-off.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { kindWords } from './copy-of-data.ts';
import { enterPortalRequest } from './enter-portal-request.ts';
import { type TellPorts, tellOfficers } from './tell-officers.ts';
import { watchBreaches } from './watch-breaches.ts';

/** All that wait in an agency, the oldest first. */
const portion = { atOnce: 100, mostPages: 100 };

type WatchPorts = TellPorts & Pick<Ports, 'requests' | 'breaches' | 'audit'>;

const watchOne = async (
  ports: WatchPorts,
  record: RequestRecord,
): Promise<'warned' | 'lapsed' | undefined> => {
  const { request } = record;
  const ticked = actOnRequest(request, { type: 'tick' }, ports.clock.now());
  if (!ticked.ok) return undefined;
  const after = await enterPortalRequest(ports, request, ticked.value);
  // Before it is noted: who dies in between tells it with the next sweep.
  if (request.state === 'received')
    await tellOfficers(ports, {
      ...{ id: CaseId.parse(request.id), agency: request.agency },
      clock: clockOfRequest(request, ports.clock.now()),
      what: `${kindWords[request.kind]} ${request.ticket}`,
      todo: 'Jawab permintaan ini',
      page: `/data-pribadi/permintaan/${request.id}`,
    });
  if (after === request) return undefined;
  // Whoever answers it at this moment notes the same.
  if (!(await ports.requests.save({ ...record, request: after }, request.revision)).ok) return undefined;
  if (after.lapsedAt !== request.lapsedAt) return 'lapsed';
  return after.warnedAt === request.warnedAt ? undefined : 'warned';
};

/** One that cannot be looked at keeps no other from its clock. */
export const makeWatchRequests =
  (ports: WatchPorts) => async (): Promise<{ readonly warned: number; readonly lapsed: number }> => {
    const { agencies } = await getProfile(ports.directory);
    const became = { warned: 0, lapsed: 0 };
    const broken: unknown[] = [];
    for (const { id: agency } of agencies) {
      const watched = await workOff(
        (query) => ports.requests.list({ agency, settled: false, ...query }),
        async (record) => {
          const what = await watchOne(ports, record);
          if (what) became[what] += 1;
          return what !== undefined;
        },
        portion,
      );
      broken.push(...watched.broken);
      await watchBreaches(ports, agency).catch((cause: unknown) => broken.push(cause));
    }
    tellFirst(broken);
    return became;
  };
