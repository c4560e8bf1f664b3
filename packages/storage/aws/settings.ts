// What every call to AWS needs, read from the variables Lambda sets; AWS_ENDPOINT_URL is the SDK's own name for
// "another place than AWS".
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentialIdentity } from '@smithy/types';
import * as z from 'zod/mini';

export const AwsEnvironment = z.object({
  AWS_REGION: z.string().check(z.minLength(1)),
  AWS_ACCESS_KEY_ID: z.string().check(z.minLength(1)),
  AWS_SECRET_ACCESS_KEY: z.string().check(z.minLength(1)),
  AWS_SESSION_TOKEN: z.optional(z.string().check(z.minLength(1))),
  AWS_ENDPOINT_URL: z.optional(z.url()),
});
export type AwsEnvironment = z.infer<typeof AwsEnvironment>;

export interface AwsSettings {
  readonly region: string;
  /** Another place than AWS; then buckets are part of the path. */
  readonly endpoint?: string;
  /** The function's own; they last as long as its environment does. */
  readonly credentials: AwsCredentialIdentity;
  /** Shared by all clients: one pool of connections, and one place to watch or disturb every call. */
  readonly http: NodeHttpHandler;
}

// A function waits a few seconds in all: rather ask again soon than wait long for an answer that is lost.
const newHandler = () =>
  new NodeHttpHandler({ connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true });

export function awsSettings(environment: AwsEnvironment, http = newHandler()): AwsSettings {
  const { AWS_SESSION_TOKEN: sessionToken, AWS_ENDPOINT_URL: endpoint } = environment;
  return {
    region: environment.AWS_REGION,
    ...(endpoint === undefined ? {} : { endpoint }),
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID,
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    http,
  };
}
