// What anybody may read: the services and their standards, help, privacy.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { aboutRoutes } from '../routes/about.tsx';
import { serviceRoutes } from '../routes/services.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  aboutRoutes(app);
  serviceRoutes(app);
};
