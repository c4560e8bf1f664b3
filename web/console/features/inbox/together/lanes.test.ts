import { expect, it } from 'vitest';
import { createLanes } from './lanes.ts';

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

it('lets so many calls run at a time, and all in the end', async () => {
  const lanes = createLanes(3);
  let now = 0;
  let most = 0;
  const order: number[] = [];
  const call = (n: number) => async () => {
    now += 1;
    most = Math.max(most, now);
    order.push(n);
    await turn();
    now -= 1;
    return n;
  };
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => lanes(call(n))))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
  expect(order).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('gives the place of a call that failed to the next', async () => {
  const lanes = createLanes(1);
  const failing = lanes(() => Promise.reject(new Error('no')));
  const next = lanes(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
