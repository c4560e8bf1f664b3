// Builds what runs: the cloud assembly from the stacks, the console's files; only when their sources have changed.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from './fingerprint.ts';
import { SetupError } from './java.ts';

export const repository = join(import.meta.dirname, '..', '..', '..');

const run = promisify(execFile);
const from = (...paths: string[]) => paths.map((path) => join(repository, path));

/** What the cloud assembly for a port is built from, in one word. */
export function assemblyOf(webPort: number): string {
  const sources = from(
    'infra/app.ts',
    'infra/layan-app.ts',
    'infra/stacks',
    'infra/constructs',
    'functions',
    'packages',
    'web/portal',
    'cdk.json',
    'pnpm-lock.yaml',
  );
  return fingerprint(sources, { webPort });
}

/** Folder of the cloud assembly. */
export async function synthesize(data: string, webPort: number): Promise<string> {
  return buildOnce(join(data, 'assembly'), assemblyOf(webPort), async (folder) => {
    const settings: { context: Record<string, unknown> } = JSON.parse(
      readFileSync(join(repository, 'cdk.json'), 'utf8'),
    );
    const context = JSON.stringify({ ...settings.context, domain: 'localhost', webPort: String(webPort) });
    await attempt('The stacks', [join(repository, 'infra', 'app.ts')], {
      CDK_OUTDIR: folder,
      CDK_CONTEXT_JSON: context,
      CDK_DEFAULT_ACCOUNT: '000000000000',
    });
    // Without it a bundle would inherit the module type of whatever package.json lies above the data folder.
    writeFileSync(join(folder, 'package.json'), '{}\n');
  });
}

/** Folder of the console's files; undefined while there is no console to build. */
export async function buildConsole(data: string): Promise<string | undefined> {
  const root = join(repository, 'web', 'console');
  if (!existsSync(join(root, 'index.html'))) return undefined;
  const sources = from('web/console', 'packages/contract', 'packages/domain', 'pnpm-lock.yaml');
  const vite = createRequire(join(root, 'package.json')).resolve('vite/package.json');
  return buildOnce(join(data, 'console'), fingerprint(sources, {}), (folder) =>
    attempt(
      'The console',
      [join(dirname(vite), 'bin', 'vite.js'), 'build', root, '--outDir', folder, '--emptyOutDir'],
      // As it is deployed, whoever starts it: tests would hand on an environment in which React watches over itself.
      { NODE_ENV: 'production' },
    ),
  );
}

/** Builds beside the old folder and swaps when done, unless the old one was built from the same sources. */
export async function buildOnce(
  folder: string,
  wanted: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const stamp = `${folder}.built`;
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await make(fresh);
  rmSync(stamp, { force: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  writeFileSync(stamp, wanted);
  return folder;
}

/** Runs a build of its own process, which ends with this one: who is asked to end meanwhile leaves nothing building. */
export async function attempt(
  what: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<void> {
  const building = run(process.execPath, [...args], {
    cwd: repository,
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  const stop = () => void building.child.kill();
  process.once('exit', stop);
  try {
    await building;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new SetupError(`${what} could not be built:\n${said.slice(-4000)}`, { cause: error });
  } finally {
    process.off('exit', stop);
  }
}
