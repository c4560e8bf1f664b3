// What an outcome does to the products of a case. An effect that finds nothing to act on does nothing.
import { isInForce, type ProductState } from '../product/product-state.ts';
import type { Effect } from '../standard/step.ts';

export type ProductEffect =
  | { readonly kind: 'issued'; readonly product: string; readonly state: 'provisional' | 'active' }
  | { readonly kind: 'confirmed'; readonly product: string }
  | { readonly kind: 'revoked'; readonly product: string }
  | { readonly kind: 'frozen'; readonly product: string }
  | { readonly kind: 'cancelled'; readonly product: string };

/** The product that an effect is about. */
export const productOf = (effect: Effect): string => {
  if ('issue' in effect) return effect.issue;
  if ('confirm' in effect) return effect.confirm;
  if ('freeze' in effect) return effect.freeze;
  return 'cancel' in effect ? effect.cancel : effect.revoke;
};

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
  if ('freeze' in effect) {
    const state = stateOf(effect.freeze);
    if (state === 'frozen' || isInForce(state)) return undefined;
    return { kind: 'frozen', product: effect.freeze };
  }
  if ('cancel' in effect) {
    if (stateOf(effect.cancel) !== 'frozen') return undefined;
    return { kind: 'cancelled', product: effect.cancel };
  }
  if (!isInForce(stateOf(effect.revoke))) return undefined;
  return { kind: 'revoked', product: effect.revoke };
};
