// The parts of the local cloud, each given the others it needs; nothing is started here.
import type { Server } from 'node:http';
import type { Front } from '../aws/contract.ts';
import { createFront } from '../aws/front.ts';
import type { Cloud } from '../cloud.ts';
import { createEngine, type Engine } from '../formation/engine.ts';
import type { DemoAccounts } from '../identity/demo-accounts.ts';
import { createIdentity } from '../identity/server.ts';
import { type Bus, createBus } from '../runtime/bus.ts';
import { createErrandPage, fireEveryMinute } from '../runtime/errands.ts';
import { type FunctionLogs, openLogs } from '../runtime/function-log.ts';
import { createFunctions, type Functions } from '../runtime/functions.ts';
import { createGateway } from '../runtime/gateway.ts';
import { createMailPage } from '../runtime/mail-page.ts';
import { createQueues, type Queues } from '../runtime/queues.ts';
import { createSite } from '../runtime/site.ts';
import { createRefusalOf } from '../runtime/sources.ts';
import { createStreamClient } from '../runtime/stream-client.ts';
import { createStreams, type Streams } from '../runtime/streams.ts';
import { createWebFront } from '../runtime/web-front.ts';
import type { Store } from '../store.ts';
import { tablesKey } from './dynamodb-local.ts';
import type { Ports } from './ports.ts';

export interface Parts {
  readonly front: Front;
  readonly functions: Functions;
  readonly logs: FunctionLogs;
  readonly bus: Bus;
  readonly streams: Streams;
  readonly queues: Queues;
  readonly stacks: Engine;
  readonly identity: Server;
  readonly web: Server;
  /** Until nothing is under way: stacks, events, streams, queues. */
  idle(): Promise<void>;
}

export interface PartsOptions {
  readonly cloud: Cloud;
  readonly store: Store;
  readonly ports: Ports;
  readonly demo: DemoAccounts;
  readonly asset: (bucket: string, key: string) => string | undefined;
  readonly tell: (line: string) => void;
  readonly clock?: () => Date;
}

export function createParts({ cloud, store, ports, demo, asset, tell, clock }: PartsOptions): Parts {
  const time = clock ? { clock } : {};
  const front: Front = createFront({
    cloud,
    store,
    dynamodbPort: ports.dynamodb,
    dynamodbKey: tablesKey(store),
    formation: () => stacks,
    publish: (event) => bus.publish(event),
    onTableWrite: (table) => streams.wake(table),
    ...time,
  });
  const { services } = front;
  const send = (queueArn: string, body: string) => void services.sqs.send(queueArn, body);
  const logs = openLogs(store.folder('logs'), tell);
  const functions = createFunctions({
    cloud,
    store,
    logs,
    send,
    endpoint: front.url,
    credentialsFor: front.credentialsFor,
  });
  const bus = createBus({ cloud, functions, send, authorize: front.authorize, ...time });
  const refusalOf = createRefusalOf(cloud, front.authorize);
  const { local } = services.dynamodb;
  const streams = createStreams({
    cloud,
    store,
    functions,
    send,
    refusalOf,
    client: createStreamClient(local.endpoint, local.credentials.accessKeyId),
    localArn: local.streamArn,
  });
  const queues = createQueues({ cloud, sqs: services.sqs, functions, refusalOf });
  const stacks: Engine = createEngine({
    cloud,
    front,
    store,
    asset,
    issuer: (poolId) => `http://127.0.0.1:${ports.identity}/${poolId}`,
    publish: (event) => bus.publish(event),
    onChange: () => {
      streams.reconcile();
      queues.reconcile();
    },
    ...time,
  });
  const idle = async () => {
    // Each may give the others something to do, so one quiet round is not enough.
    for (let round = 0; round < 2; round += 1) {
      for (const part of [stacks, functions, streams, queues]) await part.idle();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const identity = createIdentity({ cloud, store, users: services.cognito, demo });
  const web = createWebFront({
    gateway: createGateway(cloud, functions),
    console: createSite(cloud, services.s3, (header) => localize(header, ports)).handle,
    mail: createMailPage(services.mailbox),
    errands: createErrandPage({
      renew: functions.renew,
      minute: async () => fireEveryMinute(cloud, bus.fire),
      idle,
    }),
  });
  return { front, functions, logs, bus, streams, queues, stacks, identity, web, idle };
}

/** The stacks name addresses in the cloud; on this machine the same services answer elsewhere. */
export function localize(header: string, ports: Ports): string {
  return header
    .replace(/https:\/\/[\w.-]+\.s3\.[\w-]+\.amazonaws\.com/g, `http://127.0.0.1:${ports.aws}`)
    .replace(
      /https:\/\/(cognito-idp\.[\w-]+\.amazonaws\.com|[\w.-]+\.amazoncognito\.com)/g,
      `http://127.0.0.1:${ports.identity}`,
    );
}
