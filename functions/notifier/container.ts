// Puts the notifier together.
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { createMailer } from '@layan/storage/mailer';
import { systemClock as clock } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { readConfig } from './config.ts';
import { createNotify } from './notify.ts';
import { sesClient } from './ses-client.ts';
import { trackingPage } from './tracking-page.ts';

export function container() {
  const { aws, stage, tablePrefix, dataRoleArn, portalDomain, sender } = readConfig();
  const open = openTenants({ aws, clock, tablePrefix, dataRoleArn });
  const mailer = createMailer(sesClient(aws), sender);
  return createNotify({
    openTenant: (tenant) => ({
      ...open(tenant),
      clock,
      mailer,
      trackingUrl: trackingPage(portalDomain, tenant),
    }),
    logger: createLogger('notifier'),
    metrics: createMetrics(stage),
  });
}
