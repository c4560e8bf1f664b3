// Runs everything that must hold, what can run at once at once, and closes with `N passed, N failed`.
// `--deep` takes the full sample sizes of the figures instead of the quick ones.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { getPriority, setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginFigure } from './faults/figure.ts';
import { readOutcome, type Tally, tallyOf } from './outcome.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const deep = process.argv.includes('--deep');
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

interface Manner {
  readonly env?: Readonly<Record<string, string>>;
  /** What it says is kept until its end, where several would talk at once; else it is passed on as it comes. */
  readonly kept?: boolean;
  /** Gives way to whatever takes longest. */
  readonly yields?: boolean;
}

/** As `nice` counts: about a third of the time of what does not give way. With full sample sizes nothing does. */
const GIVES_WAY = deep ? 0 : 5;

const run = (
  command: string,
  args: readonly string[],
  { env = {}, kept = false, yields = false }: Manner = {},
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      // No terminal of their own: two that redraw their last lines would write over each other.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(deep ? { LAYAN_DEEP: '1' } : {}), ...env },
    });
    if (yields && child.pid !== undefined) setPriority(child.pid, Math.min(getPriority() + GIVES_WAY, 19));
    const said: Buffer[] = [];
    const hear = (part: Buffer): void => {
      if (kept) said.push(part);
      else process.stdout.write(part);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const end = (code: number): void => {
      process.stdout.write(Buffer.concat(said));
      resolve(code);
    };
    child.once('error', () => end(1));
    child.once('close', (code) => end(code ?? 1));
  });

const checks = [
  { name: 'lint and format', command: bin('biome'), args: ['check', '.'] },
  { name: 'types', command: bin('tsc'), args: ['-b'] },
  { name: 'layers', command: process.execPath, args: ['test/layers.ts'] },
  { name: 'nothing unused', command: bin('knip'), args: [] },
] as const;

const said = (name: string, code: number): Tally => {
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`);
  return code === 0 ? { passed: 1, failed: 0, names: [] } : { passed: 0, failed: 1, names: [name] };
};

const check = (): Promise<Tally[]> =>
  Promise.all(
    checks.map(async ({ name, command, args }) =>
      said(name, await run(command, args, { kept: true, yields: true })),
    ),
  );

interface Half {
  readonly projects: readonly string[];
  readonly yields?: boolean;
}

/** In process; and over the host, which is started meanwhile, and whose journeys one after the other take longest. */
const halves: readonly Half[] = [{ projects: ['parts', 'pages'], yields: true }, { projects: ['whole'] }];

async function test(): Promise<Tally[]> {
  const folder = await mkdtemp(join(tmpdir(), 'layan-test-'));
  const permissions = join(folder, 'permissions');
  // Whoever looks into a finding has the outcomes in a file of their own.
  const { LAYAN_FAULTS_SHOW: kept } = process.env;
  const outcomes = kept === undefined ? join(folder, 'faults') : resolve(kept);
  const figure = await beginFigure(outcomes);
  const half = async ({ projects, yields = false }: Half): Promise<Tally> => {
    const report = join(folder, `${projects[0]}.json`);
    const named = projects.flatMap((name) => ['--project', name]);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run(bin('vitest'), ['run', ...named, ...reporters], {
      env: { LAYAN_PERMISSIONS: permissions, LAYAN_FAULTS_SHOW: outcomes },
      yields,
    });
    return tallyOf(code, await readOutcome(report), root);
  };
  try {
    const tallies = await Promise.all(halves.map(half));
    // What the roles hold is compared with what the tests of the whole made use of, all of them together.
    const unused = await run(process.execPath, ['infra/local/unused-permissions.ts', permissions]);
    const { lines, swept } = await figure();
    for (const line of lines) console.log(line);
    return [...tallies, said('no permission unused', unused), said('faults swept', swept ? 0 : 1)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const tallies = (await Promise.all([check(), test()])).flat();
// Said once more at the end, where the reports are long past.
for (const name of tallies.flatMap(({ names }) => names)) console.log(`FAILED: ${name}`);
const sum = (of: 'passed' | 'failed'): number => tallies.reduce((all, tally) => all + tally[of], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
