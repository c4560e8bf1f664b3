// What the projections need from their environment.
import { AwsEnvironment, awsSettings } from '@layan/storage/aws/settings';
import * as z from 'zod/mini';

const Environment = z.extend(AwsEnvironment, {
  TABLE_PREFIX: z.string().check(z.minLength(1)),
  DATA_ROLE_ARN: z.string().check(z.minLength(1)),
  DOCUMENTS_BUCKET: z.string().check(z.minLength(1)),
  PORTAL_DOMAIN: z.string().check(z.minLength(1)),
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
