// Puts the deadlines function together.
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { portalOrigin } from '@layan/domain/tenant/portal-origin';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { openRegister } from '@layan/storage/control-table';
import { indexRotation } from '@layan/storage/index-rotation';
import { keyRotation } from '@layan/storage/key-rotation';
import { lateImports } from '@layan/storage/late-imports';
import { caseFiles } from '@layan/storage/scans/case-files';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock as clock, systemRandom as random } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { readConfig } from './config.ts';
import { createSweep, type SweepParts } from './sweep.ts';

const BATCH = 10;

export function container() {
  const { stage, controlTable, portalDomain, sweepsQueueUrl, ...access } = readConfig();
  const { aws } = access;
  const queue = new SQSClient({ region: aws.region, credentials: aws.credentials });
  const open = openTenants({
    ...{ ...access, clock, signer: kmsSigner, caseFiles, keyRotation, indexRotation },
    imports: lateImports,
  });
  const send: SweepParts['send'] = async (messages) => {
    let left = 0;
    for (let start = 0; start < messages.length; start += BATCH) {
      const Entries = messages
        .slice(start, start + BATCH)
        .map((message, at) => ({ Id: String(at), MessageBody: JSON.stringify(message) }));
      const { Failed = [] } = await queue.send(
        new SendMessageBatchCommand({ QueueUrl: sweepsQueueUrl, Entries }),
      );
      left += Failed.length;
    }
    if (left > 0) throw new Error(`${left} sweeps were not queued.`);
  };
  return createSweep({
    register: openRegister(aws, controlTable),
    openTenant: (tenant) => ({
      ...open(tenant),
      clock,
      random,
      origin: portalOrigin(portalDomain, tenant),
    }),
    send,
    logger: createLogger('deadlines'),
    metrics: createMetrics(stage),
  });
}
