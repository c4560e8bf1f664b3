import { expect, it } from 'vitest';
import { leastRecentlyUsed } from './least-recently-used.ts';

it('lets go of what was not used for longest', () => {
  const left: number[] = [];
  const memory = leastRecentlyUsed<number>(2, (value) => left.push(value));
  memory.set('a', 1);
  memory.set('b', 2);
  memory.get('a');
  memory.set('c', 3);
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([1, undefined, 3]);
  expect(left).toEqual([2]);
});

it('keeps a name it is given again once', () => {
  const memory = leastRecentlyUsed<number>(2);
  for (const value of [1, 2, 3]) memory.set('a', value);
  memory.set('b', 4);
  expect([memory.get('a'), memory.get('b')]).toEqual([3, 4]);
});
