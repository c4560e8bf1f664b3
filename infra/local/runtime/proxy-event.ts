// The two shapes between a REST API and a function: the proxy event (payload version 1) and its answer.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { ACCOUNT } from '../cloud.ts';
import type { Route } from './routes.ts';

export interface Arrival {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly route: Route;
  readonly api: { readonly id: string; readonly binaryMediaTypes: readonly string[] };
  readonly stage: string;
}

export function proxyEvent({ request, body, route, api, stage }: Arrival): Record<string, unknown> {
  const url = new URL(request.url ?? '/', 'http://host');
  const host = request.headers.host ?? '';
  const headers = multiValue(pairs(request.rawHeaders));
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  const forwarded = [...(headers['X-Forwarded-For'] ?? headers['x-forwarded-for'] ?? []), sourceIp].join(
    ', ',
  );
  const given = {
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => !/^x-forwarded-/i.test(name))),
    'X-Amzn-Trace-Id': [`Root=1-${randomUUID()}`],
    'X-Forwarded-For': [forwarded],
    'X-Forwarded-Port': [host.split(':')[1] ?? '80'],
    'X-Forwarded-Proto': ['http'],
  };
  const query = multiValue([...url.searchParams]);
  const some = <T extends object>(values: T) => (Object.keys(values).length > 0 ? values : null);
  const binary = accepts(api.binaryMediaTypes, request.headers['content-type'] ?? '');
  const now = new Date();
  const path = (request.url ?? '/').split('?')[0];
  return {
    resource: route.resourcePath,
    path,
    httpMethod: request.method,
    headers: lastOf(given),
    multiValueHeaders: given,
    queryStringParameters: some(lastOf(query)),
    multiValueQueryStringParameters: some(query),
    pathParameters: route.parameters,
    stageVariables: null,
    requestContext: {
      accountId: ACCOUNT,
      apiId: api.id,
      domainName: host,
      domainPrefix: host.split('.')[0],
      extendedRequestId: randomUUID(),
      httpMethod: request.method,
      identity: { ...nobody, sourceIp, userAgent: request.headers['user-agent'] ?? null },
      path,
      protocol: `HTTP/${request.httpVersion}`,
      requestId: randomUUID(),
      requestTime: now.toISOString(),
      requestTimeEpoch: now.getTime(),
      resourceId: route.resourceId,
      resourcePath: route.resourcePath,
      stage,
    },
    body: body.length === 0 ? null : body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && body.length > 0,
  };
}

const nobody = {
  accessKey: null,
  accountId: null,
  caller: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const Answer = z.strictObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), Scalar).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(Scalar)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** Undefined when the function did not answer as a proxy function must. */
export function httpAnswer(
  payload: string,
  binaryMediaTypes: readonly string[],
  accept: string,
): HttpAnswer | undefined {
  const parsed = Answer.safeParse(JSON.parse(payload));
  if (!parsed.success) return undefined;
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  const decode = isBase64Encoded === true && accepts(binaryMediaTypes, accept.split(',')[0] ?? '');
  return {
    status: statusCode,
    headers: {
      'content-type': 'application/json',
      ...lowerCase(headers ?? {}),
      ...lowerCase(multiValueHeaders ?? {}),
    },
    body: Buffer.from(body ?? '', decode ? 'base64' : 'utf8'),
  };
}

function accepts(binaryMediaTypes: readonly string[], contentType: string): boolean {
  const bare = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return binaryMediaTypes.some((type) => type === '*/*' || type.toLowerCase() === bare);
}

function lowerCase<T>(headers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] satisfies [string, string]] : [],
  );
}

function multiValue(entries: readonly (readonly [string, string])[]): Record<string, string[]> {
  // A name may be one that every object has.
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

function lastOf(values: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));
}
