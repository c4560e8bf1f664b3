// The whole of the local cloud in one process: starts its parts in order, deploys the stacks, stops without traces.
import type { Server } from 'node:http';
import * as z from 'zod';
import type { Front } from '../aws/contract.ts';
import { createFront } from '../aws/front.ts';
import { type Cloud, emptyCloud, type UserPool } from '../cloud.ts';
import { readAssembly } from '../formation/assembly.ts';
import { createEngine, type Engine } from '../formation/engine.ts';
import { reasons } from '../formation/kinds/not-run.ts';
import { type DemoAccounts, openDemoAccounts } from '../identity/demo-accounts.ts';
import { createIdentity } from '../identity/server.ts';
import { createBus } from '../runtime/bus.ts';
import { openLogs } from '../runtime/function-log.ts';
import { createFunctions } from '../runtime/functions.ts';
import { createGateway } from '../runtime/gateway.ts';
import { createMailPage } from '../runtime/mail-page.ts';
import { createQueues } from '../runtime/queues.ts';
import { startSchedules } from '../runtime/schedule.ts';
import { createSite } from '../runtime/site.ts';
import { createStreamClient } from '../runtime/stream-client.ts';
import { createStreams } from '../runtime/streams.ts';
import { createWebFront } from '../runtime/web-front.ts';
import { openStore } from '../store.ts';
import { buildConsole, synthesize } from './build.ts';
import { startDynamo } from './dynamodb-local.ts';
import { findJava } from './java.ts';
import { mortal } from './mortal-store.ts';
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

export interface Host {
  readonly ports: Ports;
  readonly addresses: {
    readonly api: string;
    readonly console: string;
    readonly mail: string;
    readonly aws: string;
    portal(slug: string): string;
  };
  readonly cloud: Cloud;
  readonly front: Front;
  readonly stacks: Engine;
  readonly demo: DemoAccounts;
  /** The one pool whose name ends so. */
  pool(nameEnding: string): UserPool;
  /** Whether something was done once and for all, as seeding is. */
  readonly milestones: { reached(name: string): boolean; reach(name: string): void };
  /** Until nothing is under way: stacks, events, streams, queues. */
  idle(): Promise<void>;
  stop(): Promise<void>;
  /** Ends at once, as if the process had been killed: nothing is finished, nothing is written any more. */
  kill(): Promise<void>;
}

export async function startHost(options: HostOptions): Promise<Host> {
  const tell = options.tell ?? (() => {});
  const ports = portsFrom(options.port);
  const java = await findJava();
  await assertFree(ports);
  const undo: (() => Promise<void> | void)[] = [];
  try {
    return await boot(options, tell, ports, java, undo);
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

async function boot(
  options: HostOptions,
  tell: (line: string) => void,
  ports: Ports,
  java: string,
  undo: (() => Promise<void> | void)[],
): Promise<Host> {
  const { store, die } = mortal(openStore(options.data));
  const cloud = emptyCloud();
  const dynamoStart = startDynamo(java, ports.dynamodb, store.folder('dynamodb'));
  undo.push(async () => (await dynamoStart.catch(() => undefined))?.stop());
  const [assemblyFolder, consoleFolder] = await Promise.all([
    options.assembly ?? synthesize(options.data, ports.web),
    options.console === undefined ? buildConsole(options.data) : options.console,
  ]);
  await dynamoStart;
  tell('DynamoDB Local is up.');

  const front: Front = createFront({
    cloud,
    store,
    dynamodbPort: ports.dynamodb,
    formation: () => stacks,
    publish: (event) => bus.publish(event),
    onTableWrite: (table) => streams.wake(table),
    ...(options.clock && { clock: options.clock }),
  });
  const { services } = front;
  const send = (queueArn: string, body: string) => void services.sqs.send(queueArn, body);
  const logs = openLogs(store.folder('logs'), (line) => tell(line));
  const functions = createFunctions({
    cloud,
    store,
    logs,
    send,
    endpoint: () => front.url(),
    credentialsFor: (roleArn, name) => front.credentialsFor(roleArn, name),
  });
  const bus = createBus({ cloud, functions, send, authorize: front.authorize });
  const { local } = services.dynamodb;
  const streams = createStreams({
    cloud,
    store,
    functions,
    send,
    client: createStreamClient(local.endpoint, local.credentials.accessKeyId),
    localArn: local.streamArn,
  });
  const queues = createQueues({ cloud, sqs: services.sqs, functions });
  const assembly = readAssembly(assemblyFolder);
  const paths = new Map(assembly.assets.map(({ bucket, key, path }) => [`${bucket}/${key}`, path]));
  const stacks: Engine = createEngine({
    cloud,
    front,
    store,
    issuer: (poolId) => `http://127.0.0.1:${ports.identity}/${poolId}`,
    asset: (bucket, key) => paths.get(`${bucket}/${key}`),
    publish: (event) => bus.publish(event),
    onChange: () => {
      streams.reconcile();
      queues.reconcile();
    },
    ...(options.clock && { clock: options.clock }),
  });
  const demo = openDemoAccounts(store);
  const identity = createIdentity({ cloud, store, users: services.cognito, demo });
  const site = createSite(cloud, services.s3, (header) => localize(header, ports));
  const web = createWebFront({
    gateway: createGateway(cloud, functions),
    console: site.handle,
    mail: createMailPage(services.mailbox),
  });

  undo.push(
    () => front.close(),
    () => functions.close(),
    () => stacks.stop(),
    () => streams.stop(),
    () => queues.stop(),
    () => logs.close(),
    () => shut(web),
    () => shut(identity),
  );
  await front.listen(ports.aws);
  await listen(identity, ports.identity);
  await publishAssets(assembly.assets, cloud, services.s3);
  for (const stack of assembly.stacks) {
    await stacks.deploy(stack.name, stack.template, stack.tags);
    tell(`Stack ${stack.name} is deployed.`);
  }
  if (options.verbose) for (const line of notRunIn(assembly.stacks)) tell(line);
  const addresses = {
    api: `http://api.localhost:${ports.web}`,
    console: `http://console.localhost:${ports.web}`,
    mail: `http://mail.localhost:${ports.web}`,
    aws: front.url(),
    portal: (slug: string) => `http://${slug}.localhost:${ports.web}`,
  };
  const pool = (ending: string) => poolOf(cloud, ending);
  const staff = [...cloud.pools.values()].find(({ name }) => name.endsWith('-staff'));
  const config = { apiUrl: addresses.api, issuer: staff?.providerUrl, clientId: staff?.clients[0]?.id };
  await publishSite(consoleFolder ?? undefined, config, cloud, services.s3);
  await stacks.resume(new Set(assembly.stacks.map(({ name }) => name)));
  streams.reconcile();
  queues.reconcile();
  functions.resume();
  const schedules = startSchedules(cloud, (rule) => bus.fire(rule), options.clock);
  undo.push(() => schedules.stop());
  await listen(web, ports.web);

  const reached = store.collection('milestones', z.object({ at: z.string() }));
  let ending: Promise<void> | undefined;
  const end = (steps: readonly (() => Promise<void> | void)[]) => {
    ending ??= (async () => {
      for (const step of [...steps].reverse()) await step();
    })();
    return ending;
  };
  return {
    ports,
    addresses,
    cloud,
    front,
    stacks,
    demo,
    pool,
    milestones: {
      reached: (name) => reached.get(name) !== undefined,
      reach: (name) => reached.set(name, { at: new Date().toISOString() }),
    },
    async idle() {
      // Each may give the others something to do, so one quiet round is not enough.
      for (let quiet = 0; quiet < 2; quiet += 1) {
        await stacks.idle();
        await functions.idle();
        await streams.idle();
        await queues.idle();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop: () => end(undo),
    kill: () => {
      die();
      return end(undo);
    },
  };
}

/** The stacks name addresses in the cloud; on this machine the same services answer elsewhere. */
function localize(header: string, ports: Ports): string {
  return header
    .replace(/https:\/\/[\w.-]+\.s3\.[\w-]+\.amazonaws\.com/g, `http://127.0.0.1:${ports.aws}`)
    .replace(
      /https:\/\/(cognito-idp\.[\w-]+\.amazonaws\.com|[\w.-]+\.amazoncognito\.com)/g,
      `http://127.0.0.1:${ports.identity}`,
    );
}

function poolOf(cloud: Cloud, ending: string): UserPool {
  const found = [...cloud.pools.values()].find(({ name }) => name.endsWith(ending));
  if (!found) throw new Error(`No user pool has a name that ends in ${ending}.`);
  return found;
}

function notRunIn(stacks: readonly { readonly template: string }[]): string[] {
  return Object.entries(reasons)
    .filter(([type]) => stacks.some(({ template }) => template.includes(`"${type}"`)))
    .map(([type, reason]) => `Not run here: ${type} (${reason}).`);
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
