// The doors of every API for staff: log, headers, the console's origin, admission, and the answers where no route is.
import type { Ports } from '@layan/application/ports/surroundings';
import { makeEnterPractice } from '@layan/application/practice/enter-practice';
import { SPACE_HEADER } from '@layan/contract/staff/practice';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { cors } from 'hono/cors';
import { Hono } from 'hono/tiny';
import { apiHeaders } from './api-headers.ts';
import { type ProblemBody, problemResponse, problems } from './problem.ts';
import { traceReads } from './read-trace.ts';
import type { RequestLog } from './request-log.ts';
import type { Admit, StaffContext, StaffEnv } from './staff-admission.ts';

export interface StaffDoors<P extends Ports = Ports> {
  readonly admit: Admit<P>;
  readonly consoleOrigin: string;
  readonly requestLog: RequestLog;
  /** What becomes of a request into the practice space. */
  readonly practice?: PracticeDoor;
}

export type PracticeDoor = 'enter' | 'refuse' | 'ignore';

/** Loaded by the first who is refused. */
const words = () => import('./practice-problems.ts');

/** The same member with ports that reach nothing real. */
async function enterPractice<P extends Ports>(
  staff: StaffContext<P>,
  door: PracticeDoor,
): Promise<Result<StaffContext<P>, ProblemBody>> {
  if (door === 'ignore') return ok(staff);
  if (door === 'refuse') return err((await words()).notInPractice);
  const entered = await makeEnterPractice(staff.ports)();
  return entered.ok
    ? ok({ ...staff, ports: { ...staff.ports, ...entered.value } })
    : err((await words()).practiceProblem(entered.error));
}

/** What is meant for practice and arrives garbled must never be done in earnest. */
async function enterSpace<P extends Ports>(
  staff: StaffContext<P>,
  space: string | undefined,
  door: PracticeDoor,
): Promise<Result<StaffContext<P>, ProblemBody>> {
  if (space === undefined) return ok(staff);
  return space === 'practice' ? enterPractice(staff, door) : err((await words()).spaceUnknown);
}

export function behindStaffDoors<P extends Ports>(
  { admit, consoleOrigin, requestLog, practice = 'enter' }: StaffDoors<P>,
  routes: (app: Hono<StaffEnv<P>>) => void,
): Hono<StaffEnv<P>> {
  const app = new Hono<StaffEnv<P>>();
  app.use(requestLog.middleware());
  app.use(apiHeaders());
  app.use(
    cors({
      origin: consoleOrigin,
      allowMethods: ['GET', 'POST', 'PUT'],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key', SPACE_HEADER],
      maxAge: 7200,
    }),
  );
  app.use(async (context, next) => {
    const admitted = await admit(context.req.header('authorization'));
    if (!admitted.ok) return problemResponse(admitted.error, context.get('reference'));
    context.set('tenant', { id: admitted.value.tenant });
    if (admitted.value.member.emergency) {
      const { emergencyDoor } = await import('./emergency-door.ts');
      const refused = await emergencyDoor(admitted.value, context.req);
      if (refused) return problemResponse(refused, context.get('reference'));
    }
    if (admitted.value.closed) {
      const { closedDoor } = await import('./closed-door.ts');
      const refused = closedDoor(context.req);
      if (refused) return problemResponse(refused, context.get('reference'));
    }
    const staff = await enterSpace(admitted.value, context.req.header(SPACE_HEADER), practice);
    if (!staff.ok) return problemResponse(staff.error, context.get('reference'));
    context.set('staff', staff.value);
    context.set('once', async (request, work) => {
      const { doOnce } = await import('./once.ts');
      return doOnce(staff.value, request, (recorded) => {
        context.set('staff', recorded);
        return work();
      });
    });
    return next();
  });
  app.use(traceReads());
  routes(app);
  app.notFound((context) => problemResponse(problems.notFound, context.get('reference')));
  app.onError((error, context) => {
    requestLog.broken(context, error);
    return problemResponse(problems.broken, context.get('reference'));
  });
  return app;
}
