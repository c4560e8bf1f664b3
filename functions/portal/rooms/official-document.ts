// The standard of a service as enacted, with its flowchart. Few ask for it; what draws it is loaded for them.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { officialDocumentRoutes } from '../routes/official-document.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  officialDocumentRoutes(app);
};
