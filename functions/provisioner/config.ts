// What the provisioner needs from its environment.
import { AwsEnvironment, awsSettings } from '@layan/storage/aws/settings';
import * as z from 'zod/mini';

const Environment = z.extend(AwsEnvironment, {
  STAGE: z.string().check(z.minLength(1)),
  CONTROL_TABLE: z.string().check(z.minLength(1)),
  TABLE_PREFIX: z.string().check(z.minLength(1)),
  DATA_ROLE_ARN: z.string().check(z.minLength(1)),
  TENANT_TEMPLATE_URL: z.url(),
  TENANT_STACK_ROLE_ARN: z.string().check(z.minLength(1)),
  RELAY_FUNCTION_ARN: z.string().check(z.minLength(1)),
  STAFF_POOL_ID: z.string().check(z.minLength(1)),
  LEAVING_ROLE_ARN: z.string().check(z.minLength(1)),
  DOCUMENTS_BUCKET: z.string().check(z.minLength(1)),
  SEALS_BUCKET: z.string().check(z.minLength(1)),
  CERTIFICATE_KEY_ARN: z.string().check(z.minLength(1)),
  BACKUP_DAYS: z.coerce.number().check(z.int(), z.positive()),
  SENDER: z.string().check(z.minLength(1)),
  CONSOLE_ORIGIN: z.url(),
});

export function readConfig() {
  const environment = Environment.parse(process.env);
  return {
    aws: awsSettings(environment),
    stage: environment.STAGE,
    controlTable: environment.CONTROL_TABLE,
    tablePrefix: environment.TABLE_PREFIX,
    dataRoleArn: environment.DATA_ROLE_ARN,
    leavingRoleArn: environment.LEAVING_ROLE_ARN,
    documentsBucket: environment.DOCUMENTS_BUCKET,
    sealsBucket: environment.SEALS_BUCKET,
    certificateKeyArn: environment.CERTIFICATE_KEY_ARN,
    backupDays: environment.BACKUP_DAYS,
    sender: environment.SENDER,
    consoleOrigin: environment.CONSOLE_ORIGIN,
    staffPoolId: environment.STAFF_POOL_ID,
    stacks: {
      stage: environment.STAGE,
      templateUrl: environment.TENANT_TEMPLATE_URL,
      roleArn: environment.TENANT_STACK_ROLE_ARN,
      relayFunctionArn: environment.RELAY_FUNCTION_ARN,
    },
  };
}
