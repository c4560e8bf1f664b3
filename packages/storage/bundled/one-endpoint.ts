// Stands in for the SDK's rules of endpoints when a function that calls DynamoDB alone is bundled
// (infra/constructs/bundle.ts): they serve partitions, FIPS, dual stack and endpoints of accounts, we call one host, and they
// weigh 10 KB. The names are the SDK's own.

interface Endpoint {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
}

interface Client {
  readonly endpoint?: string;
  readonly region?: string | (() => Promise<string>);
}

const endpointOf = (url: string): Endpoint => {
  const { protocol, hostname, port, pathname: path } = new URL(url);
  return { protocol, hostname, ...(port === '' ? {} : { port: Number(port) }), path };
};

/** The endpoint that the client was given, else that of DynamoDB in its region. */
export const resolveEndpointConfig = <T extends Client>(input: T) => {
  const { endpoint, region } = input;
  const resolve = async () => {
    const where = typeof region === 'function' ? await region() : region;
    return endpointOf(endpoint ?? `https://dynamodb.${where}.amazonaws.com`);
  };
  let resolved: Promise<Endpoint> | undefined;
  return Object.assign(input, {
    endpoint: () => {
      resolved ??= resolve();
      return resolved;
    },
    tls: true,
    isCustomEndpoint: endpoint !== undefined,
    useDualstackEndpoint: async () => false,
    useFipsEndpoint: async () => false,
  });
};

interface MiddlewareStack {
  addRelativeTo(middleware: (next: unknown) => unknown, options: object): void;
}

/** The place in the stack that others refer to; there is nothing left to decide. */
export const getEndpointPlugin = () => ({
  applyToStack: (stack: MiddlewareStack) =>
    stack.addRelativeTo((next) => next, {
      step: 'serialize',
      tags: ['ENDPOINT_PARAMETERS', 'ENDPOINT_V2', 'ENDPOINT'],
      name: 'endpointV2Middleware',
      override: true,
      relation: 'before',
      toMiddleware: 'serializerMiddleware',
    }),
});

const notHere = (): never => {
  throw new Error('This bundle knows one endpoint and no rules.');
};

/** The clients write their rules down when they are loaded, and never ask them. */
export const BinaryDecisionDiagram = { from: () => undefined };
export const customEndpointFunctions: Record<string, unknown> = {};
export class EndpointCache {
  readonly get = notHere;
}
export const decideEndpoint = notHere;
export const isIpAddress = notHere;
export const isValidHostLabel = notHere;
export const resolveEndpoint = notHere;
export const resolveParams = notHere;
export const toEndpointV1 = notHere;
export class EndpointError extends Error {}
