// The whole sweep by one command (`pnpm test:faults`), with its figure at the end: every operation, every call, every fault.
// Names of test files take a part of it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figureOf } from './figure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'layan-faults-'));
const shown = join(folder, 'outcomes');
const started = Date.now();
const parts = process.argv.slice(2);

const code = await new Promise<number>((resolve) => {
  const child = spawn(
    join(root, 'node_modules', '.bin', 'vitest'),
    ['run', '--project', 'parts', ...(parts.length > 0 ? parts : ['test/faults'])],
    { cwd: root, stdio: 'inherit', env: { ...process.env, LAYAN_DEEP: '1', LAYAN_FAULTS_SHOW: shown } },
  );
  child.once('error', () => resolve(1));
  child.once('exit', (exit) => resolve(exit ?? 1));
});

const said = await figureOf(shown);
await rm(folder, { recursive: true });
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(`${said.join('\n')}; ${minutes} minutes`);
process.exitCode = code;
