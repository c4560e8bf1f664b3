// `pnpm start`: checks the machine, starts the local cloud, seeds it once, says where everything is, ends cleanly.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { announce } from './boot/announce.ts';
import { repository } from './boot/build.ts';
import { prepareData } from './boot/data.ts';
import { type Host, startHost } from './boot/host.ts';
import { SetupError } from './boot/java.ts';
import { seedOnce } from './boot/seeding.ts';
import { grantedIn } from './permissions/permission-lines.ts';
import { keepUsage } from './permissions/usage-file.ts';

const usage = `Runs Layan on this machine.

  npx --yes pnpm@12 start [options]

  --port NUMBER   base port; the three after it are used as well (default 4400, or LAYAN_PORT)
  --data FOLDER   where everything is kept (default .local, or LAYAN_DATA)
  --fresh         forgets everything kept there and starts anew
  --verbose       says more, also what of the stacks is not run here
  --help          this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    // pnpm hands on the separator when it is written out: pnpm start -- --port 5000.
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(usage);
  const port = Number(values.port ?? process.env.LAYAN_PORT ?? 4400);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000)
    throw new SetupError(
      `--port takes a number from 1024 to 65000, not "${values.port ?? process.env.LAYAN_PORT}".`,
    );
  const data = resolve(values.data ?? process.env.LAYAN_DATA ?? join(repository, '.local'));
  const release = prepareData(data, values.fresh);

  let host: Host | undefined;
  let ending = false;
  const end = async (code: number) => {
    if (ending) process.exit(code || 1);
    ending = true;
    // Whatever hangs must not keep the terminal.
    setTimeout(() => process.exit(code || 1), 8_000).unref();
    await host?.stop();
    if (host) keepUsage(data, { granted: grantedIn(host.cloud), used: [...host.front.used] });
    release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  process.on('uncaughtException', (error) => {
    console.error(error);
    void end(1);
  });
  try {
    console.log('Starting Layan. The first start builds everything and takes about a minute.');
    const tell = (line: string) => console.log(`  ${line}`);
    host = await startHost({ port, data, verbose: values.verbose, tell });
    void host.ended.then(() => {
      if (ending) return;
      console.error('DynamoDB Local has ended by itself. Start again; what was entered is kept.');
      void end(1);
    });
    await seedOnce(host, tell);
    announce(host, console.log);
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    await end(1);
  }
}

process.title = 'layan';
process.env.TZ = 'UTC';
main().catch((error: unknown) => {
  console.error(error instanceof SetupError || error instanceof TypeError ? error.message : error);
  process.exit(1);
});
