// The admin API: tenants and their provisioning, for central admins. It holds no right to any tenant's data.
import { makeAskEmergencyAccess } from '@layan/application/emergency/ask-emergency-access';
import {
  makeConfirmEmergencyAccess,
  makeDeclineEmergencyAccess,
} from '@layan/application/emergency/decide-emergency-access';
import { ASKED_FOR_MS } from '@layan/application/emergency/emergency-ports';
import { makeEndEmergencyAccess } from '@layan/application/emergency/end-emergency-access';
import type { EmergencyError } from '@layan/application/emergency/errors';
import type { AuditChains } from '@layan/application/ports/audit';
import type { CertificateStore } from '@layan/application/ports/certificates';
import type {
  CentralAdmin,
  CentralAdmins,
  EmergencyAccess,
  EmergencyRegister,
} from '@layan/application/ports/emergencies';
import type { SignOuts } from '@layan/application/ports/sign-outs';
import type { TenantRegistration } from '@layan/application/ports/tenants';
import { provisioningSteps } from '@layan/application/ports/tenants';
import {
  makeAnnounceOffboarding,
  makeCancelOffboarding,
  makeCloseTenant,
  makeConfirmOffboarding,
} from '@layan/application/tenant/announce-offboarding';
import type { ControlPorts } from '@layan/application/tenant/control-ports';
import { makeCreateTenant } from '@layan/application/tenant/create-tenant';
import { makeDestroyTenant } from '@layan/application/tenant/destroy-tenant';
import type { TenantError } from '@layan/application/tenant/errors';
import { makeGetCertificate } from '@layan/application/tenant/get-certificate';
import { makeGetTenant } from '@layan/application/tenant/get-tenant';
import { makeListActs } from '@layan/application/tenant/list-acts';
import { makeListTenants } from '@layan/application/tenant/list-tenants';
import { makeResumeTenant } from '@layan/application/tenant/resume-tenant';
import { makeRetryProvisioning } from '@layan/application/tenant/retry-provisioning';
import { makeSuspendTenant } from '@layan/application/tenant/suspend-tenant';
import { adminApi } from '@layan/contract/admin-api';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { adminProblem } from '@layan/http/admin-problems';
import { apiHeaders } from '@layan/http/api-headers';
import type { VerifyToken } from '@layan/http/authenticate';
import { createSignOutCheck } from '@layan/http/has-signed-out';
import { problemResponse, problems, tokenProblems } from '@layan/http/problem';
import { type ReferenceEnv, register } from '@layan/http/register';
import type { RequestLog } from '@layan/http/request-log';
import { cors } from 'hono/cors';
import { Hono } from 'hono/tiny';
import { leavingView } from './leaving-view.ts';

export interface AdminApiParts extends ControlPorts {
  readonly emergencies: EmergencyRegister;
  readonly chains: AuditChains;
  readonly certificates: Pick<CertificateStore, 'find'>;
  readonly admins: CentralAdmins;
  readonly signOuts: SignOuts;
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

const tenantView = (
  { tenant, provisioning, offboarding, firstManager, createdAt, revision }: TenantRegistration,
  me: string,
) => ({
  ...(offboarding && { offboarding: leavingView(offboarding, me) }),
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

/** Asked for and never decided: nobody needs to look at it any more. */
const emergencyView = (access: EmergencyAccess, me: string, now: number) => ({
  ...access,
  state:
    access.state === 'asked' && Date.parse(access.askedAt) + ASKED_FOR_MS < now
      ? ('lapsed' as const)
      : access.state,
  mine: access.askedBy.id === me,
});

interface AdminEnv extends ReferenceEnv {
  Variables: ReferenceEnv['Variables'] & { admin: string };
}

const answer = (result: Result<TenantRegistration, TenantError>, me: string) =>
  result.ok ? ok(tenantView(result.value, me)) : err(adminProblem(result.error));

export function createAdminApi(parts: AdminApiParts): Hono<AdminEnv> {
  const app = new Hono<AdminEnv>();
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
  const hasSignedOut = createSignOutCheck(() => Date.parse(parts.clock.now()));
  app.use(async (context, next) => {
    const identity = await parts.verify(context.req.header('authorization'));
    if (!identity.ok) return problemResponse(tokenProblems[identity.error], context.get('reference'));
    if (await hasSignedOut(parts.signOuts, identity.value.subject, identity.value))
      return problemResponse(tokenProblems['token-expired'], context.get('reference'));
    context.set('admin', identity.value.subject);
    return next();
  });
  register(app, adminApi.adminSignOut, async ({ context }) => {
    const at = parts.clock.now();
    await parts.signOuts.note(context.get('admin'), at);
    return ok({ at });
  });
  tenantRoutes(app, parts);
  emergencyRoutes(app, parts);
  app.notFound((context) => problemResponse(problems.notFound, context.get('reference')));
  app.onError((error, context) => {
    parts.requestLog.broken(context, error);
    return problemResponse(problems.broken, context.get('reference'));
  });
  return app;
}

function tenantRoutes(app: Hono<AdminEnv>, parts: AdminApiParts): void {
  register(app, adminApi.createTenant, async ({ body, context }) =>
    answer(await makeCreateTenant(parts)({ ...body, by: context.get('admin') }), context.get('admin')),
  );
  register(app, adminApi.listTenants, async ({ query: { after }, context }) => {
    const { rows, next } = await makeListTenants(parts)(after === undefined ? {} : { after });
    return ok({
      tenants: rows.map((row) => tenantView(row, context.get('admin'))),
      ...(next === undefined ? {} : { next }),
    });
  });
  register(app, adminApi.getTenant, async ({ params, context }) =>
    answer(await makeGetTenant(parts)({ id: params.tenantId }), context.get('admin')),
  );
  const whoActs = async (by: string) => ({ by, byName: (await parts.admins.find(by))?.name });
  const changes = [
    [adminApi.suspendTenant, makeSuspendTenant],
    [adminApi.resumeTenant, makeResumeTenant],
    [adminApi.retryProvisioning, makeRetryProvisioning],
    [adminApi.confirmOffboarding, makeConfirmOffboarding],
    [adminApi.cancelOffboarding, makeCancelOffboarding],
    [adminApi.closeTenant, makeCloseTenant],
  ] as const;
  for (const [operation, make] of changes) {
    register(app, operation, async ({ params, body, context }) => {
      const who = await whoActs(context.get('admin'));
      return answer(await make(parts)({ ...who, id: params.tenantId, revision: body.revision }), who.by);
    });
  }
  register(app, adminApi.announceOffboarding, async ({ params, body, context }) => {
    const who = await whoActs(context.get('admin'));
    return answer(await makeAnnounceOffboarding(parts)({ ...body, ...who, id: params.tenantId }), who.by);
  });
  register(app, adminApi.destroyTenant, async ({ params, body, context }) => {
    const who = await whoActs(context.get('admin'));
    return answer(await makeDestroyTenant(parts)({ ...body, ...who, id: params.tenantId }), who.by);
  });
  register(app, adminApi.getCertificate, async ({ params }) => {
    const kept = await makeGetCertificate(parts)({ id: params.tenantId });
    return kept.ok ? kept : err(adminProblem(kept.error));
  });
  register(app, adminApi.listAdminActs, async ({ query: { before } }) => {
    const { entries, intact, next } = await makeListActs(parts)(
      before === undefined ? {} : { before: Number(before) },
    );
    const ids = [
      ...new Set(entries.flatMap(({ act: { by } }) => (by.party === 'central-admin' ? [by.id] : []))),
    ];
    const names = new Map(
      await Promise.all(ids.map(async (id) => [id, (await parts.admins.find(id))?.name ?? id] as const)),
    );
    const acts = entries.map(({ seq, hash, act: { at, by, act, about, detail } }) => ({
      ...{ seq, hash, at, act, about },
      by: by.party === 'central-admin' ? (names.get(by.id) ?? by.id) : 'sistem',
      ...(detail === undefined ? {} : { detail }),
    }));
    return ok({ acts, intact, ...(next === undefined ? {} : { next }) });
  });
}

function emergencyRoutes(app: Hono<AdminEnv>, parts: AdminApiParts): void {
  const view = (result: Result<EmergencyAccess, EmergencyError>, me: string) =>
    result.ok
      ? ok(emergencyView(result.value, me, Date.parse(parts.clock.now())))
      : err(adminProblem(result.error));
  const me = async (id: string): Promise<CentralAdmin> => {
    const admin = await parts.admins.find(id);
    if (!admin) throw new Error('A token of an admin whom the pool does not know.');
    return admin;
  };
  register(app, adminApi.listEmergencies, async ({ context }) => {
    const emergencies = await parts.emergencies.list();
    const now = Date.parse(parts.clock.now());
    return ok({ emergencies: emergencies.map((access) => emergencyView(access, context.get('admin'), now)) });
  });
  register(app, adminApi.askEmergencyAccess, async ({ body, context }) => {
    const by = await me(context.get('admin'));
    return view(await makeAskEmergencyAccess(parts)({ by, ...body }), by.id);
  });
  const decisions = [
    [adminApi.confirmEmergencyAccess, makeConfirmEmergencyAccess],
    [adminApi.declineEmergencyAccess, makeDeclineEmergencyAccess],
    [adminApi.endEmergencyAccess, makeEndEmergencyAccess],
  ] as const;
  for (const [operation, make] of decisions) {
    register(app, operation, async ({ params, context }) => {
      const by = await me(context.get('admin'));
      return view(await make(parts)({ by, id: params.emergencyId }), by.id);
    });
  }
}
