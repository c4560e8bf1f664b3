// The whole sweep by one command (`pnpm test:faults`), with its figure at the end: every operation, every call, every fault.
// Names of test files take a part of it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginFigure } from './figure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'layan-faults-'));
const { LAYAN_FAULTS_SHOW: kept } = process.env;
const shown = kept === undefined ? join(folder, 'outcomes') : resolve(kept);
const figure = await beginFigure(shown);
const started = Date.now();
const parts = process.argv.slice(2);

const code = await new Promise<number>((end) => {
  const child = spawn(
    join(root, 'node_modules', '.bin', 'vitest'),
    ['run', '--project', 'parts', ...(parts.length > 0 ? parts : ['test/faults'])],
    { cwd: root, stdio: 'inherit', env: { ...process.env, LAYAN_DEEP: '1', LAYAN_FAULTS_SHOW: shown } },
  );
  child.once('error', () => end(1));
  child.once('exit', (exit) => end(exit ?? 1));
});

const { lines, swept } = await figure();
await rm(folder, { recursive: true });
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(`${lines.join('\n')}; ${minutes} minutes`);
// The whole must have swept something; not every part does.
process.exitCode = swept || parts.length > 0 ? code : 1;
