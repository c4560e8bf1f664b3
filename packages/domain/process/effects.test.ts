import { expect, test } from 'vitest';
import type { ProductState } from '../product/product-state.ts';
import type { Effect } from '../standard/step.ts';
import { changeBy } from './effects.ts';

const issue: Effect = { issue: 'card', as: 'provisional' };
const confirm: Effect = { confirm: 'card' };
const revoke: Effect = { revoke: 'card' };

test.each<[string, Effect, ProductState | undefined, ReturnType<typeof changeBy>]>([
  ['issues what does not exist', issue, undefined, { kind: 'issued', product: 'card', state: 'provisional' }],
  [
    'issues anew what was revoked',
    issue,
    'revoked',
    { kind: 'issued', product: 'card', state: 'provisional' },
  ],
  ['does not issue a second one', issue, 'active', undefined],
  ['confirms what is provisional', confirm, 'provisional', { kind: 'confirmed', product: 'card' }],
  ['does not confirm twice', confirm, 'active', undefined],
  ['does not confirm what is revoked', confirm, 'revoked', undefined],
  ['revokes what is in force', revoke, 'active', { kind: 'revoked', product: 'card' }],
  ['revokes what is provisional', revoke, 'provisional', { kind: 'revoked', product: 'card' }],
  ['skips what does not exist', revoke, undefined, undefined],
])('%s', (_, effect, state, change) => {
  expect(changeBy(effect, () => state)).toEqual(change);
});
