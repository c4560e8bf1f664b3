// Looks after the clocks of requests: notes on each that waits when its time runs out and when it has passed, so that it
// stays visible whatever becomes of it.
import { actOnRequest } from '@layan/domain/privacy/subject-request';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';

/** So many wait in an agency at most; the oldest come first. */
const portion = 200;

export const makeWatchRequests =
  (ports: Pick<Ports, 'requests' | 'directory' | 'clock'>) =>
  async (): Promise<{ readonly warned: number; readonly lapsed: number }> => {
    const { agencies } = await getProfile(ports.directory);
    let [warned, lapsed] = [0, 0];
    for (const { id: agency } of agencies) {
      const { rows } = await ports.requests.list({ agency, settled: false, limit: portion });
      for (const record of rows) {
        const { request } = record;
        const ticked = actOnRequest(request, { type: 'tick' }, ports.clock.now());
        if (!ticked.ok || ticked.value === request) continue;
        // Whoever answers it at this moment notes the same.
        const saved = await ports.requests.save({ ...record, request: ticked.value }, request.revision);
        if (!saved.ok) continue;
        if (ticked.value.lapsedAt !== request.lapsedAt) lapsed += 1;
        else warned += 1;
      }
    }
    return { warned, lapsed };
  };
