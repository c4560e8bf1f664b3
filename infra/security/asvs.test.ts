import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import table from './asvs-level-1.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..', '..');

/** How many requirements of level 1 each section of the standard has, counted in its published list. */
const published: Readonly<Record<string, number>> = {
  ...{
    'V1.2': 5,
    'V1.3': 2,
    'V1.5': 1,
    'V2.1': 1,
    'V2.2': 2,
    'V2.3': 1,
    'V3.2': 2,
    'V3.3': 1,
    'V3.4': 2,
    'V3.5': 3,
  },
  ...{
    'V4.1': 1,
    'V4.4': 1,
    'V5.2': 2,
    'V5.3': 2,
    'V6.1': 1,
    'V6.2': 8,
    'V6.3': 2,
    'V6.4': 2,
    'V7.2': 4,
    'V7.4': 2,
  },
  ...{
    'V8.1': 1,
    'V8.2': 2,
    'V8.3': 1,
    'V9.1': 3,
    'V9.2': 1,
    'V10.4': 5,
    'V11.3': 2,
    'V11.4': 1,
    'V12.1': 1,
  },
  ...{ 'V12.2': 2, 'V13.4': 1, 'V14.2': 1, 'V14.3': 1, 'V15.1': 1, 'V15.2': 1, 'V15.3': 1 },
};

interface Line {
  readonly id: string;
  readonly asks: string;
  readonly tests?: readonly string[];
  readonly reason?: string;
}

const lines: readonly Line[] = table.requirements;
const sectionOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));

describe('level 1 of ASVS 5.0', () => {
  it('is there line by line, each once', () => {
    const counted: Record<string, number> = {};
    for (const { id } of lines) counted[sectionOf(id)] = (counted[sectionOf(id)] ?? 0) + 1;
    expect(counted).toEqual(published);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(70);
  });

  it.each(lines)('$id is shown by tests that exist, or has a reason', ({ asks, tests = [], reason }) => {
    expect(asks.length).toBeGreaterThan(10);
    expect(tests.length > 0 || (reason ?? '').length > 40).toBe(true);
    for (const named of tests) {
      const [file = '', title = ''] = named.split(' > ');
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      const text = readFileSync(join(ROOT, file), 'utf8');
      expect(
        ["'", '`', '"'].some((quote) => text.includes(`${quote}${title}${quote}`)),
        named,
      ).toBe(true);
    }
  });

  it('has no more debts than are known', () => {
    const shown = lines.filter(({ tests = [] }) => tests.length > 0).length;
    console.log(`R8: ${lines.length} requirements, ${shown} shown by tests, the others with a reason.`);
    const debts = lines.filter(({ reason = '' }) => reason.startsWith('Not met')).map(({ id }) => id);
    expect(debts).toEqual(['V15.2.1']);
  });
});
