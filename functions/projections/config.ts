// What the projections need from their environment.
import { AwsEnvironment, awsSettings } from '@layan/storage/aws/settings';
import * as z from 'zod';

const Environment = AwsEnvironment.extend({
  TABLE_PREFIX: z.string().min(1),
  DATA_ROLE_ARN: z.string().min(1),
});

export function readConfig() {
  const environment = Environment.parse(process.env);
  return {
    aws: awsSettings(environment),
    tablePrefix: environment.TABLE_PREFIX,
    dataRoleArn: environment.DATA_ROLE_ARN,
  };
}
