// Who works in the agency: what its manager looks after.
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { memberRoutes } from '../routes/members.ts';

export const routes = (app: Hono<StaffEnv>): void => memberRoutes(app);
