// The admin API: tenants and their provisioning, for central admins. It holds no right to any tenant's data.
import type { TenantRegistration } from '@layan/application/ports/tenants';
import { provisioningSteps } from '@layan/application/ports/tenants';
import type { ControlPorts } from '@layan/application/tenant/control-ports';
import { makeCreateTenant } from '@layan/application/tenant/create-tenant';
import type { TenantError } from '@layan/application/tenant/errors';
import { makeGetTenant } from '@layan/application/tenant/get-tenant';
import { makeListTenants } from '@layan/application/tenant/list-tenants';
import { makeResumeTenant } from '@layan/application/tenant/resume-tenant';
import { makeRetryProvisioning } from '@layan/application/tenant/retry-provisioning';
import { makeSuspendTenant } from '@layan/application/tenant/suspend-tenant';
import { adminApi } from '@layan/contract/admin-api';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { adminProblem } from '@layan/http/admin-problems';
import { apiHeaders } from '@layan/http/api-headers';
import type { VerifyToken } from '@layan/http/authenticate';
import { problemResponse, problems, tokenProblems } from '@layan/http/problem';
import { type ReferenceEnv, register } from '@layan/http/register';
import type { RequestLog } from '@layan/http/request-log';
import { cors } from 'hono/cors';
import { Hono } from 'hono/tiny';

export interface AdminApiParts extends ControlPorts {
  readonly verify: VerifyToken;
  readonly consoleOrigin: string;
  readonly requestLog: RequestLog;
}

type StepState = 'done' | 'running' | 'failed' | 'waiting';

const stepState = (provisioning: TenantRegistration['provisioning'], at: number): StepState => {
  if (provisioning.state === 'done') return 'done';
  const now = provisioningSteps.indexOf(provisioning.step);
  if (at < now) return 'done';
  return at === now ? provisioning.state : 'waiting';
};

const tenantView = ({ tenant, provisioning, firstManager, createdAt, revision }: TenantRegistration) => ({
  ...tenant,
  zone: tenant.calendar.zone,
  accent: tenant.branding.accent,
  provisioning: {
    ...provisioning,
    steps: provisioningSteps.map((step, at) => ({ step, state: stepState(provisioning, at) })),
  },
  firstManager,
  createdAt,
  revision,
});

const answer = (result: Result<TenantRegistration, TenantError>) =>
  result.ok ? ok(tenantView(result.value)) : err(adminProblem(result.error));

export function createAdminApi(parts: AdminApiParts): Hono<ReferenceEnv> {
  const app = new Hono<ReferenceEnv>();
  app.use(parts.requestLog.middleware());
  app.use(apiHeaders());
  app.use(
    cors({
      origin: parts.consoleOrigin,
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['authorization', 'content-type'],
      maxAge: 7200,
    }),
  );
  app.use(async (context, next) => {
    const identity = await parts.verify(context.req.header('authorization'));
    if (!identity.ok) return problemResponse(tokenProblems[identity.error], context.get('reference'));
    return next();
  });
  register(app, adminApi.createTenant, async ({ body }) => answer(await makeCreateTenant(parts)(body)));
  register(app, adminApi.listTenants, async ({ query: { after } }) => {
    const { rows, next } = await makeListTenants(parts)(after === undefined ? {} : { after });
    return ok({ tenants: rows.map(tenantView), ...(next === undefined ? {} : { next }) });
  });
  register(app, adminApi.getTenant, async ({ params }) =>
    answer(await makeGetTenant(parts)({ id: params.tenantId })),
  );
  register(app, adminApi.suspendTenant, async ({ params, body }) =>
    answer(await makeSuspendTenant(parts)({ id: params.tenantId, revision: body.revision })),
  );
  register(app, adminApi.resumeTenant, async ({ params, body }) =>
    answer(await makeResumeTenant(parts)({ id: params.tenantId, revision: body.revision })),
  );
  register(app, adminApi.retryProvisioning, async ({ params, body }) =>
    answer(await makeRetryProvisioning(parts)({ id: params.tenantId, revision: body.revision })),
  );
  app.notFound((context) => problemResponse(problems.notFound, context.get('reference')));
  app.onError((error, context) => {
    parts.requestLog.broken(context, error);
    return problemResponse(problems.broken, context.get('reference'));
  });
  return app;
}
