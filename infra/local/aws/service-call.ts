// The shape of a service behind the front, and how its input is read.
import type * as z from 'zod';
import { AwsError } from './aws-error.ts';
import type { SessionPrincipal } from './contract.ts';

/** One operation of a JSON service: parsed body in, body out. `gone` fires when nobody waits for the answer any more. */
export type Operation = (
  input: unknown,
  caller: SessionPrincipal,
  gone: AbortSignal,
) => Promise<object> | object;

export interface JsonService {
  /** What precedes the operation in X-Amz-Target, without the dot. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  readonly operations: Readonly<Record<string, Operation>>;
}

export function readInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const what = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new AwsError('ValidationException', `The input is not valid. ${what}`);
}

export function unsupported(service: string, operation: string): AwsError {
  return new AwsError(
    'UnsupportedOperation',
    `The local host does not support ${operation} of ${service}. See infra/local/aws.`,
    501,
  );
}
