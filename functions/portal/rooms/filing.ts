// A filing from its beginning to its last answer.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { beginningRoutes } from '../routes/beginning.ts';
import { filingRoutes } from '../routes/filing.tsx';
import { filingPrivacyRoutes } from '../routes/filing-privacy.tsx';
import { filingScanRoutes } from '../routes/filing-scans.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  beginningRoutes(app);
  // Before the question pages, whose path is any name.
  filingPrivacyRoutes(app);
  filingScanRoutes(app);
  filingRoutes(app);
};
