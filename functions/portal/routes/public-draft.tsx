// The draft of a service while the public is asked about it.
import { makeGetConsultation } from '@layan/application/standard/get-consultation';
import { StandardId } from '@layan/domain/kernel/ids';
import { PublicDraftPage } from '@layan/portal/pages/public-draft';
import type { Hono } from 'hono';
import { notFound, publicPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { publicDraft } from '../present/public-draft.ts';
import { route } from '../route.ts';

export const publicDraftRoutes = (app: Hono<PortalEnv>): void => {
  route(app, '/layanan/:standard/rancangan', { show: showDraft });
};

async function showDraft(c: PortalContext): Promise<Response> {
  const id = StandardId.safeParse(c.req.param('standard'));
  if (!id.success) return notFound(c);
  const draft = await makeGetConsultation(c.get('ports'))({ service: id.data });
  if (!draft.ok) return notFound(c);
  return publicPage(
    c,
    <PublicDraftPage site={c.get('site')} {...publicDraft(draft.value, c.get('tenant'))} />,
  );
}
