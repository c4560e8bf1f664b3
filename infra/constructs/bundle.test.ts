import { describe, expect, it } from 'vitest';
import { bundleInMemory } from './bundle.ts';
import type { FUNCTIONS } from './names.ts';

const API_FUNCTIONS = ['portal', 'staff-api', 'admin-api'] as const;
const KILOBYTE = 1024;
const bytesOf = (name: (typeof FUNCTIONS)[number]) =>
  bundleInMemory(name).outputFiles[0]?.contents.length ?? 0;

describe('the bundle of a function', () => {
  it.each(API_FUNCTIONS)('of the API is at most 400 KB, so that the first answer comes soon: %s', (name) => {
    expect(bytesOf(name)).toBeGreaterThan(0);
    expect(bytesOf(name)).toBeLessThanOrEqual(400 * KILOBYTE);
  });

  it('is the same every time, so that nothing is deployed that did not change', () => {
    const text = () => bundleInMemory('relay').outputFiles[0]?.text;
    expect(text()).toBe(text());
  });

  it('carries no languages but Indonesian and English', () => {
    const locales = API_FUNCTIONS.flatMap((name) =>
      Object.values(bundleInMemory(name).metafile.outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).filter(
          ([path, { bytesInOutput }]) => /zod\/v4\/locales\/(?!en|id|index)/.test(path) && bytesInOutput > 0,
        ),
      ),
    );
    expect(locales).toEqual([]);
  });
});
