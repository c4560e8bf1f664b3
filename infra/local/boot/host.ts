// The whole of the local cloud in one process: starts its parts in order, deploys the stacks, stops without traces.
import type { Server } from 'node:http';
import * as z from 'zod';
import type { Front } from '../aws/contract.ts';
import { admitOperator } from '../aws/operator.ts';
import { type Cloud, emptyCloud, type UserPool } from '../cloud.ts';
import { type Assembly, readAssembly } from '../formation/assembly.ts';
import type { Engine } from '../formation/engine.ts';
import { reasons } from '../formation/kinds/not-run.ts';
import { type DemoAccounts, openDemoAccounts } from '../identity/demo-accounts.ts';
import { startSchedules } from '../runtime/schedule.ts';
import { openStore, type Store } from '../store.ts';
import { buildConsole, synthesize } from './build.ts';
import { adoptTables, startDynamo, tablesKey } from './dynamodb-local.ts';
import { findJava } from './java.ts';
import { mortal } from './mortal-store.ts';
import { createParts, type Parts } from './parts.ts';
import { assertFree, type Ports, portsFrom } from './ports.ts';
import { publishAssets, publishSite } from './publish.ts';

export interface HostOptions {
  /** The base port; the three after it are used as well. */
  readonly port: number;
  /** Everything that outlives the host is below this folder. */
  readonly data: string;
  /** A cloud assembly to run; without it the stacks are synthesized. */
  readonly assembly?: string;
  /** Built files of the console; without it they are built; null goes without a console. */
  readonly console?: string | null;
  readonly verbose?: boolean;
  /** Progress, a line at a time. */
  readonly tell?: (line: string) => void;
  readonly clock?: () => Date;
}

export interface Addresses {
  readonly api: string;
  readonly console: string;
  readonly mail: string;
  readonly aws: string;
  portal(slug: string): string;
}

export interface Host {
  readonly ports: Ports;
  readonly addresses: Addresses;
  readonly cloud: Cloud;
  readonly front: Front;
  readonly stacks: Engine;
  readonly demo: DemoAccounts;
  /** The pool whose name ends so. */
  pool(nameEnding: string): UserPool;
  /** Whether something was done once and for all, as seeding is. */
  readonly milestones: { reached(name: string): boolean; reach(name: string): void };
  /** Until nothing is under way: stacks, events, streams, queues. */
  idle(): Promise<void>;
  /** Settles when DynamoDB Local ends, also when nobody asked it to. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  /** Ends as if the process had been killed: nothing is written any more. */
  kill(): Promise<void>;
}

type Steps = (() => unknown)[];

/** Throws a SetupError when this machine lacks something, or the reason why a stack could not be deployed. */
export async function startHost(options: HostOptions): Promise<Host> {
  const ports = portsFrom(options.port);
  const java = await findJava();
  await assertFree(ports);
  const undo: Steps = [];
  try {
    return await boot(options, ports, java, undo);
  } catch (error) {
    await reversed(undo);
    throw error;
  }
}

async function boot(options: HostOptions, ports: Ports, java: string, undo: Steps): Promise<Host> {
  const tell = options.tell ?? (() => {});
  const { store, die } = mortal(openStore(options.data));
  const cloud = emptyCloud();
  const tables = store.folder('dynamodb');
  adoptTables(tables, tablesKey(store));
  const starting = startDynamo(java, ports.dynamodb, tables);
  undo.push(async () => (await starting.catch(() => undefined))?.stop());
  const [assemblyFolder, consoleFolder, dynamo] = await Promise.all([
    options.assembly ?? synthesize(options.data, ports.web),
    options.console === undefined ? buildConsole(options.data) : options.console,
    starting,
  ]);
  const assembly = readAssembly(assemblyFolder);
  const paths = new Map(assembly.assets.map(({ bucket, key, path }) => [`${bucket}/${key}`, path]));
  const demo = openDemoAccounts(store);
  const parts = createParts({
    cloud,
    store,
    ports,
    demo,
    tell,
    asset: (bucket, key) => paths.get(`${bucket}/${key}`),
    ...(options.clock && { clock: options.clock }),
  });
  admitOperator(cloud);
  const { front, stacks, streams, queues, functions, identity, web } = parts;
  undo.push(front.close, functions.close, stacks.stop, streams.stop, queues.stop, parts.logs.close);
  undo.push(
    () => shut(web),
    () => shut(identity),
  );

  await front.listen(ports.aws);
  await listen(identity, ports.identity);
  await deploy(assembly, parts, cloud, tell);
  if (options.verbose) for (const line of notRunIn(assembly)) tell(line);
  const addresses = addressesOf(ports);
  const signIn = (ending: string) => {
    const found = [...cloud.pools.values()].find(({ name }) => name.endsWith(ending));
    return { issuer: found?.providerUrl, clientId: found?.clients[0]?.id };
  };
  const config = { apiUrl: addresses.api, ...signIn('-staff'), admin: signIn('-admin') };
  await publishSite(consoleFolder ?? undefined, config, cloud, front.services.s3);
  functions.resume();
  const schedules = startSchedules(cloud, parts.bus.fire, options.clock);
  undo.push(schedules.stop);
  await listen(web, ports.web);

  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= reversed(undo);
    return ending;
  };
  return {
    ports,
    addresses,
    cloud,
    front,
    stacks,
    demo,
    pool: (nameEnding) => poolOf(cloud, nameEnding),
    milestones: openMilestones(store),
    idle: parts.idle,
    ended: dynamo.ended,
    stop: end,
    kill() {
      die();
      return end();
    },
  };
}

async function deploy(
  assembly: Assembly,
  { front, stacks, streams, queues }: Parts,
  cloud: Cloud,
  tell: (line: string) => void,
) {
  await publishAssets(assembly.assets, cloud, front.services.s3);
  for (const { name, template, tags } of assembly.stacks) {
    await stacks.deploy(name, template, tags);
    tell(`Stack ${name} is deployed.`);
  }
  await stacks.resume(new Set(assembly.stacks.map(({ name }) => name)));
  streams.reconcile();
  queues.reconcile();
}

function addressesOf(ports: Ports): Addresses {
  const portal = (name: string) => `http://${name}.localhost:${ports.web}`;
  return {
    portal,
    api: portal('api'),
    console: portal('console'),
    mail: portal('mail'),
    aws: `http://127.0.0.1:${ports.aws}`,
  };
}

function openMilestones(store: Store): Host['milestones'] {
  const kept = store.collection('milestones', z.object({ at: z.string() }));
  return {
    reached: (name) => kept.get(name) !== undefined,
    reach: (name) => kept.set(name, { at: new Date().toISOString() }),
  };
}

function poolOf(cloud: Cloud, ending: string): UserPool {
  const found = [...cloud.pools.values()].find(({ name }) => name.endsWith(ending));
  if (!found) throw new Error(`No user pool has a name that ends in ${ending}.`);
  return found;
}

function notRunIn({ stacks }: Assembly): string[] {
  return Object.entries(reasons)
    .filter(([type]) => stacks.some(({ template }) => template.includes(`"${type}"`)))
    .map(([type, reason]) => `Not run here: ${type} (${reason}).`);
}

async function reversed(steps: Steps): Promise<void> {
  for (const step of [...steps].reverse()) await step();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
