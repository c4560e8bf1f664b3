// What the admin API needs from its environment.
import { AwsEnvironment, awsSettings } from '@layan/storage/aws/settings';
import * as z from 'zod/mini';

const Environment = z.extend(AwsEnvironment, {
  CONTROL_TABLE: z.string().check(z.minLength(1)),
  ADMIN_ISSUER: z.url(),
  ADMIN_POOL_ID: z.string().check(z.minLength(1)),
  ADMIN_CLIENT_ID: z.string().check(z.minLength(1)),
  CONSOLE_ORIGIN: z.url(),
});

export function readConfig() {
  const environment = Environment.parse(process.env);
  return {
    aws: awsSettings(environment),
    controlTable: environment.CONTROL_TABLE,
    issuer: environment.ADMIN_ISSUER,
    poolId: environment.ADMIN_POOL_ID,
    clientId: environment.ADMIN_CLIENT_ID,
    consoleOrigin: environment.CONSOLE_ORIGIN,
  };
}
