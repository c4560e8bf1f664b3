// A case that was sent: found again by its ticket, followed.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { answerRoutes } from '../routes/answer-page.tsx';
import { ownCaseRoutes } from '../routes/own-case.tsx';
import { trackingRoutes } from '../routes/tracking.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  trackingRoutes(app);
  ownCaseRoutes(app);
  answerRoutes(app);
};
