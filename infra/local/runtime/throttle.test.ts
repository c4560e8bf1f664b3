import { expect, it } from 'vitest';
import { createLimiter } from './throttle.ts';

const any = { verb: '*', resourcePath: '/*', rate: 2, burst: 3 };

it('admits a burst, then as many as the rate allows', () => {
  let now = 0;
  const limiter = createLimiter(() => now);
  const admit = () => limiter.admit([any], 'GET', '/{proxy+}');

  expect([admit(), admit(), admit(), admit()]).toEqual([true, true, true, false]);
  now += 500;
  expect([admit(), admit()]).toEqual([true, false]);
});

it('counts each route for itself', () => {
  const limiter = createLimiter(() => 0);
  const single = { ...any, burst: 1 };

  expect(limiter.admit([single], 'GET', '/a')).toBe(true);
  expect(limiter.admit([single], 'GET', '/b')).toBe(true);
  expect(limiter.admit([single], 'GET', '/a')).toBe(false);
});

it('takes the limit that names the route before the one for all', () => {
  const limiter = createLimiter(() => 0);
  const limits = [any, { verb: '*', resourcePath: '/admin/{proxy+}', rate: 1, burst: 1 }];

  expect(limiter.admit(limits, 'GET', '/admin/{proxy+}')).toBe(true);
  expect(limiter.admit(limits, 'GET', '/admin/{proxy+}')).toBe(false);
});

it('admits everything where nothing is limited', () => {
  const limiter = createLimiter(() => 0);

  expect(Array.from({ length: 100 }, () => limiter.admit([], 'GET', '/')).every(Boolean)).toBe(true);
});
