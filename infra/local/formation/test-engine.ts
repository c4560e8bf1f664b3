// For tests: an engine over a temporary data folder whose services only keep book.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision, Front } from '../aws/contract.ts';
import { ACCOUNT, type BusEvent, emptyCloud, REGION } from '../cloud.ts';
import { openStore } from '../store.ts';
import { createEngine } from './engine.ts';

export interface TestEngineOptions {
  readonly dir?: string;
  /** Denies what it answers true for. */
  readonly denies?: (action: string, resource: string) => boolean;
  readonly onCreateTable?: (name: string) => void | Promise<void>;
}

export function testEngine(options: TestEngineOptions = {}) {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'layan-formation-'));
  const cloud = emptyCloud();
  const published: BusEvent[] = [];
  const calls: string[] = [];
  let keys = 0;
  const authorize: Front['authorize'] = async (principal, action, resource) => {
    const allowed = !(options.denies?.(action, resource) ?? false);
    const who = principal.kind === 'session' ? principal.roleArn : principal.name;
    const decision: Decision = { principal: who, action, resource, allowed, tags: {} };
    return allowed ? decision : { ...decision, message: `${who} may not ${action}` };
  };
  const services: Parameters<typeof createEngine>[0]['front']['services'] = {
    dynamodb: {
      async createTable(name) {
        await options.onCreateTable?.(name);
        calls.push(`createTable ${name}`);
        const arn = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`;
        return { arn, streamArn: `${arn}/stream/1` };
      },
      async deleteTable(name) {
        calls.push(`deleteTable ${name}`);
      },
      async updateTimeToLive(name, attribute) {
        calls.push(`updateTimeToLive ${name} ${attribute}`);
      },
      local: { endpoint: '', credentials: { accessKeyId: '', secretAccessKey: '' }, streamArn: (arn) => arn },
    },
    s3: {
      putObject: async () => {},
      getObject: async () => undefined,
      readText: async () => undefined,
      isEmpty: (bucket) => !bucket.includes('full'),
      emptyBucket: async () => {},
    },
    kms: {
      createKey() {
        keys += 1;
        calls.push(`createKey ${keys}`);
        return { id: `key-${keys}`, arn: '' };
      },
      scheduleDeletion: (id) => void calls.push(`scheduleDeletion ${id}`),
    },
    sqs: {
      queueUrl: (name) => `http://queues/${name}`,
      deleteQueue: () => {},
      send: () => '',
      receive: () => [],
      remove: () => {},
      onMessage: () => () => {},
    },
    cognito: {
      newPoolId: () => 'pool-1',
      newClientId: () => 'client-1',
      deletePool: () => {},
      users: () => [],
      findUser: () => undefined,
      createUser: () => {
        throw new Error('no users here');
      },
      checkPassword: () => false,
      setPassword: () => {},
    },
    mailbox: {
      add: () => {
        throw new Error('no mail here');
      },
      list: () => [],
    },
  };
  const engine = createEngine({
    cloud,
    store: openStore(dir),
    front: { authorize, services },
    issuer: (poolId) => `http://127.0.0.1:1/${poolId}`,
    asset: (_bucket, key) => (key === 'missing.zip' ? undefined : `/assets/${key}`),
    publish: (event) => published.push(event),
  });
  return { dir, cloud, engine, published, calls };
}

export const caller = { kind: 'service', name: 'tests' } as const;

/** A request as the front makes it of CreateStack. */
export function stackRequest(
  name: string,
  template: object,
  more: { roleArn?: string; parameters?: Record<string, string>; keepsFailures?: boolean } = {},
) {
  return { name, template, parameters: {}, keptParameters: [], tags: {}, caller, ...more };
}
