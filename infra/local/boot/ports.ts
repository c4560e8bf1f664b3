// The four ports of a host: the base port for people, the next three for what stands behind.
import { createServer } from 'node:net';
import { SetupError } from './java.ts';

export interface Ports {
  readonly web: number;
  readonly aws: number;
  readonly identity: number;
  readonly dynamodb: number;
}

export function portsFrom(base: number): Ports {
  return { web: base, aws: base + 1, identity: base + 2, dynamodb: base + 3 };
}

const purposes = {
  web: 'the pages',
  aws: 'the AWS services',
  identity: 'signing in',
  dynamodb: 'DynamoDB Local',
} as const satisfies Record<keyof Ports, string>;

/** Throws a SetupError that names the first port that is taken and how to choose others. */
export async function assertFree(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    const purpose = Object.entries(purposes).find(([known]) => known === name)?.[1];
    throw new SetupError(
      `Port ${port} (for ${purpose}) is taken by another program.\n` +
        `Stop that program, or choose another base port: npx --yes pnpm@12 start --port ${ports.web + 100}`,
    );
  }
}

export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A base port of four free ones in a row, for tests. */
export async function freeBasePort(): Promise<number> {
  for (;;) {
    // Below those that the system gives to connections: one of these would be taken before somebody listens at it.
    const base = 20_000 + Math.floor(Math.random() * 12_000);
    const all = await Promise.all(Object.values(portsFrom(base)).map(isFree));
    if (all.every(Boolean)) return base;
  }
}
