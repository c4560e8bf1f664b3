// A case that came back to the citizen: what is missing is sent after it.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { answerRoutes } from '../routes/answer-page.tsx';
import { completionRoutes } from '../routes/completion.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  answerRoutes(app);
  completionRoutes(app);
};
