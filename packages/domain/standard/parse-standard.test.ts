import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { small } from './fixtures/small.ts';
import { parseStandard } from './parse-standard.ts';

const problems = (document: unknown) => {
  const parsed = parseStandard(document);
  return parsed.ok ? [] : parsed.error;
};

/** Through JSON, as documents arrive. */
const arrived = (change: (text: string) => string): unknown => JSON.parse(change(JSON.stringify(small)));

const nested = (levels: number): unknown => {
  let value: unknown = { fact: 'urgent', is: 'yes' };
  for (let level = 0; level < levels; level += 1) value = { not: value };
  return value;
};

describe('a document from outside', () => {
  it('is read when it fits the format', () => {
    expect(parseStandard(arrived((text) => text))).toEqual({ ok: true, value: small });
  });

  it('is refused with the place and in words', () => {
    expect(problems({ ...small, summary: '' })).toEqual([
      { place: 'summary', message: 'Isian terlalu pendek atau terlalu kecil; paling sedikit 1.' },
    ]);
    expect(problems({ ...small, kind: 'wish' })).toMatchObject([{ place: 'kind' }]);
    expect(problems({ ...small, process: { ...small.process, roles: 'all' } })).toEqual([
      { place: 'process.roles', message: 'Di sini diperlukan daftar.' },
    ]);
  });

  it('of another format version is refused', () => {
    expect(problems({ ...small, format: 'layan.standard/2' })).toEqual([
      { place: 'format', message: 'Isian harus salah satu dari: layan.standard/1.' },
    ]);
  });

  it('with fields we do not know is refused, wherever they stand', () => {
    expect(problems({ ...small, script: 'x' })).toEqual([
      { place: '', message: 'Isian ini tidak dikenal: script.' },
    ]);
    const inside = arrived((text) => text.replace('"kind":"task"', '"kind":"task","eval":"x"'));
    expect(problems(inside)).toMatchObject([{ place: 'process.steps.0' }]);
  });

  it('cannot use names that every object has', () => {
    const shadow = (name: string) => arrived((text) => text.replaceAll('"urgent":"no"', `"${name}":"no"`));
    expect(problems(shadow('__proto__')).length).toBeGreaterThan(0);
    expect(problems(shadow('constructor')).length).toBeGreaterThan(0);
    expect(problems(shadow('toString')).length).toBeGreaterThan(0);
  });

  it('of any depth or size is answered quickly', () => {
    const started = performance.now();
    expect(problems(nested(100_000))).toEqual([{ place: '', message: 'Susunan dokumen terlalu dalam.' }]);
    expect(problems(Array.from({ length: 200_000 }, () => ({})))).toEqual([
      { place: '', message: 'Dokumen terlalu besar.' },
    ]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('tells of at most fifty places', () => {
    const roles = Array.from({ length: 500 }, () => ({}));
    expect(problems({ ...small, process: { ...small.process, roles } })).toHaveLength(50);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (document) => void parseStandard(document)));
  });
});
