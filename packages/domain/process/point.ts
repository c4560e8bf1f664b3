// A point in the state space of a process: everything that decides what can happen from there on, and nothing else.
import { type FactValue, type FactValues, isSealed } from '../case/facts.ts';
import type { ProductState } from '../product/product-state.ts';
import type { Effect, Outcome, Step } from '../standard/step.ts';
import { type Situation, takenKey } from './automatic.ts';
import { changeBy } from './effects.ts';
import type { Identity } from './identity.ts';
import { type Marking, move } from './net.ts';

export interface Point {
  readonly marking: Marking;
  readonly facts: FactValues;
  readonly products: Readonly<Record<string, ProductState>>;
  /** Only outcomes with a bound are counted: the others make no difference. */
  readonly taken: Readonly<Record<string, number>>;
  /** Present where later steps ask for it, and this applicant need not tell it. */
  readonly identity?: Exclude<Identity, 'told'>;
}

export const situationAt = ({ marking, facts, taken, products }: Point): Situation => ({
  marking,
  facts,
  taken,
  stateOf: (product) => products[product],
});

export const withEffects = (point: Point, effects: readonly Effect[] | undefined): Point => {
  const products: Record<string, ProductState> = { ...point.products };
  for (const effect of effects ?? []) {
    const change = changeBy(effect, (product) => products[product]);
    if (change?.kind === 'issued') products[change.product] = change.state;
    if (change?.kind === 'confirmed') products[change.product] = 'active';
    if (change?.kind === 'revoked') products[change.product] = 'revoked';
    if (change?.kind === 'frozen') products[change.product] = 'frozen';
    // As if it had never been frozen: only its number is left, in the register.
    if (change?.kind === 'cancelled') delete products[change.product];
  }
  return { ...point, products };
};

export const afterOutcome = (point: Point, step: Step, outcome: Outcome, answers: FactValues): Point => {
  const key = takenKey(step.id, outcome.id);
  const counted = outcome.atMost !== undefined && { [key]: (point.taken[key] ?? 0) + 1 };
  const moved = {
    ...point,
    marking: move(point.marking, step.after, outcome.to),
    facts: { ...point.facts, ...answers },
    taken: { ...point.taken, ...counted },
  };
  return withEffects(moved, outcome.effects);
};

/** A personal value stands for any other. */
const inKey = (value: FactValue | number): string => (isSealed(value) ? '*' : JSON.stringify(value));

/** Equal for points from which the same can happen; `live` are the facts and counts that can still decide something. */
export const keyOf = (
  { marking, facts, products, taken, identity }: Point,
  live: readonly string[],
): string => {
  let key = `${marking.join(' ')}|${identity ?? ''}`;
  for (const id of live) {
    const value = facts[id] ?? taken[id];
    if (value !== undefined) key += `|${id}=${inKey(value)}`;
  }
  for (const id of Object.keys(products).sort()) key += `|${id}:${products[id]}`;
  return key;
};
