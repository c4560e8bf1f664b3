// Puts the projections together.
import { portalOrigin } from '@layan/domain/tenant/portal-origin';
import { createLogger } from '@layan/observability/logger';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock as clock, systemRandom as random } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { readConfig } from './config.ts';
import { createProject } from './project.ts';

export function container() {
  const { portalDomain, ...access } = readConfig();
  const open = openTenants({ ...access, clock, signer: kmsSigner });
  return createProject(
    (tenant) => ({ ...open(tenant), clock, random, origin: portalOrigin(portalDomain, tenant) }),
    createLogger('projections'),
  );
}
