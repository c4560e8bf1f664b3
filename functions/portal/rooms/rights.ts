// The rights over one's own data, and what is told about them.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { noticeRoutes } from '../routes/privacy-notice.tsx';
import { rightsRoutes } from '../routes/rights.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  noticeRoutes(app);
  rightsRoutes(app);
};
