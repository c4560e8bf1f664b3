// One execution environment of a function: a worker thread that handles one event at a time.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { LambdaFunction } from '../cloud.ts';
import { messageOf } from '../json.ts';

export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | {
      readonly ok: false;
      readonly reason: 'error' | 'timeout' | 'crash' | 'throttled';
      readonly type: string;
      readonly message: string;
    };

export interface FunctionWorker {
  run(event: string, requestId: string): Promise<Outcome>;
  /** False once the thread has ended. */
  alive(): boolean;
  end(): Promise<void>;
}

const initSeconds = 10;

const Message = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ answer: z.string() }),
  z.object({ error: z.object({ type: z.string(), message: z.string(), stack: z.string() }) }),
]);

export function startWorker(
  fn: LambdaFunction,
  environment: Readonly<Record<string, string>>,
  log: (text: string) => void,
): FunctionWorker {
  const worker = new Worker(new URL('./worker-entry.ts', import.meta.url), {
    workerData: { ...entryOf(fn), name: fn.name, arn: fn.arn },
    env: { ...environment },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', log);
  let ended = false;
  let settle: ((outcome: Outcome) => void) | undefined;
  let readied: (() => void) | undefined;
  const ready = new Promise<void>((resolve) => {
    readied = resolve;
  });
  const finish = (outcome: Outcome) => {
    settle?.(outcome);
    settle = undefined;
  };
  const fail = (reason: 'error' | 'timeout' | 'crash', type: string, message: string) => {
    finish({ ok: false, reason, type, message });
  };
  worker.on('message', (raw: unknown) => {
    const message = Message.parse(raw);
    if ('ready' in message) readied?.();
    else if ('answer' in message) finish({ ok: true, payload: message.answer });
    else {
      log(`${message.error.stack}\n`);
      fail('error', message.error.type, message.error.message);
    }
  });
  worker.on('error', (error: unknown) => {
    ended = true;
    log(`${error instanceof Error ? error.stack : String(error)}\n`);
    fail('crash', 'Runtime.UnhandledError', messageOf(error));
  });
  // process.exit in a worker brings no error, only this.
  worker.on('exit', (code) => {
    ended = true;
    fail('crash', 'Runtime.ExitError', `The function ended its process (exit code ${code}).`);
  });
  const kill = () => {
    ended = true;
    return worker.terminate();
  };
  return {
    alive: () => !ended,
    end: async () => void (await kill()),
    run: (event, requestId) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout;
        const limit = (seconds: number, what: string) =>
          setTimeout(() => {
            fail('timeout', 'Sandbox.Timedout', `${fn.name} ${what} after ${seconds} seconds.`);
            void kill();
          }, seconds * 1000);
        settle = (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        };
        if (ended) return fail('crash', 'Runtime.ExitError', 'The function has ended.');
        timer = limit(initSeconds, 'was not ready');
        void ready.then(() => {
          clearTimeout(timer);
          timer = limit(fn.timeoutSeconds, 'timed out');
          worker.postMessage({ event, requestId, deadline: Date.now() + fn.timeoutSeconds * 1000 });
        });
      }),
  };
}

function entryOf({ codePath, handler }: LambdaFunction): { entry: string; exported: string } {
  const dot = handler.lastIndexOf('.');
  const file = ['.mjs', '.js', '.cjs']
    .map((ending) => join(codePath, handler.slice(0, dot) + ending))
    .find((path) => existsSync(path));
  if (!file) throw new Error(`${codePath} holds no module for the handler ${handler}.`);
  return { entry: pathToFileURL(file).href, exported: handler.slice(dot + 1) };
}
