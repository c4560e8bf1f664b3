// What the notifier needs from its environment.
import { AwsEnvironment, awsSettings } from '@layan/storage/aws/settings';
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

const Environment = z.extend(AwsEnvironment, {
  STAGE: text,
  TABLE_PREFIX: text,
  DATA_ROLE_ARN: text,
  PORTAL_DOMAIN: text.check(z.describe('Portals answer at `<tenant>.<this>`.')),
  SENDER: text.check(z.describe('Address that mail comes from; nobody reads what is sent there.')),
});

export function readConfig() {
  const environment = Environment.parse(process.env);
  return {
    aws: awsSettings(environment),
    stage: environment.STAGE,
    tablePrefix: environment.TABLE_PREFIX,
    dataRoleArn: environment.DATA_ROLE_ARN,
    portalDomain: environment.PORTAL_DOMAIN,
    sender: environment.SENDER,
  };
}
