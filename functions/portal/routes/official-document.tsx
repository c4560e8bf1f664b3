// The standard of a service as the official document.
import { OfficialDocumentPage } from '@layan/portal/pages/official-document';
import type { Hono } from 'hono';
import { publicPage } from '../answer.tsx';
import type { PortalEnv } from '../env.ts';
import { officialDocument } from '../present/official-document.ts';
import { route } from '../route.ts';
import { withService } from '../session/with-service.ts';

export const officialDocumentRoutes = (app: Hono<PortalEnv>): void => {
  route(app, '/layanan/:standard/dokumen', {
    show: (c) =>
      withService(c, (service) =>
        publicPage(
          c,
          <OfficialDocumentPage site={c.get('site')} {...officialDocument(service, c.get('tenant'))} />,
        ),
      ),
  });
};
