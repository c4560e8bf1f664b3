// What does not belong to a service: personal data, help.
import { HelpPage } from '@layan/portal/pages/help';
import { PrivacyPage } from '@layan/portal/pages/privacy';
import type { Hono } from 'hono';
import { publicPage } from '../answer.tsx';
import type { PortalEnv } from '../env.ts';
import { dataAsked } from '../present/service.ts';
import { route } from '../route.ts';
import { publishedServices } from './services.tsx';

export const aboutRoutes = (app: Hono<PortalEnv>): void => {
  route(app, '/bantuan', { show: (c) => publicPage(c, <HelpPage site={c.get('site')} />) });
  route(app, '/privasi', {
    show: async (c) =>
      publicPage(
        c,
        <PrivacyPage site={c.get('site')} services={(await publishedServices(c)).map(dataAsked)} />,
      ),
  });
};
