// What holds for the products of every case: they change only along their transitions, at most one copy is in force, and
// no number is given out twice.
import type { CaseEvent, CaseEventBody } from '../case/event.ts';
import type { CaseSnapshot, ProductRecord } from '../case/snapshot.ts';
import { isInForce, ProductChange, type ProductState, stateAfter } from '../product/product-state.ts';

type Changed = Extract<CaseEventBody, { type: 'productChanged' }>;

const must = (holds: boolean, what: string, seen: unknown): void => {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
};

/** By an action, along the transitions; by a step, a decision on what was frozen, provisional or is in force. */
const mayBecome = (from: ProductState, { state, action }: Changed): boolean => {
  if (from === 'frozen') return state === 'active' || state === 'provisional' || state === 'cancelled';
  return action === undefined && from === 'provisional'
    ? state === 'active' || state === 'revoked'
    : ProductChange.options.some((change) => stateAfter(from, change) === state);
};

const movesAlong = (before: readonly ProductRecord[], events: readonly CaseEvent[]): void => {
  const states = new Map(before.map(({ id, state }) => [id, state]));
  for (const { body } of events) {
    if (body.type === 'productIssued') states.set(body.id, body.state);
    if (body.type === 'documentFrozen') states.set(body.id, 'frozen');
    if (body.type !== 'productChanged') continue;
    const from = states.get(body.id);
    must(from !== undefined && mayBecome(from, body), 'a product changes along its transitions', {
      from,
      body,
    });
    states.set(body.id, body.state);
  }
};

const oneInForce = (products: readonly ProductRecord[]): void => {
  const held = products.filter(({ state }) => isInForce(state)).map(({ product }) => product);
  must(new Set(held).size === held.length, 'at most one copy of a product is in force', products);
};

const numberedOnce = (products: readonly ProductRecord[]): void => {
  const places = products.flatMap(({ product, place }) => (place ? [`${product} ${place.sequence}`] : []));
  must(new Set(places).size === places.length, 'a place in the register is given to one product', products);
  must(
    products.every(({ number, place }) => (number === undefined) === (place === undefined)),
    'a number and its place go together',
    products,
  );
};

const replacementsPointBack = (products: readonly ProductRecord[]): void => {
  for (const { replaces } of products) {
    const lost = products.find(({ id }) => id === replaces);
    must(
      replaces === undefined || (lost !== undefined && !isInForce(lost.state)),
      'what was replaced is no longer in force',
      products,
    );
  }
};

export const productsMustLive = (
  before: CaseSnapshot,
  events: readonly CaseEvent[],
  { products }: CaseSnapshot,
): void => {
  movesAlong(before.products, events);
  oneInForce(products);
  numberedOnce(products);
  replacementsPointBack(products);
};
