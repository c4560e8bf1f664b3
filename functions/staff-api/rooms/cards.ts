// Cards, the registers they stand in, and the register that was kept before.
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { cardRoutes } from '../routes/cards.ts';
import { importRoutes } from '../routes/imports.ts';

export const routes = (app: Hono<StaffEnv>): void => {
  cardRoutes(app);
  importRoutes(app);
};
