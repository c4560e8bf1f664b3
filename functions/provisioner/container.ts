// Puts the provisioner together.
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { findRegions } from '@layan/standards/regions/regions';
import { openRegister } from '@layan/storage/control-table';
import { systemClock as clock } from '@layan/storage/surroundings';
import { tenantKeys } from '@layan/storage/tenant-keys';
import { openTenants } from '@layan/storage/tenant-ports';
import { tenantStacks } from '@layan/storage/tenant-stacks';
import { createAdvance } from './advance.ts';
import { readConfig } from './config.ts';

export function container() {
  const { aws, stage, controlTable, tablePrefix, dataRoleArn, staffPoolId, stacks } = readConfig();
  return createAdvance({
    register: openRegister(aws, controlTable),
    clock,
    findRegions,
    stacks: tenantStacks(aws, stacks),
    openTenant: openTenants({ aws, clock, tablePrefix, dataRoleArn, staffPoolId, tenantKeys }),
    logger: createLogger('provisioner'),
    metrics: createMetrics(stage),
  });
}
