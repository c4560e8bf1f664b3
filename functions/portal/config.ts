// What the portal needs from its environment.
import { AwsEnvironment, awsSettings } from '@layan/storage/aws/settings';
import * as z from 'zod';

const Environment = AwsEnvironment.extend({
  TABLE_PREFIX: z.string().min(1),
  DATA_ROLE_ARN: z.string().min(1),
  DOCUMENTS_BUCKET: z.string().min(1),
  PORTAL_DOMAIN: z
    .string()
    .min(1)
    .describe('`layan.id`, or with a port; portals answer at `<tenant>.<this>`.'),
});

export function readConfig() {
  const environment = Environment.parse(process.env);
  return {
    aws: awsSettings(environment),
    tablePrefix: environment.TABLE_PREFIX,
    dataRoleArn: environment.DATA_ROLE_ARN,
    documentsBucket: environment.DOCUMENTS_BUCKET,
    portalDomain: environment.PORTAL_DOMAIN,
  };
}
