import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStandard } from '../testing/a-standard.ts';
import { chance } from '../testing/chance.ts';
import { randomProcess } from '../testing/random-process.ts';
import { exportStandard } from './export-standard.ts';
import { parseStandard } from './parse-standard.ts';
import type { Standard } from './standard.ts';

const imported = (text: string): Standard => {
  const parsed = parseStandard(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

describe('a standard that is exported', () => {
  it('is the same standard when it is imported, and the same bytes when it is exported again', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ minLength: 1, unit: 'grapheme' }), (seed, title) => {
        const standard = { ...aStandard(randomProcess(chance(seed))), title };
        fc.pre(parseStandard(standard).ok);
        const text = exportStandard(standard);
        const back = imported(text);
        expect(back).toEqual(standard);
        expect(exportStandard(back)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same bytes however its members were ordered', () => {
    const { format, title, ...rest } = aStandard({});
    expect(exportStandard({ ...rest, title, format })).toBe(exportStandard(aStandard({})));
  });
});
