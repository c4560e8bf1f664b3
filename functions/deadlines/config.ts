// What the deadlines function needs from its environment.
import { AwsEnvironment, awsSettings } from '@layan/storage/aws/settings';
import * as z from 'zod/mini';

const Environment = z.extend(AwsEnvironment, {
  STAGE: z.string().check(z.minLength(1)),
  CONTROL_TABLE: z.string().check(z.minLength(1)),
  TABLE_PREFIX: z.string().check(z.minLength(1)),
  DATA_ROLE_ARN: z.string().check(z.minLength(1)),
  SEALS_BUCKET: z.string().check(z.minLength(1)),
  DOCUMENTS_BUCKET: z.string().check(z.minLength(1)),
  PORTAL_DOMAIN: z.string().check(z.minLength(1)),
  SWEEPS_QUEUE_URL: z.url(),
});

export function readConfig() {
  const environment = Environment.parse(process.env);
  return {
    aws: awsSettings(environment),
    stage: environment.STAGE,
    controlTable: environment.CONTROL_TABLE,
    tablePrefix: environment.TABLE_PREFIX,
    dataRoleArn: environment.DATA_ROLE_ARN,
    sealsBucket: environment.SEALS_BUCKET,
    documentsBucket: environment.DOCUMENTS_BUCKET,
    portalDomain: environment.PORTAL_DOMAIN,
    sweepsQueueUrl: environment.SWEEPS_QUEUE_URL,
  };
}
