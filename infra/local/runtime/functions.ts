// Invokes functions by ARN: at once for a caller that waits, or later for events, which are kept on disk until done.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Credentials } from '../aws/contract.ts';
import { type Cloud, type LambdaFunction, REGION } from '../cloud.ts';
import { sameJson } from '../json.ts';
import type { Store } from '../store.ts';
import type { FunctionLogs } from './function-log.ts';
import { createPool, type FunctionPool } from './function-pool.ts';
import type { Outcome } from './function-worker.ts';

export interface FunctionsOptions {
  readonly cloud: Cloud;
  readonly store: Store;
  readonly logs: FunctionLogs;
  readonly endpoint: () => string;
  readonly credentialsFor: (roleArn: string, sessionName?: string) => Credentials;
  /** Puts an event that nobody could handle into a dead letter queue. */
  readonly send: (queueArn: string, body: string) => void;
  readonly maximum?: number;
  readonly idleMilliseconds?: number;
  /** Waits between the attempts at an event. */
  readonly retryMilliseconds?: readonly number[];
}

export interface Functions {
  invoke(functionArn: string, event: unknown): Promise<Outcome>;
  /** Asynchronous invocation: tried three times, then given up with a line in the log. */
  deliver(functionArn: string, event: unknown): void;
  /** Takes up deliveries that a stopped host left behind. */
  resume(): void;
  /** Every function starts anew. */
  renew(): Promise<void>;
  idle(): Promise<void>;
  close(): Promise<void>;
}

const Delivery = z.object({ functionArn: z.string(), event: z.unknown() });
const refreshMargin = 5 * 60_000;

export function createFunctions(options: FunctionsOptions): Functions {
  const pools = new Map<string, FunctionPool>();
  const pending = options.store.collection('deliveries', Delivery);
  const running = new Set<Promise<void>>();
  const waits = options.retryMilliseconds ?? [1_000, 5_000];
  const closing = new AbortController();

  const poolOf = (fn: LambdaFunction): FunctionPool => {
    const existing = pools.get(fn.arn);
    if (existing && sameJson(existing.fn, fn)) return existing;
    void existing?.close();
    const pool = createPool(fn, {
      maximum: options.maximum ?? 4,
      idleMilliseconds: options.idleMilliseconds ?? 5 * 60_000,
      environment: () => environmentOf(fn, options),
      log: (text) => options.logs.write(fn.name, text),
    });
    pools.set(fn.arn, pool);
    return pool;
  };
  const invoke: Functions['invoke'] = async (functionArn, event) => {
    const fn = options.cloud.functions.get(functionArn);
    if (fn) return poolOf(fn).invoke(JSON.stringify(event));
    return { ok: false, reason: 'crash', type: 'NotFound', message: `There is no function ${functionArn}.` };
  };
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      closing.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const attempt = async (id: string, functionArn: string, event: unknown) => {
    for (const wait of [...waits, undefined]) {
      const outcome = await invoke(functionArn, event);
      if (closing.signal.aborted) return;
      if (outcome.ok) break;
      const fn = options.cloud.functions.get(functionArn);
      const ending = wait === undefined ? 'gave up on an event' : 'will try an event again';
      const line = JSON.stringify({ level: 'warn', message: `${ending}: ${outcome.message}` });
      options.logs.write(fn?.name ?? functionArn, `${line}\n`);
      if (wait !== undefined) await pause(wait);
      else if (fn?.deadLetterArn) options.send(fn.deadLetterArn, JSON.stringify(event));
      if (closing.signal.aborted) return;
    }
    pending.delete(id);
  };
  const start = (id: string, functionArn: string, event: unknown) => {
    const run: Promise<void> = attempt(id, functionArn, event).finally(() => running.delete(run));
    running.add(run);
  };

  return {
    invoke,
    deliver(functionArn, event) {
      const id = randomUUID();
      pending.set(id, { functionArn, event });
      start(id, functionArn, event);
    },
    resume() {
      for (const [id, { functionArn, event }] of [...pending.entries()]) start(id, functionArn, event);
    },
    renew: async () => void (await Promise.all([...pools.values()].map((pool) => pool.renew()))),
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    async close() {
      closing.abort();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
      await Promise.all(running);
    },
  };
}

function environmentOf(fn: LambdaFunction, options: FunctionsOptions) {
  const credentials = options.credentialsFor(fn.roleArn, fn.name);
  const variables = {
    ...fn.environment,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_ENDPOINT_URL: options.endpoint(),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
    LAMBDA_TASK_ROOT: fn.codePath,
    TZ: 'UTC',
  };
  return { variables, goodUntil: credentials.expiration.getTime() - refreshMargin };
}
