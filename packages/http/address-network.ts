// The network that a request came from: whoever has one address of it has the next one too, so guesses from all of them
// count as one. The gateway tells the address; what a request says of itself in a header is not asked.
import * as z from 'zod/mini';

const FromGateway = z.object({
  requestContext: z.object({ identity: z.object({ sourceIp: z.string() }) }),
});

/** Of an address, the first 24 bits (of four parts) or 48 (of eight). */
export const networkOf = (address: string): string => {
  const four = /(?:^|:)(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
  if (four !== undefined) return four;
  const [before = '', after] = address.toLowerCase().split('::');
  const parts = before === '' ? [] : before.split(':');
  const rest = after === undefined || after === '' ? [] : after.split(':');
  const missing = after === undefined ? 0 : 8 - parts.length - rest.length;
  const all = [...parts, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...rest];
  return all
    .slice(0, 3)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
};

/** `environment` is what the gateway's adapter hands to the application; empty where none is in front. */
export const networkOfRequest = (environment: unknown): string => {
  const known = FromGateway.safeParse(environment);
  return known.success ? networkOf(known.data.requestContext.identity.sourceIp) : '';
};
