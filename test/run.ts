// Runs everything that must hold, one check after the other, and closes with `N passed, N failed`.
// `--deep` takes the full sample sizes of the figures instead of the quick ones.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Tally {
  passed: number;
  failed: number;
}

/** The part of Vitest's JSON report that is read here. */
interface Outcome {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const deep = process.argv.includes('--deep');
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

const run = (
  command: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...(deep ? { LAYAN_DEEP: '1' } : {}), ...more },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });

const checks = [
  { name: 'lint and format', command: 'biome', args: ['check', '.'] },
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'layers', command: process.execPath, args: ['test/layers.ts'] },
  { name: 'nothing unused', command: 'knip', args: [] },
] as const;

async function check(): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  for (const { name, command, args } of checks) {
    const code = await run(command === process.execPath ? command : bin(command), args);
    console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`);
    if (code === 0) tally.passed += 1;
    else tally.failed += 1;
  }
  return tally;
}

/** What failed, with the first line of why: said once more at the end, where the report is long past. */
function failures({ testResults }: Outcome): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const file = relative(root, name);
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`,
    );
  });
}

const firstLine = (text = ''): string => text.trim().split('\n')[0] ?? '';

async function test(): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'layan-test-'));
  const report = join(folder, 'report.json');
  const permissions = join(folder, 'permissions');
  try {
    const code = await run(
      bin('vitest'),
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { LAYAN_PERMISSIONS: permissions },
    );
    const outcome: Outcome = JSON.parse(await readFile(report, 'utf8'));
    const { numPassedTests: passed, numFailedTests: failed } = outcome;
    // What the roles hold is compared with what the tests of the whole made use of, all of them together.
    const unused = await run(process.execPath, ['infra/local/unused-permissions.ts', permissions]);
    for (const name of failures(outcome)) console.log(`FAILED: ${name}`);
    console.log(`${unused === 0 ? 'passed' : 'FAILED'}: no permission unused`);
    const judged = unused === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    // A file that does not load, or a fault outside any test, fails the run without failing a test.
    const broken = code !== 0 && failed === 0 ? 1 : failed;
    return { passed: passed + judged.passed, failed: broken + judged.failed };
  } catch (cause) {
    console.error('The test run left no readable report.', cause);
    return { passed: 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const tallies = [await check(), await test()];
const total = tallies.reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
