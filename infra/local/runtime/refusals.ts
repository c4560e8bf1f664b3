// What a REST API answers when no function does, in the words of the template where it has some.
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { GatewayAnswer } from '../cloud.ts';

const refusals = {
  API_CONFIGURATION_ERROR: { status: 500, message: 'Internal server error' },
  INTEGRATION_TIMEOUT: { status: 504, message: 'Endpoint request timed out' },
  MALFORMED_ANSWER: { status: 502, message: 'Internal server error' },
  MISSING_AUTHENTICATION_TOKEN: { status: 403, message: 'Missing Authentication Token' },
  NOT_DEPLOYED: { status: 503, message: 'No REST API is deployed yet' },
  REQUEST_TOO_LARGE: { status: 413, message: 'Request Too Long' },
  THROTTLED: { status: 429, message: 'Too Many Requests' },
} as const;
export type Refusal = keyof typeof refusals;

export function sendRefusal(
  response: ServerResponse,
  type: Refusal,
  answers: ReadonlyMap<string, GatewayAnswer> = new Map(),
): void {
  const { status, message } = refusals[type];
  const own = answers.get(type) ?? answers.get(status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  const requestId = randomUUID();
  const body = (own?.template ?? '{"message":$context.error.messageString}')
    .replaceAll('$context.error.messageString', JSON.stringify(message))
    .replaceAll('$context.requestId', requestId);
  response.writeHead(own?.status ?? status, {
    'content-type': 'application/json',
    ...own?.headers,
    'x-amzn-requestid': requestId,
    // What is left of the request is not read.
    ...(type === 'REQUEST_TOO_LARGE' && { connection: 'close' }),
  });
  response.end(body);
}
