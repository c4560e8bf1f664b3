import { expect, test } from 'vitest';
import { withMember, withMembers } from './with-members.ts';

const known = { a: 1, b: 2 };

test('a record with another member leaves the one it is made from alone', () => {
  expect(withMember(known, 'c', 3)).toEqual({ a: 1, b: 2, c: 3 });
  expect(withMember(known, 'a', 3)).toEqual({ a: 3, b: 2 });
  expect(withMembers(known, { b: 3, c: 4 })).toEqual({ a: 1, b: 3, c: 4 });
  expect(known).toEqual({ a: 1, b: 2 });
});

test('where nothing is added, nothing is copied', () => {
  expect(withMembers(known, {})).toBe(known);
});
