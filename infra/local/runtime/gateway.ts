// A regional REST API on one machine: routes of the template in front of its functions.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ACCOUNT, type Cloud, REGION } from '../cloud.ts';
import type { Functions } from './functions.ts';
import { mayInvoke } from './permission.ts';
import { httpAnswer, proxyEvent } from './proxy-event.ts';
import { type Refusal, sendRefusal } from './refusals.ts';
import { findRoute } from './routes.ts';
import { createLimiter } from './throttle.ts';

/** Lambda takes and gives six megabytes at most. */
const largest = 6 * 1024 * 1024;

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createGateway(cloud: Cloud, functions: Pick<Functions, 'invoke'>): HttpHandler {
  const limiter = createLimiter();
  return async (request, response) => {
    const [api] = cloud.apis.values();
    const [stage] = api?.stages.values() ?? [];
    const verb = request.method ?? 'GET';
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const refuse = (refusal: Refusal) => sendRefusal(response, refusal, api?.answers);
    if (!api || !stage) return refuse('NOT_DEPLOYED');
    const route = findRoute(api, verb, path);
    if (!route) return refuse('MISSING_AUTHENTICATION_TOKEN');
    if (!limiter.admit(stage.limits, verb, route.resourcePath)) return refuse('THROTTLED');
    const sourceArn = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${api.id}/${stage.name}/${verb}${path}`;
    if (!mayInvoke(cloud, 'apigateway.amazonaws.com', route.functionArn, sourceArn)) {
      console.error(`No AWS::Lambda::Permission lets ${sourceArn} invoke ${route.functionArn}.`);
      return refuse('API_CONFIGURATION_ERROR');
    }
    const body = await readBody(request, largest);
    if (!body) return refuse('REQUEST_TOO_LARGE');
    const outcome = await functions.invoke(
      route.functionArn,
      proxyEvent({ request, body, route, api, stage: stage.name }),
    );
    if (!outcome.ok && outcome.reason === 'timeout') return refuse('INTEGRATION_TIMEOUT');
    const accept = request.headers.accept ?? '';
    const answer =
      outcome.ok && outcome.payload.length <= largest
        ? httpAnswer(outcome.payload, api.binaryMediaTypes, accept)
        : undefined;
    if (!answer) return refuse('MALFORMED_ANSWER');
    response.writeHead(answer.status, { ...answer.headers, 'x-amzn-requestid': randomUUID() });
    response.end(verb === 'HEAD' ? undefined : answer.body);
  };
}

/** Undefined when the body is longer than allowed; the rest of it is not read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
