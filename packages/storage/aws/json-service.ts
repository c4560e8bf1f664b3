// KMS and Cognito speak JSON: an operation is a header, an error is a name.
import type { AwsCredentialIdentity } from '@smithy/types';
import * as z from 'zod/mini';
import type { AwsSettings } from './settings.ts';
import { signedCall } from './signed-call.ts';

const targets = { kms: 'TrentService', 'cognito-idp': 'AWSCognitoIdentityProviderService' } as const;

const Failure = z.object({ __type: z.string() });

/** AWS refused a call. The message names the operation and AWS's name for the reason; what was sent is not in it. */
export class AwsRefusal extends Error {
  readonly reason: string;
  constructor(operation: string, reason: string) {
    super(`${operation} was refused: ${reason}.`);
    this.name = 'AwsRefusal';
    this.reason = reason;
  }
}

export type JsonService = <T>(operation: string, input: object, answer: z.ZodMiniType<T>) => Promise<T>;

export function jsonService(
  settings: AwsSettings,
  service: keyof typeof targets,
  credentials: () => Promise<AwsCredentialIdentity>,
): JsonService {
  return async (operation, input, schema) => {
    const { status, text } = await signedCall(settings, {
      service,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${targets[service]}.${operation}`,
      },
      body: JSON.stringify(input),
      credentials: await credentials(),
    });
    if (status === 200) return schema.parse(JSON.parse(text === '' ? '{}' : text));
    throw new AwsRefusal(`${service}:${operation}`, reasonIn(text) ?? String(status));
  };
}

function reasonIn(text: string): string | undefined {
  try {
    return Failure.parse(JSON.parse(text)).__type.replace(/^.*#/, '');
  } catch {
    return undefined;
  }
}
