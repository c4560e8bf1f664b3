import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestJsonText, parseJsonText } from './json-text.ts';

const problems = (text: string) => {
  const parsed = parseJsonText(text);
  return parsed.ok ? [] : parsed.error;
};

describe('a JSON text', () => {
  it('gives its value', () => {
    expect(parseJsonText('\uFEFF{"a": [1, {"b": "}{"}], "b": null}')).toEqual({
      ok: true,
      value: { a: [1, { b: '}{' }], b: null },
    });
  });

  it('reads whatever JSON writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        expect(parseJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('is refused where it is not JSON', () => {
    expect(problems('{\n  "a": 1,\n  b: 2\n}')).toEqual([
      { place: '', message: 'Berkas ini bukan JSON yang benar (baris 3, kolom 3).' },
    ]);
    expect(problems('')).toMatchObject([{ message: expect.stringContaining('bukan JSON') }]);
  });

  it('is refused with the place where a name stands twice', () => {
    expect(problems('{"a": [0, {"b": 1,\n "b": 2}]}')).toEqual([
      { place: 'a.1.b', message: 'Isian "b" tertulis dua kali (baris 2, kolom 2).' },
    ]);
  });

  it('sees a name that is written in two ways', () => {
    expect(problems('{"a": 1, "\\u0061": 2}')).toMatchObject([{ place: 'a' }]);
  });

  it('takes equal names of different objects, and values like names, for what they are', () => {
    expect(problems('[{"a": "a", "b": ["a", "a"]}, {"a": {"a": 1}}]')).toEqual([]);
  });

  it('is refused when it is too long, or too deep', () => {
    expect(problems(' '.repeat(longestJsonText + 1))).toEqual([
      { place: '', message: 'Berkas terlalu besar; paling banyak 2 juta huruf.' },
    ]);
    const depth = 500_000;
    expect(problems('['.repeat(depth) + ']'.repeat(depth))).toHaveLength(1);
  });
});
