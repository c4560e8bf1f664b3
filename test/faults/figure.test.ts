import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { beginFigure } from './figure.ts';

let folder: string;
let shown: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layan-figure-'));
  shown = join(folder, 'outcomes');
});
afterEach(() => rm(folder, { recursive: true }));

const outcome = (name: string, findings: readonly string[] = []): string =>
  `${JSON.stringify({ kind: 'staff', name, runs: 4, calls: 3, indexes: 2, findings })}\n`;

it('says of what was swept how much it is, and that nothing was found', async () => {
  const figure = await beginFigure(shown);
  await writeFile(shown, outcome('fileIntake') + outcome('getCase'));
  const { lines, swept } = await figure();
  expect(swept).toBe(true);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /^2 operations \(2 staff\), 4 of 6 call indexes x \d+ faults .* = 8 runs: nothing lost/,
  );
});

it('names what was found', async () => {
  const figure = await beginFigure(shown);
  await writeFile(shown, outcome('fileIntake', ['two tickets']));
  const { lines } = await figure();
  expect(lines[0]).toBe('FOUND: two tickets');
  expect(lines[1]).toMatch(/: 1 FOUND$/);
});

it('claims nothing where no sweep left an outcome', async () => {
  expect(await (await beginFigure(shown))()).toEqual({ lines: ['no sweep left an outcome'], swept: false });
});

it('counts what came since it began, in a file that somebody keeps', async () => {
  await writeFile(shown, outcome('Permohonan – lama', ['of another day']));
  const figure = await beginFigure(shown);
  expect((await figure()).swept).toBe(false);
  await appendFile(shown, outcome('getCase'));
  expect((await figure()).lines).toEqual([expect.stringMatching(/^1 operations .*: nothing lost/)]);
});
