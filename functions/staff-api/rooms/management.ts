// What managers look after: staff and standards.
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { memberRoutes } from '../routes/members.ts';
import { standardRoutes } from '../routes/standards.ts';

export const routes = (app: Hono<StaffEnv>): void => {
  memberRoutes(app);
  standardRoutes(app);
};
