// Where a day begins: who I am, and the inbox. It decides nothing, so it opens without the engine.
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { inboxRoutes } from '../routes/inbox.ts';
import { meRoutes } from '../routes/me.ts';

export const routes = (app: Hono<StaffEnv>): void => {
  inboxRoutes(app);
  meRoutes(app);
};
