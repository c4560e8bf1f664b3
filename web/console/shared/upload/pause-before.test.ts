import { expect, it } from 'vitest';
import { pauseBefore } from './pause-before.ts';

it('asks soon, then less and less often, and never more slowly than a person would wait', () => {
  const pauses = Array.from({ length: 12 }, (_, asked) => pauseBefore(asked));
  expect(pauses[0]).toBe(300);
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.at(-1)).toBe(1_500);
});
