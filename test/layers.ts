// Checks the layers with dependency-cruiser, and that it saw the code: with a compiler it cannot read it cruises nothing and says all is well.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LEAST_MODULES = 100;

const { stdout, stderr, status } = spawnSync(
  join(root, 'node_modules', '.bin', 'depcruise'),
  ['--config', '.dependency-cruiser.cjs', 'packages', 'functions', 'infra', 'web', 'test'],
  { cwd: root, encoding: 'utf8' },
);
process.stdout.write(stdout);
process.stderr.write(stderr);
const seen = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
if (seen < LEAST_MODULES)
  console.error(`dependency-cruiser saw ${seen} modules, at least ${LEAST_MODULES} expected.`);
process.exitCode = status === 0 && seen >= LEAST_MODULES ? 0 : 1;
