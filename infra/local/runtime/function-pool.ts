// The workers of one function: grows with demand up to a limit, lets go of idle and outdated ones.
import { randomUUID } from 'node:crypto';
import type { LambdaFunction } from '../cloud.ts';
import { messageOf } from '../json.ts';
import { type FunctionWorker, type Outcome, startWorker } from './function-worker.ts';

export interface PoolOptions {
  readonly maximum: number;
  readonly idleMilliseconds: number;
  /** The environment of a new worker, and until when its credentials are good. */
  readonly environment: () => {
    readonly variables: Readonly<Record<string, string>>;
    readonly goodUntil: number;
  };
  readonly log: (text: string) => void;
}

export interface FunctionPool {
  readonly fn: LambdaFunction;
  invoke(event: string): Promise<Outcome>;
  size(): number;
  /** Whoever is asked from now on starts anew; who is at work finishes. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

interface Held {
  readonly worker: FunctionWorker;
  readonly goodUntil: number;
  idleSince: number;
}

export function createPool(fn: LambdaFunction, options: PoolOptions): FunctionPool {
  const all = new Set<Held>();
  const idle: Held[] = [];
  const waiting: (() => void)[] = [];
  const outdated = new Set<Held>();
  let closed = false;

  const drop = (held: Held) => {
    all.delete(held);
    outdated.delete(held);
    const index = idle.indexOf(held);
    if (index >= 0) idle.splice(index, 1);
    return held.worker.end();
  };
  const reaper = setInterval(
    () => {
      const now = Date.now();
      for (const held of [...idle])
        if (now - held.idleSince > options.idleMilliseconds || held.goodUntil < now) void drop(held);
    },
    Math.min(10_000, options.idleMilliseconds),
  );
  reaper.unref();

  const take = async (): Promise<Held> => {
    for (;;) {
      const held = idle.pop();
      if (held?.worker.alive() && held.goodUntil > Date.now()) return held;
      if (held) void drop(held);
      else if (all.size < options.maximum) {
        const { variables, goodUntil } = options.environment();
        const fresh = { worker: startWorker(fn, variables, options.log), goodUntil, idleSince: 0 };
        all.add(fresh);
        return fresh;
      } else await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  const giveBack = (held: Held) => {
    if (held.worker.alive() && !closed && !outdated.has(held)) {
      held.idleSince = Date.now();
      idle.push(held);
    } else void drop(held);
    waiting.shift()?.();
  };

  return {
    fn,
    size: () => all.size,
    async renew() {
      for (const held of all) if (!idle.includes(held)) outdated.add(held);
      await Promise.all([...idle].map(drop));
    },
    async invoke(event) {
      if (closed)
        return { ok: false, reason: 'crash', type: 'Closed', message: 'The host is being stopped.' };
      let held: Held;
      try {
        held = await take();
      } catch (error) {
        return { ok: false, reason: 'crash', type: 'Runtime.InitError', message: messageOf(error) };
      }
      const outcome = await held.worker.run(event, randomUUID());
      giveBack(held);
      return outcome;
    },
    async close() {
      closed = true;
      clearInterval(reaper);
      await Promise.all([...all].map(drop));
    },
  };
}
