// What anybody may ask who holds a card: is it real, is it valid, with which keys, by which list.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { publishedKeyRoutes } from '../routes/published-keys.ts';
import { verifyRoutes } from '../routes/verify.tsx';
import { verifyKeptRoutes } from '../routes/verify-kept.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  publishedKeyRoutes(app);
  verifyKeptRoutes(app);
  verifyRoutes(app);
};
