// What happens by itself: routes are taken and cases end as soon as they can. Engine and checker share this.
import type { FactValues } from '../case/facts.ts';
import type { ProductState } from '../product/product-state.ts';
import type { Ending } from '../standard/ending.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { evaluate } from './conditions.ts';
import { isExactly, isMarked, type Marking } from './net.ts';
import { candidates, type ProcessIndex } from './process-index.ts';

/** The part of a case that decides what can happen next. */
export interface Situation {
  readonly marking: Marking;
  readonly facts: FactValues;
  /** How often `<step>:<outcome>` was chosen. */
  readonly taken: Readonly<Record<string, number>>;
  readonly stateOf: (product: string) => ProductState | undefined;
}

export const takenKey = (step: string, outcome: string): string => `${step}:${outcome}`;

export const isUsedUp = (step: Step, outcome: Outcome, taken: Situation['taken']): boolean =>
  outcome.atMost !== undefined && (taken[takenKey(step.id, outcome.id)] ?? 0) >= outcome.atMost;

/** Whether this outcome still stands back because the one it replaces can be chosen. */
export const standsBack = (step: Step, outcome: Outcome, taken: Situation['taken']): boolean => {
  const first = step.outcomes.find((other) => other.id === outcome.insteadOf);
  return first !== undefined && !isUsedUp(step, first, taken);
};

/** First outcome in order that holds. An undecided one before it makes the route wait: it might have been the first. */
export const chooseRoute = (step: Step, situation: Situation): Outcome | undefined => {
  for (const outcome of step.outcomes) {
    if (isUsedUp(step, outcome, situation.taken) || standsBack(step, outcome, situation.taken)) continue;
    const truth = outcome.when === undefined || evaluate(outcome.when, situation.facts);
    if (truth === true) return outcome;
    if (truth === 'unknown') return undefined;
  }
  return undefined;
};

export type Automatic =
  | { readonly kind: 'route'; readonly step: Step; readonly outcome: Outcome }
  | { readonly kind: 'ending'; readonly ending: Ending }
  /** The case would end, but this product is provisional and nobody has a step to decide it. */
  | { readonly kind: 'blocked'; readonly product: string };

const canMove = (index: ProcessIndex, marking: Marking): boolean =>
  index.process.steps.some((step) => isMarked(marking, step.after)) ||
  index.process.timers.some((timer) => marking.includes(timer.while));

export const provisionalProduct = (index: ProcessIndex, stateOf: Situation['stateOf']): string | undefined =>
  index.process.products.find((product) => stateOf(product.id) === 'provisional')?.id;

/** The next thing that happens without anybody, or undefined when the case waits. */
export const nextAutomatic = (index: ProcessIndex, situation: Situation): Automatic | undefined => {
  for (const step of candidates(index.at.routes, situation.marking)) {
    if (!isMarked(situation.marking, step.after)) continue;
    const outcome = chooseRoute(step, situation);
    if (outcome) return { kind: 'route', step, outcome };
  }
  const ending = candidates(index.at.endings, situation.marking).find(({ after }) =>
    isExactly(situation.marking, after),
  );
  if (!ending) return undefined;
  const product = provisionalProduct(index, situation.stateOf);
  if (product === undefined) return { kind: 'ending', ending };
  return canMove(index, situation.marking) ? undefined : { kind: 'blocked', product };
};

/** Routes taken in a row before we call it a loop; no sane standard comes near. */
export const automaticLimit = 200;
