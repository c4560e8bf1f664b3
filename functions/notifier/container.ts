// Puts the notifier together.
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { createMailer } from '@layan/storage/mailer';
import { systemClock as clock } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { readConfig } from './config.ts';
import { createNotify } from './notify.ts';
import { trackingPage } from './tracking-page.ts';

export function container() {
  const { aws, stage, tablePrefix, dataRoleArn, portalDomain, sender } = readConfig();
  const open = openTenants({ aws, clock, tablePrefix, dataRoleArn });
  // A mail whose answer is lost may have been sent: rather leave it to the queue, which waits, than send at once again.
  const mailer = createMailer(new SESv2Client({ region: aws.region, maxAttempts: 1 }), sender);
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
