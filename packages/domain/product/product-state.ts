// The life of a product: which states there are, which hold their holder back from a second one, what leads where.
import * as z from 'zod/mini';

export const ProductState = z
  .enum(['frozen', 'provisional', 'active', 'suspended', 'revoked', 'expired', 'returned', 'cancelled'])
  .check(
    z.describe(
      'frozen: a letter that waits for its signature. provisional: valid until a later step confirms or revokes it. suspended: not valid for now. The last four are final; cancelled: never signed.',
    ),
  );
export type ProductState = z.infer<typeof ProductState>;

const inForce: ReadonlySet<ProductState> = new Set(['provisional', 'active', 'suspended']);

/** A product in force keeps its holder from another one of the same group. */
export const isInForce = (state: ProductState | undefined): boolean =>
  state !== undefined && inForce.has(state);

/** What may be done to a product that was issued, apart from the steps of its case. */
export const ProductChange = z.enum(['suspend', 'resume', 'revoke', 'return', 'replace', 'expire']);
export type ProductChange = z.infer<typeof ProductChange>;

const transitions: Readonly<
  Record<ProductChange, { readonly from: readonly ProductState[]; readonly to: ProductState }>
> = {
  suspend: { from: ['active'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'active' },
  revoke: { from: ['active', 'suspended'], to: 'revoked' },
  return: { from: ['active', 'suspended'], to: 'returned' },
  // The copy that was lost; the new copy takes over the state it had.
  replace: { from: ['provisional', 'active'], to: 'revoked' },
  expire: { from: ['active', 'suspended'], to: 'expired' },
};

/** The state after the change, or undefined when a product in this state does not take it. */
export const stateAfter = (state: ProductState, change: ProductChange): ProductState | undefined => {
  const { from, to } = transitions[change];
  return from.includes(state) ? to : undefined;
};
