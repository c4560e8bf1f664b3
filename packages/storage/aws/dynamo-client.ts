// The DynamoDB client of one session. What the SDK would otherwise look up in files or guess is said here, so that a cold
// start reads no file.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { AwsSettings } from './settings.ts';

export function dynamoClient(
  { region, endpoint, http }: AwsSettings,
  credentials: AwsCredentialIdentity | (() => Promise<AwsCredentialIdentity>),
): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    region,
    credentials,
    requestHandler: http,
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 4,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    endpointDiscoveryEnabled: false,
    accountIdEndpointMode: 'disabled',
  });
  return DynamoDBDocumentClient.from(client);
}
