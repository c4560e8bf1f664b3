// What waiting would bring about as well, done at once for tests of the whole: functions that remember nothing, a minute that is
// over, an end of what is under way. Nothing here can be asked for in the cloud.
import type { Cloud, Rule } from '../cloud.ts';
import type { HttpHandler } from './gateway.ts';

export interface Errands {
  /** Every function starts anew, as after a deployment: what its instances remember is gone. */
  renew(): Promise<void>;
  /** What is done every minute is done now. */
  minute(): Promise<void>;
  /** Until nothing is under way. */
  idle(): Promise<void>;
}

/** `POST /renew`, `/minute`, `/idle`: answered when it is done. */
export function createErrandPage(errands: Errands): HttpHandler {
  const known = new Map(Object.entries(errands));
  return async (request, response) => {
    const errand = request.method === 'POST' ? known.get((request.url ?? '').slice(1)) : undefined;
    await errand?.();
    response.writeHead(errand ? 204 : 404).end();
  };
}

export function fireEveryMinute(cloud: Cloud, fire: (rule: Rule) => void): void {
  for (const rule of cloud.rules.values()) if (rule.enabled && rule.schedule === 'rate(1 minute)') fire(rule);
}
