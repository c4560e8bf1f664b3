import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import level1 from './asvs-level-1.json' with { type: 'json' };
import level2 from './asvs-level-2.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..', '..');

/** How many requirements of a level each section of the standard has, counted in its published list. */
const publishedLevel1: Readonly<Record<string, number>> = {
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

const publishedLevel2: Readonly<Record<string, number>> = {
  ...{
    'V1.1': 2,
    'V1.2': 4,
    'V1.3': 9,
    'V1.4': 3,
    'V1.5': 1,
    'V2.1': 2,
    'V2.2': 1,
    'V2.3': 3,
    'V2.4': 1,
    'V3.3': 3,
  },
  ...{
    'V3.4': 4,
    'V3.5': 2,
    'V3.7': 2,
    'V4.1': 2,
    'V4.2': 1,
    'V4.3': 2,
    'V4.4': 3,
    'V5.1': 1,
    'V5.2': 1,
    'V5.4': 3,
  },
  ...{
    'V6.1': 2,
    'V6.2': 4,
    'V6.3': 2,
    'V6.4': 2,
    'V6.5': 5,
    'V6.6': 3,
    'V6.8': 4,
    'V7.1': 3,
    'V7.3': 2,
    'V7.4': 3,
  },
  ...{
    'V7.5': 2,
    'V7.6': 2,
    'V8.1': 1,
    'V8.2': 1,
    'V8.4': 1,
    'V9.2': 3,
    'V10.1': 2,
    'V10.2': 2,
    'V10.3': 4,
    'V10.4': 6,
  },
  ...{
    'V10.5': 5,
    'V10.6': 2,
    'V10.7': 3,
    'V11.1': 2,
    'V11.2': 3,
    'V11.3': 1,
    'V11.4': 3,
    'V11.5': 1,
    'V11.6': 1,
    'V12.1': 2,
  },
  ...{
    'V12.3': 4,
    'V13.1': 1,
    'V13.2': 5,
    'V13.3': 2,
    'V13.4': 4,
    'V14.1': 2,
    'V14.2': 3,
    'V14.3': 2,
    'V15.1': 2,
    'V15.2': 2,
  },
  ...{
    'V15.3': 6,
    'V16.1': 1,
    'V16.2': 5,
    'V16.3': 4,
    'V16.4': 3,
    'V16.5': 3,
    'V17.1': 1,
    'V17.2': 4,
    'V17.3': 2,
  },
};

interface Line {
  readonly id: string;
  readonly asks: string;
  readonly tests?: readonly string[];
  readonly reason?: string;
}

interface Level {
  readonly level: number;
  readonly lines: readonly Line[];
  readonly published: Readonly<Record<string, number>>;
  readonly all: number;
  readonly debts: readonly string[];
}

const levels: readonly Level[] = [
  { level: 1, lines: level1.requirements, published: publishedLevel1, all: 70, debts: ['V15.2.1'] },
  {
    ...{ level: 2, lines: level2.requirements, published: publishedLevel2, all: 183 },
    debts: ['V6.1.2', 'V6.2.11', 'V7.5.2', 'V14.3.3'],
  },
];
const sectionOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));

describe.each(levels)('level $level of ASVS 5.0', ({ level, lines, published, all, debts }) => {
  it('is there line by line, each once', () => {
    const counted: Record<string, number> = {};
    for (const { id } of lines) counted[sectionOf(id)] = (counted[sectionOf(id)] ?? 0) + 1;
    expect(counted).toEqual(published);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(all);
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
    console.log(
      `R8: level ${level}, ${lines.length} requirements, ${shown} shown by tests, the others with a reason.`,
    );
    const owed = lines.filter(({ reason = '' }) => reason.startsWith('Not met')).map(({ id }) => id);
    expect(owed).toEqual(debts);
  });
});
