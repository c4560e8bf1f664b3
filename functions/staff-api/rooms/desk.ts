// The daily work: inbox and cases, and who I am.
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { caseRoutes } from '../routes/cases.ts';
import { meRoutes } from '../routes/me.ts';

export const routes = (app: Hono<StaffEnv>): void => {
  caseRoutes(app);
  meRoutes(app);
};
