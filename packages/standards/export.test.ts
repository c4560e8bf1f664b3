import { globSync, readFileSync } from 'node:fs';
import { exportStandard } from '@layan/domain/standard/export-standard';
import { parseStandard } from '@layan/domain/standard/parse-standard';
import { describe, expect, it } from 'vitest';

const textOf = (path: string): string => readFileSync(`${import.meta.dirname}/${path}`, 'utf8');

const standards = globSync('{kota,kab,nasional}*/*.json', { cwd: import.meta.dirname }).filter((path) =>
  textOf(path).includes('"format": "layan.standard/1"'),
);

describe('every standard here', () => {
  it('is found', () => {
    expect(standards.length).toBeGreaterThanOrEqual(5);
  });

  it.each(standards)('comes back whole from its export, byte for byte: %s', (path) => {
    const written: unknown = JSON.parse(textOf(path));
    const read = parseStandard(written);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const text = exportStandard(read.value);
    expect(JSON.parse(text)).toEqual(written);
    const again = parseStandard(JSON.parse(text));
    expect(again.ok && exportStandard(again.value)).toBe(text);
  });
});
