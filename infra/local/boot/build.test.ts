import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
