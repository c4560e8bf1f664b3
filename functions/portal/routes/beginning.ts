// Beginning a filing from the page of its service.
import { makeStartFiling } from '@layan/application/filing/start-filing';
import { hasClosed } from '@layan/application/tenant/closing';
import { StandardId } from '@layan/domain/kernel/ids';
import type { Hono } from 'hono';
import { goOn, notFound } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { pathOfStop, servicePath } from '../present/filing-way.ts';
import { route } from '../route.ts';
import { readCookie, writeCookie } from '../session/cookies.ts';
import { formGuard } from '../session/form-guard.ts';
import type { SentForm } from '../session/read-form.ts';
import { goneOrNotFound } from '../session/service-withdrawn.ts';

export const beginningRoutes = (app: Hono<PortalEnv>): void =>
  route(app, '/layanan/:standard/ajukan', {
    show: toService,
    begin: start,
  });

function toService(c: PortalContext): Response | Promise<Response> {
  const id = StandardId.safeParse(c.req.param('standard'));
  return id.success ? goOn(c, servicePath(id.data)) : notFound(c);
}

async function start(c: PortalContext, form: SentForm): Promise<Response> {
  const id = StandardId.safeParse(c.req.param('standard'));
  if (!id.success) return notFound(c);
  // The page says since when, and where to go instead.
  if (hasClosed(c.get('tenant'), c.get('ports').clock.now())) return goOn(c, servicePath(id.data));
  const session = readCookie(c, 'permohonan');
  const started = await makeStartFiling(c.get('ports'))({
    service: id.data,
    startOver: form.own._baru === 'ya',
    ...(session === undefined ? {} : { session }),
  });
  if (!started.ok) return goneOrNotFound(c, id.data);
  writeCookie(c, 'permohonan', started.value.session);
  formGuard(c);
  return goOn(c, pathOfStop(started.value.next));
}
