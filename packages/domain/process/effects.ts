// What an outcome does to the products of a case. An effect that finds nothing to act on does nothing.
import { isInForce, type ProductState } from '../product/product-state.ts';
import type { Effect } from '../standard/step.ts';

export type ProductEffect =
  | { readonly kind: 'issued'; readonly product: string; readonly state: 'provisional' | 'active' }
  | { readonly kind: 'confirmed'; readonly product: string }
  | { readonly kind: 'revoked'; readonly product: string };

/** What the effect changes, given the state of the newest copy of each product. */
export const changeBy = (
  effect: Effect,
  stateOf: (product: string) => ProductState | undefined,
): ProductEffect | undefined => {
  if ('issue' in effect) {
    if (isInForce(stateOf(effect.issue))) return undefined;
    return { kind: 'issued', product: effect.issue, state: effect.as };
  }
  if ('confirm' in effect) {
    if (stateOf(effect.confirm) !== 'provisional') return undefined;
    return { kind: 'confirmed', product: effect.confirm };
  }
  if (!isInForce(stateOf(effect.revoke))) return undefined;
  return { kind: 'revoked', product: effect.revoke };
};
