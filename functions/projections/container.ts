// Puts the projections together.
import { createLogger } from '@layan/observability/logger';
import { systemClock as clock } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { readConfig } from './config.ts';
import { createProject } from './project.ts';

export function container() {
  return createProject(openTenants({ ...readConfig(), clock }), createLogger('projections'));
}
