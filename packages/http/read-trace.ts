// Notes who read what about people before the answer leaves: a reading that cannot be noted is not answered. Looks at
// unmasked values, scans, letters and prints are entered by their use cases; here is what shows names and masked values.
import { listsOf } from '@layan/application/ports/reads';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { StaffEnv } from './staff-admission.ts';

/** By path: the operation, and which parameter names what is read; lists are of the reader's agency. */
export const tracedReads = {
  '/staff/cases/:caseId': { operation: 'get-case', about: 'caseId' },
  '/staff/cases/:caseId/slip': { operation: 'get-slip', about: 'caseId' },
  '/staff/batches/:caseId': { operation: 'get-batch', about: 'caseId' },
  '/staff/batches/:caseId/lines': { operation: 'list-lines', about: 'caseId' },
  '/staff/counter/intakes/:caseId': { operation: 'get-intake', about: 'caseId' },
  '/staff/cards/:cardId': { operation: 'get-card', about: 'cardId' },
  '/staff/inbox': { operation: 'list-inbox' },
  '/staff/counter': { operation: 'list-intakes' },
  '/staff/batches/gather/:standard': { operation: 'list-waiting-lines' },
  '/staff/books/:standardId/:channel': { operation: 'list-book' },
  '/staff/registers/:product/:year': { operation: 'list-register' },
  '/staff/letter-registers/:register/:year': { operation: 'list-letter-register' },
  '/staff/letter-registers/:register/:year/months/:month': { operation: 'get-letter-month' },
  '/staff/imports/:importId/problems': { operation: 'list-import-problems' },
} as const satisfies Record<string, { readonly operation: string; readonly about?: string }>;

const traced: ReadonlyMap<string, { readonly operation: string; readonly about?: string }> = new Map(
  Object.entries(tracedReads),
);

const segmentOf = (route: string, path: string, name: string): string | undefined => {
  const at = route.split('/').indexOf(`:${name}`);
  return at < 0 ? undefined : path.split('/')[at];
};

const HOUR = 'yyyy-mm-ddThh'.length;
const REMEMBERED = 2000;

export function traceReads<E extends StaffEnv>(): MiddlewareHandler<E> {
  // Lists are looked at all day: one row an hour says enough, and is not written again by who wrote it already.
  const noted = new Set<string>();
  return async (context, next) => {
    await next();
    if (context.req.method !== 'GET' || context.res.status !== 200) return;
    const route = routePath(context, -1);
    const read = traced.get(route);
    if (!read) return;
    const { ports, member } = context.get('staff');
    const at = ports.clock.now();
    const { operation, about } = read;
    const subject = about === undefined ? undefined : segmentOf(route, context.req.path, about);
    const mark = [ports.tenant, ports.space, at.slice(0, HOUR), member.id, operation].join(' ');
    if (subject === undefined && noted.has(mark)) return;
    await ports.reads.note({
      about: subject ?? listsOf(member.agency),
      ...{ operation, by: member.id, name: member.name, at },
    });
    if (subject !== undefined) return;
    if (noted.size >= REMEMBERED) noted.clear();
    noted.add(mark);
  };
}
