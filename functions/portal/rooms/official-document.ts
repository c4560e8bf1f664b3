// The standard of a service as enacted or as drafted, with its flowchart. Few ask for it; what draws it is loaded for them.
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { officialDocumentRoutes } from '../routes/official-document.tsx';
import { publicDraftRoutes } from '../routes/public-draft.tsx';

export const pages = (app: Hono<PortalEnv>): void => {
  officialDocumentRoutes(app);
  publicDraftRoutes(app);
};
