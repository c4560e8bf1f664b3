// The staff API as a web application: admission first, then the routes of the contract.
import { apiHeaders } from '@layan/http/api-headers';
import { problemResponse, problems } from '@layan/http/problem';
import type { RequestLog } from '@layan/http/request-log';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createAdmission, type StaffEnv, type StaffSurroundings } from './context.ts';
import { caseRoutes } from './routes/cases.ts';
import { memberRoutes } from './routes/members.ts';
import { standardRoutes } from './routes/standards.ts';

export interface StaffApiParts extends StaffSurroundings {
  readonly consoleOrigin: string;
  readonly requestLog: RequestLog;
}

export function createStaffApi(parts: StaffApiParts): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  const admit = createAdmission(parts);
  app.use(parts.requestLog.middleware());
  app.use(apiHeaders());
  app.use(
    cors({
      origin: parts.consoleOrigin,
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
  caseRoutes(app);
  memberRoutes(app);
  standardRoutes(app);
  app.notFound((context) => problemResponse(problems.notFound, context.get('reference')));
  app.onError((error, context) => {
    parts.requestLog.broken(context, error);
    return problemResponse(problems.broken, context.get('reference'));
  });
  return app;
}
