// Puts the checking of scans together.
import { lookInside } from '@layan/examination/pdf/look-inside';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { scanObjects } from '@layan/storage/scans/scan-objects';
import { systemClock as clock } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { createCheck } from './check.ts';
import { readCodeModule } from './code-module.ts';
import { readConfig } from './config.ts';
import { examineLate } from './examine-late.ts';

export function container() {
  const { stage, ...access } = readConfig();
  return createCheck({
    open: openTenants({ ...access, clock, scanObjects }),
    examine: examineLate(readCodeModule),
    lookInside,
    logger: createLogger('documents'),
    metrics: createMetrics(stage),
  });
}
