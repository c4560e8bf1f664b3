// Starts DynamoDB Local and makes sure that it ends with this process, however this process ends. It listens on every
// network of this machine and checks no signature, but shows its tables only to the access key that made them: so that
// key is a secret of this host.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { REGION } from '../cloud.ts';
import type { Store } from '../store.ts';
import { isFree } from './ports.ts';

export interface DynamoProcess {
  stop(): Promise<void>;
  /** Settles when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
}

const emulator = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
);

// The shell holds Java on a leash: when this process ends, even by SIGKILL, its end of the pipe closes.
const leash = '"$@" </dev/null & child=$!; read -r _; kill -9 $child 2>/dev/null; wait $child 2>/dev/null';

/** The key of this host's tables: letters and digits, as access keys are. */
export function tablesKey(store: Store): string {
  const kept = store.collection('tables-key', z.string());
  const known = kept.get('key');
  if (known !== undefined) return known;
  const key = `local${randomBytes(24).toString('hex')}`;
  kept.set('key', key);
  return key;
}

/** Tables that were made when every key saw the same ones come under the key. */
export function adoptTables(folder: string, key: string): void {
  const shared = join(folder, 'shared-local-instance.db');
  if (existsSync(shared)) renameSync(shared, join(folder, `${key}_${REGION}.db`));
}

/** Without a folder everything is kept in memory and shown to every key, for tests. */
export async function startDynamo(java: string, port: number, folder?: string): Promise<DynamoProcess> {
  if (!(await isFree(port)))
    throw new Error(`DynamoDB Local did not start on port ${port}: something else answers there.`);
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const command = [
    java,
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(emulator, 'DynamoDBLocal.jar'),
    '-port',
    String(port),
    ...(folder === undefined ? ['-inMemory', '-sharedDb'] : ['-dbPath', folder]),
    '-disableTelemetry',
  ];
  const child = spawn('sh', ['-c', leash, 'sh', ...command], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // It leaves a file of its own wherever it is started.
    cwd: folder ?? tmpdir(),
    // Ctrl-C goes to the whole group of the terminal: this process decides when Java ends.
    detached: true,
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  try {
    await answers(child, port, () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop, ended };
}

async function answers(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null && !/BindException/.test(said()); tries += 1) {
    // Java says so, and stays, when somebody else was quicker to take the port.
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.headers.has('x-amzn-requestid') && child.exitCode === null) return;
    await wait(50);
  }
  throw new Error(`DynamoDB Local did not start on port ${port}:\n${said()}`);
}
