// The doors of every API for staff: log, headers, the console's origin, admission, and the answers where no route is.
import type { Ports } from '@layan/application/ports/surroundings';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { apiHeaders } from './api-headers.ts';
import { problemResponse, problems } from './problem.ts';
import type { RequestLog } from './request-log.ts';
import type { Admit, StaffEnv } from './staff-admission.ts';

export interface StaffDoors<P extends Ports = Ports> {
  readonly admit: Admit<P>;
  readonly consoleOrigin: string;
  readonly requestLog: RequestLog;
}

export function behindStaffDoors<P extends Ports>(
  { admit, consoleOrigin, requestLog }: StaffDoors<P>,
  routes: (app: Hono<StaffEnv<P>>) => void,
): Hono<StaffEnv<P>> {
  const app = new Hono<StaffEnv<P>>();
  app.use(requestLog.middleware());
  app.use(apiHeaders());
  app.use(
    cors({
      origin: consoleOrigin,
      allowMethods: ['GET', 'POST', 'PUT'],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
      maxAge: 7200,
    }),
  );
  app.use(async (context, next) => {
    const admitted = await admit(context.req.header('authorization'));
    if (!admitted.ok) return problemResponse(admitted.error, context.get('reference'));
    context.set('staff', admitted.value);
    context.set('tenant', { id: admitted.value.tenant });
    return next();
  });
  routes(app);
  app.notFound((context) => problemResponse(problems.notFound, context.get('reference')));
  app.onError((error, context) => {
    requestLog.broken(context, error);
    return problemResponse(problems.broken, context.get('reference'));
  });
  return app;
}
