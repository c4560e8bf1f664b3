// Looks after the clocks of requests: notes on each that waits when its time runs out and when it has passed, so that it
// stays visible whatever becomes of it.
import { actOnRequest, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';

/** So many wait in an agency at most; the oldest come first. */
const portion = 200;

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

export const makeWatchRequests =
  (ports: WatchPorts) => async (): Promise<{ readonly warned: number; readonly lapsed: number }> => {
    const { agencies } = await getProfile(ports.directory);
    let [warned, lapsed] = [0, 0];
    for (const { id: agency } of agencies) {
      const { rows } = await ports.requests.list({ agency, settled: false, limit: portion });
      for (const record of rows) {
        const { request } = record;
        const ticked = actOnRequest(request, { type: 'tick' }, ports.clock.now());
        if (!ticked.ok) continue;
        const after = await noted(ports, request, ticked.value);
        if (after === request) continue;
        // Whoever answers it at this moment notes the same.
        const saved = await ports.requests.save({ ...record, request: after }, request.revision);
        if (!saved.ok) continue;
        if (after.lapsedAt !== request.lapsedAt) lapsed += 1;
        else if (after.warnedAt !== request.warnedAt) warned += 1;
      }
    }
    return { warned, lapsed };
  };
