// Standards of the agency, their life, and the national library.
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { libraryRoutes } from '../routes/library.ts';
import { standardDocumentRoutes } from '../routes/standard-document.ts';
import { standardLifeRoutes } from '../routes/standard-life.ts';
import { standardRoutes } from '../routes/standards.ts';

export const routes = (app: Hono<StaffEnv>): void => {
  standardRoutes(app);
  standardDocumentRoutes(app);
  standardLifeRoutes(app);
  libraryRoutes(app);
};
