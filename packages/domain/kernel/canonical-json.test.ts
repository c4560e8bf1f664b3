import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('writes keys in order, without white space', () => {
  expect(canonicalJson({ b: [1, 'x', null, true], a: { d: 1, c: 2 } })).toBe(
    '{"a":{"c":2,"d":1},"b":[1,"x",null,true]}',
  );
});

test('leaves out members that are undefined, and only those', () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
});

test('orders keys by code unit, as RFC 8785 does', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
  const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, key])));
  expect(Object.keys(JSON.parse(written))).toEqual([
    '1',
    '\r',
    '\u0080',
    '\u00f6',
    '\u20ac',
    '\u{1f600}',
    '\ufb33',
  ]);
});

test('says the same as JSON, and equal values alike however they were built', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const written = canonicalJson(value);
      const read: unknown = JSON.parse(written);
      expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(read)).toBe(written);
    }),
  );
});

test('a key named like an object’s own members is an ordinary key', () => {
  expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
});

test.each([
  ['NaN', Number.NaN],
  ['a function', () => 1],
  ['undefined', undefined],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a big integer', 1n],
])('refuses %s, which JSON cannot say', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
  expect(() => canonicalJson([value])).toThrow(TypeError);
});
