// What the staff API needs from its environment.
import { AwsEnvironment, awsSettings } from '@layan/storage/aws/settings';
import * as z from 'zod/mini';

const Environment = z.extend(AwsEnvironment, {
  TABLE_PREFIX: z.string().check(z.minLength(1)),
  DATA_ROLE_ARN: z.string().check(z.minLength(1)),
  DOCUMENTS_BUCKET: z.string().check(z.minLength(1)),
  SEALS_BUCKET: z.string().check(z.minLength(1)),
  STAFF_ISSUER: z.url(),
  STAFF_CLIENT_ID: z.string().check(z.minLength(1)),
  STAFF_POOL_ID: z.string().check(z.minLength(1)),
  CONSOLE_ORIGIN: z.url(),
});

export function readConfig() {
  const environment = Environment.parse(process.env);
  return {
    aws: awsSettings(environment),
    tablePrefix: environment.TABLE_PREFIX,
    dataRoleArn: environment.DATA_ROLE_ARN,
    documentsBucket: environment.DOCUMENTS_BUCKET,
    sealsBucket: environment.SEALS_BUCKET,
    staffPoolId: environment.STAFF_POOL_ID,
    issuer: environment.STAFF_ISSUER,
    clientId: environment.STAFF_CLIENT_ID,
    consoleOrigin: environment.CONSOLE_ORIGIN,
  };
}
