// Stands in for the SDK's chain of credential providers when a function is bundled (infra/constructs/bundle.ts): Lambda
// hands credentials over in the environment, and the other ways of finding some weigh more than the rest of the client.
// The name is the SDK's own.
import type { AwsCredentialIdentity } from '@smithy/types';

export const defaultProvider = () => async (): Promise<AwsCredentialIdentity> => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY)
    throw new Error('There are no AWS credentials in the environment.');
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  };
};
