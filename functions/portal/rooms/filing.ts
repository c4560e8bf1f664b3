// A filing from its beginning to its receipt.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { beginningRoutes } from '../routes/beginning.ts';
import { filingRoutes } from '../routes/filing.tsx';
import { filingScanRoutes } from '../routes/filing-scans.tsx';
import { sendingRoutes } from '../routes/sending.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  beginningRoutes(app);
  // Before the question pages, whose path is any name.
  sendingRoutes(app);
  filingScanRoutes(app);
  filingRoutes(app);
};
