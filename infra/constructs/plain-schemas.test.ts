import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyPlain, withoutDescriptions } from './plain-schemas.ts';

describe('a schema without its descriptions', () => {
  it.each([
    ["z.string().check(z.describe('Name.'))", 'z.string().check()'],
    ["z.string().check(z.minLength(1), z.describe('Name.'))", 'z.string().check(z.minLength(1))'],
    ["z.string().check(z.describe('Name.'), z.minLength(1))", 'z.string().check(z.minLength(1))'],
    ["z.check(z.describe('It’s (\\'odd\\'), see \"x\".',))", 'z.check()'],
    ['z.check(z.describe(`a ) b`))', 'z.check()'],
    ["describe('stays', z.describe)", "describe('stays', z.describe)"],
  ])('%s', (source, plain) => {
    expect(withoutDescriptions(source)).toBe(plain);
  });

  it('is copied where it changed, and tests and dependencies are left behind', () => {
    const folder = mkdtempSync(join(tmpdir(), 'layan-plain-'));
    try {
      const to = join(folder, 'to');
      copyPlain(import.meta.dirname, to);
      expect(readdirSync(to)).toContain('names.ts');
      expect(readdirSync(to).filter((name) => name.includes('.test.'))).toEqual([]);
      expect(readdirSync(to).filter((name) => /\d$/.test(name))).toEqual([]);
      writeFileSync(join(to, 'names.ts'), 'old');
      copyPlain(import.meta.dirname, to);
      expect(readFileSync(join(to, 'names.ts'), 'utf8')).toContain('namesOf');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
