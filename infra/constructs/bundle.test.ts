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

  it('carries no languages that nobody reads', () => {
    const inputs = API_FUNCTIONS.flatMap((name) => Object.keys(bundleInMemory(name).metafile.inputs));
    expect(inputs.filter((path) => /zod\/v4\/locales\/(?!en|index)/.test(path))).toEqual([]);
  });
});
