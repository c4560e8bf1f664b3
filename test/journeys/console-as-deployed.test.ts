import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';

it('the console of the journeys is the one that is deployed: nothing in it watches over its own making', async () => {
  const folder = join(inject('data'), 'console', 'assets');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(5);
  const texts = await Promise.all(scripts.map((name) => readFile(join(folder, name), 'utf8')));
  expect(texts.filter((text) => text.includes('jsxDEV'))).toEqual([]);
});
