import { describe, expect, test } from 'vitest';
import { isInForce, ProductChange, ProductState, stateAfter } from './product-state.ts';

const states = ProductState.options;
const changes = ProductChange.options;

test('provisional, active and suspended products are in force', () => {
  expect(states.filter(isInForce)).toEqual(['provisional', 'active', 'suspended']);
  expect(isInForce(undefined)).toBe(false);
});

describe('what may happen to a product', () => {
  test('is this and nothing else', () => {
    const allowed = states.flatMap((state) =>
      changes.flatMap((change) => {
        const after = stateAfter(state, change);
        return after === undefined ? [] : [`${state} -${change}-> ${after}`];
      }),
    );
    expect(allowed).toEqual([
      'provisional -replace-> revoked',
      'active -suspend-> suspended',
      'active -revoke-> revoked',
      'active -return-> returned',
      'active -replace-> revoked',
      'active -expire-> expired',
      'suspended -resume-> active',
      'suspended -revoke-> revoked',
      'suspended -return-> returned',
      'suspended -expire-> expired',
    ]);
  });

  test.each(['revoked', 'expired', 'returned'] as const)('is nothing any more once it is %s', (state) => {
    expect(changes.filter((change) => stateAfter(state, change) !== undefined)).toEqual([]);
  });
});
