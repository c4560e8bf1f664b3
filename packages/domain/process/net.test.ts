import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doublyMarked, isExactly, isMarked, move, toMarking } from './net.ts';

const places = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
const markings = places.map(toMarking);

test('a move takes tokens away and puts others', () => {
  expect(move(['a', 'b'], ['a'], ['c'])).toEqual(['b', 'c']);
  expect(move(['a'], ['a'], ['a'])).toEqual(['a']);
  expect(move(['a', 'b'], ['a', 'b'], [])).toEqual([]);
});

test('a marking is sorted and names no place twice, whatever is moved', () => {
  fc.assert(
    fc.property(markings, places, places, (marking, take, put) => {
      const moved = move(marking, take, put);
      expect(moved).toEqual([...new Set(moved)].sort());
    }),
  );
});

test('a second token on a place is noticed', () => {
  expect(doublyMarked(['a', 'b'], ['a'], ['b'])).toEqual(['b']);
  expect(doublyMarked(['a', 'b'], ['a', 'b'], ['b'])).toEqual([]);
  expect(doublyMarked(['a'], ['a'], ['c', 'c'])).toEqual(['c']);
});

test('no token is lost or made where none is put twice', () => {
  fc.assert(
    fc.property(markings, markings, markings, (marking, take, put) => {
      fc.pre(isMarked(marking, take) && doublyMarked(marking, take, put).length === 0);
      expect(move(marking, take, put)).toHaveLength(marking.length - take.length + put.length);
    }),
  );
});

test('marked means all of them, exactly means nothing else', () => {
  expect([isMarked(['a', 'b'], ['a']), isMarked(['a'], ['a', 'b'])]).toEqual([true, false]);
  expect([isExactly(['a'], ['a']), isExactly(['a', 'b'], ['a']), isExactly(['a'], ['a', 'b'])]).toEqual([
    true,
    false,
    false,
  ]);
});
