// Talks to DynamoDB Local. It checks no signature, but shows each access key its own tables.
import { Agent, request } from 'node:http';
import * as z from 'zod';
import { REGION } from '../cloud.ts';
import { AwsError } from './aws-error.ts';

export interface DynamoLocal {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Passes a body on as it is. */
  forward(operation: string, body: Buffer): Promise<{ status: number; body: Buffer }>;
  /** The host's own calls; a failure is thrown. */
  call(operation: string, input: object): Promise<unknown>;
  /** As `call`; undefined when it fails with that one code. */
  find(operation: string, input: object, absent: string): Promise<unknown>;
  close(): void;
}

const Failure = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
});

export function connectDynamoLocal(port: number, accessKeyId = 'local'): DynamoLocal {
  const credentials = { accessKeyId, secretAccessKey: 'local' };
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20200101/${REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
  // Idle connections are given up before DynamoDB Local does it under a request.
  const agent = new Agent({ keepAlive: true, timeout: 5000 });
  const forward = (operation: string, body: Buffer) =>
    new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
      const headers = {
        authorization,
        'content-type': 'application/x-amz-json-1.0',
        'content-length': body.length,
        'x-amz-target': `DynamoDB_20120810.${operation}`,
      };
      const outgoing = request(
        { host: '127.0.0.1', port, method: 'POST', path: '/', agent, headers },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => resolve({ status: answer.statusCode ?? 500, body: Buffer.concat(parts) }));
        },
      );
      outgoing.on('error', (error) =>
        reject(new AwsError('InternalServerError', `DynamoDB Local does not answer: ${error.message}`, 500)),
      );
      outgoing.end(body);
    });
  const call = async (operation: string, input: object): Promise<unknown> => {
    const { status, body } = await forward(operation, Buffer.from(JSON.stringify(input)));
    const answer: unknown = JSON.parse(body.toString('utf8'));
    if (status === 200) return answer;
    const { __type, message, Message } = Failure.parse(answer);
    throw new AwsError(__type.replace(/^.*#/, ''), message ?? Message ?? operation, status);
  };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    credentials,
    forward,
    call,
    find: async (operation, input, absent) => {
      try {
        return await call(operation, input);
      } catch (error) {
        if (error instanceof AwsError && error.code === absent) return undefined;
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}
