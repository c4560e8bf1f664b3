// What a test of the whole asks of the host instead of waiting for the clock (infra/local/runtime/errands.ts).
import { exchange } from '@layan/infra/local/seed/call';

async function run(port: number, errand: 'renew' | 'minute' | 'idle'): Promise<void> {
  const { status } = await exchange({
    port,
    host: `errands.localhost:${port}`,
    method: 'POST',
    path: `/${errand}`,
  });
  if (status !== 204) throw new Error(`The host answered ${status} to ${errand}.`);
}

/** What functions remember for seconds is forgotten: whoever asks next meets a new instance. */
export const forget = (port: number): Promise<void> => run(port, 'renew');
/** What is done every minute begins now. */
export const nextMinute = (port: number): Promise<void> => run(port, 'minute');
/** Every change went its way. */
export const quiet = (port: number): Promise<void> => run(port, 'idle');
