// Starts Layan as a newcomer does, in a process of its own, and stops it as Ctrl-C does (or as a power cut).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../infra/local/start.ts', import.meta.url));
const clock = new URL('./clock-ahead.ts', import.meta.url);
const PATIENCE = 600_000;

export interface Layan {
  readonly port: number;
  readonly data: string;
  /** Everything the launcher said so far. */
  said(): string;
  portal(slug: string, path?: string): string;
  readonly console: string;
  /** Ctrl-C; resolves when the process has ended. */
  stop(): Promise<void>;
  /** No chance to finish anything. */
  kill(): Promise<void>;
}

/** Throws with what the launcher said when it does not come up. With `daysAhead`, its clock is as much ahead. */
export async function startLayan({
  port,
  data,
  daysAhead,
}: {
  port: number;
  data: string;
  daysAhead?: number;
}): Promise<Layan> {
  const later = daysAhead === undefined ? [] : ['--import', `${clock}?days=${daysAhead}`];
  const child = spawn(process.execPath, [...later, launcher, '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = once(child, 'exit');
  const running = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Layan did not come up in time:\n${said}`)), PATIENCE);
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (said.includes('Ctrl-C stops everything')) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`Layan ended with ${code}:\n${said}`));
    });
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  await running.catch(async (error: unknown) => {
    child.kill('SIGTERM');
    await ended;
    throw error;
  });
  return {
    port,
    data,
    said: () => said,
    portal: (slug, path = '/') => `http://${slug}.localhost:${port}${path}`,
    console: `http://console.localhost:${port}`,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  };
}
