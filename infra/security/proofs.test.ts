import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** The lines of the table in the README beside this: bar, what, command, what it prints. */
const proofs = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| R\d/.test(line))
  .map((line) => {
    const [, bar = '', , command = '', prints = ''] = line.split('|').map((cell) => cell.trim());
    const files = [...command.matchAll(/\b(?:packages|functions|infra|test)\/[\w./-]+/g)].map(
      ([file]) => file,
    );
    return { bar, files, figure: /^`([^…`]+)/.exec(prints)?.[1] };
  });

describe('what is proven by which command', () => {
  it('has a line for each bar of isolation, data and stacks', () => {
    const bars = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R8', 'R9', 'R10', 'R12', 'R13', 'R14'];
    expect([...new Set(proofs.map(({ bar }) => bar))]).toEqual(bars);
  });

  it.each(proofs)('$bar is shown by what is there: $files', ({ files }) => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  it.each(proofs.filter(({ figure }) => figure !== undefined))(
    '$bar prints "$figure"',
    ({ files, figure = '' }) => {
      const texts = files
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => readFileSync(join(ROOT, file), 'utf8'));
      expect(texts.length === 0 || texts.some((text) => text.includes(`\`${figure.trim()}`))).toBe(true);
    },
  );
});
