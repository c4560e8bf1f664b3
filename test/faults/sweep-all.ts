// The whole sweep by one command (`pnpm test:faults`), with its figure at the end: every operation, every call, every fault.
// Names of test files take a part of it.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults } from '@layan/testing/faults/faults';
import * as z from 'zod/mini';

const Outcome = z.object({
  kind: z.string(),
  name: z.string(),
  runs: z.number(),
  calls: z.number(),
  indexes: z.number(),
  findings: z.array(z.string()),
});

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

const lines = (await readFile(shown, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
await rm(folder, { recursive: true });
const outcomes = lines.map((line) => Outcome.parse(JSON.parse(line)));
const sum = (of: 'runs' | 'calls' | 'indexes') => outcomes.reduce((all, one) => all + one[of], 0);
const findings = outcomes.flatMap((one) => one.findings);
const kinds = [...new Set(outcomes.map(({ kind }) => kind))].map(
  (kind) => `${outcomes.filter((one) => one.kind === kind).length} ${kind}`,
);
for (const finding of findings) console.log(`FOUND: ${finding}`);
const figure = `${outcomes.length} operations (${kinds.join(', ')}), ${sum('indexes')} of ${sum('calls')} call indexes x ${faults.length} faults (a look: one in turn) = ${sum('runs')} runs`;
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
const good =
  findings.length === 0 ? 'nothing lost, nothing twice, no false conflict' : `${findings.length} FOUND`;
console.log(`${figure}: ${good}; ${minutes} minutes`);
process.exitCode = code;
