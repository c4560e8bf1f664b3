// Puts the provisioner together.
import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { CertificatePorts } from '@layan/application/ports/certificates';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { findRegions } from '@layan/standards/regions/regions';
import { certificateSigner } from '@layan/storage/certificate-signer';
import { openControlPlane } from '@layan/storage/control-table';
import { createMailer } from '@layan/storage/mailer';
import { systemClock as clock } from '@layan/storage/surroundings';
import { tenantKeys } from '@layan/storage/tenant-keys';
import { openTenants } from '@layan/storage/tenant-ports';
import { tenantRemains } from '@layan/storage/tenant-remains';
import { tenantStacks } from '@layan/storage/tenant-stacks';
import { createAdvance } from './advance.ts';
import { readConfig } from './config.ts';

// Fonts and the PDF library are read by the first certificate, and by nothing else.
const drawCertificate: CertificatePorts['drawCertificate'] = async (artwork) =>
  (await import('@layan/rendering/render-letter')).renderLetter(artwork);

export function container() {
  const { aws, stage, controlTable, tablePrefix, dataRoleArn, staffPoolId, stacks, ...more } = readConfig();
  return createAdvance({
    ...openControlPlane(aws, controlTable),
    mailer: createMailer(new SESv2Client({ region: aws.region, maxAttempts: 1 }), more.sender),
    consoleOrigin: more.consoleOrigin,
    backupDays: more.backupDays,
    signer: certificateSigner(aws, more.certificateKeyArn),
    drawCertificate,
    remains: (tenant) => tenantRemains({ aws, clock, tablePrefix, ...more }, tenant),
    clock,
    findRegions,
    stacks: tenantStacks(aws, stacks),
    openTenant: openTenants({ aws, clock, tablePrefix, dataRoleArn, staffPoolId, tenantKeys }),
    logger: createLogger('provisioner'),
    metrics: createMetrics(stage),
  });
}
