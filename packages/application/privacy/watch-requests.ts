// Looks after the clocks of requests: notes on each that waits when its time runs out and when it has passed, so that it
// stays visible whatever becomes of it.
import { actOnRequest, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import { tellFirst, workOff } from '../kernel/work-off.ts';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';

/** All that wait in an agency, the oldest first. */
const portion = { atOnce: 100, mostPages: 100 };

type WatchPorts = Pick<Ports, 'requests' | 'directory' | 'clock' | 'audit'>;

/** What citizens send enters the chain here: their pages have no right to it. */
const noted = async (
  { audit, clock }: WatchPorts,
  before: SubjectRequest,
  after: SubjectRequest,
): Promise<SubjectRequest> => {
  if (after.channel !== 'portal' || after.noted) return after;
  await audit.append('administration', {
    at: clock.now(),
    by: { party: 'system' },
    act: 'record-subject-request',
    about: after.id,
    detail: after.kind,
  });
  return { ...after, noted: true, revision: before.revision + 1 };
};

const watchOne = async (
  ports: WatchPorts,
  record: RequestRecord,
): Promise<'warned' | 'lapsed' | undefined> => {
  const { request } = record;
  const ticked = actOnRequest(request, { type: 'tick' }, ports.clock.now());
  if (!ticked.ok) return undefined;
  const after = await noted(ports, request, ticked.value);
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
    }
    tellFirst(broken);
    return became;
  };
