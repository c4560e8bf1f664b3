// Loaded before a program (`node --import clock-ahead.ts?days=31 …`): for it and for its worker threads it is so many days
// later. No product code knows of it.
import { ServerResponse } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import workerThreads, { type WorkerOptions } from 'node:worker_threads';

const ahead = Number(new URL(import.meta.url).searchParams.get('days')) * 86_400_000;
const realNow = Date.now;
const now = (): number => realNow() + ahead;

globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new Date().toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

// Node stamps answers by its own clock, and the AWS SDK would set itself right by that stamp. Answers go without.
Object.defineProperty(ServerResponse.prototype, 'sendDate', { get: () => false, set: () => undefined });

workerThreads.Worker = class extends workerThreads.Worker {
  constructor(file: string | URL, options: WorkerOptions = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '--import', import.meta.url] });
  }
};
syncBuiltinESMExports();
