import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { buildOnce } from './build.ts';

function builder() {
  const folder = join(mkdtempSync(join(tmpdir(), 'layan-build-')), 'out');
  let builds = 0;
  const make =
    (text: string, fails = false) =>
    async (into: string) => {
      builds += 1;
      writeFileSync(join(into, 'made.txt'), text);
      if (fails) throw new Error('broken source');
    };
  const made = () => readFileSync(join(folder, 'made.txt'), 'utf8');
  return { folder, make, made, builds: () => builds };
}

it('builds once for the same sources, and anew for others', async () => {
  const { folder, make, made, builds } = builder();

  await buildOnce(folder, 'sources-1', make('one'));
  await buildOnce(folder, 'sources-1', make('not built'));
  expect([made(), builds()]).toEqual(['one', 1]);

  await buildOnce(folder, 'sources-2', make('two'));
  expect([made(), builds()]).toEqual(['two', 2]);
});

it('keeps what was built before when the next build fails, and tries again', async () => {
  const { folder, make, made } = builder();
  await buildOnce(folder, 'sources-1', make('one'));

  await expect(buildOnce(folder, 'sources-2', make('half', true))).rejects.toThrow('broken source');

  expect(made()).toBe('one');
  await buildOnce(folder, 'sources-2', make('two'));
  expect(made()).toBe('two');
  expect(existsSync(`${folder}.new`)).toBe(false);
});

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('leaves nothing building behind when it is ended meanwhile', async () => {
  const told = join(mkdtempSync(join(tmpdir(), 'layan-build-')), 'pid');
  const endless = `require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const module = new URL('./build.ts', import.meta.url).href;
  const launcher = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { attempt } from ${JSON.stringify(module)};
     process.on('SIGTERM', () => process.exit(0));
     await attempt('Something endless', ['--eval', ${JSON.stringify(endless)}]);`,
  ]);
  const ended = once(launcher, 'exit');
  while (!existsSync(told) || readFileSync(told, 'utf8') === '') await wait(20);
  const building = Number(readFileSync(told, 'utf8'));
  onTestFinished(() => {
    if (isAlive(building)) process.kill(building);
  });
  expect(isAlive(building)).toBe(true);

  launcher.kill('SIGTERM');
  await ended;

  for (let tries = 0; tries < 100 && isAlive(building); tries += 1) await wait(20);
  expect(isAlive(building)).toBe(false);
});
