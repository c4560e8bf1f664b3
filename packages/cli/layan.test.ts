// The command as people call it: through pnpm, which prints nothing of its own on the outputs.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { repository } from './fixtures/call.ts';
import { CheckResult } from './results/check-result.ts';

const layan = (...args: string[]) =>
  spawnSync('npx', ['--yes', 'pnpm@12', 'layan', ...args], { cwd: repository, encoding: 'utf8' });

test('answers with JSON alone, and with its exit codes', () => {
  const clean = layan('check', 'packages/standards/example/surat-rekomendasi.json', '--json');
  expect(CheckResult.parse(JSON.parse(clean.stdout)).clean).toBe(true);
  expect(clean.status).toBe(0);

  expect(layan('check', 'packages/standards/example/kosong.json').status).toBe(1);

  const wrong = layan('chek');
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('Maksud Anda "check"?');
}, 120_000);
