// Lets a case come to rest after something happened: effects, routes, endings, clocks and timers, in this order.
import { dueAt } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { automaticLimit, nextAutomatic } from '../process/automatic.ts';
import { changeBy } from '../process/effects.ts';
import { mustHave } from '../process/process-index.ts';
import type { Effect } from '../standard/step.ts';
import type { CaseRejection } from './command.ts';
import type { CaseEvent, Signature } from './event.ts';
import { newestOf } from './evolve-products.ts';
import { type Cause, cancelDocument, cancelUnsigned, freezeDocument } from './freeze-document.ts';
import { issueProduct } from './issue-product.ts';
import { holdLimits } from './move-due-dates.ts';
import { wayAgainstEnding } from './objection.ts';
import {
  agreeDates,
  breakOverdue,
  pauseAndResume,
  promisesOnEnded,
  promisesOnIssued,
  promisesOnOutcome,
  resolvePromises,
} from './promises.ts';
import { signDocument } from './sign-document.ts';
import { situationOf, system, type Turn } from './turn.ts';

/** What brings effects about: what was done, what was said to it, and the signature that came with it. */
export interface EffectCause extends Cause {
  readonly signature?: Signature | undefined;
}

const issue = (
  turn: Turn,
  product: string,
  state: 'provisional' | 'active',
  { signature }: EffectCause,
): CaseRejection | undefined => {
  // A letter is issued by its signature; what nobody signed is not issued.
  if (turn.index.products.get(product)?.letter) {
    if (!signature) return { code: 'document-not-ready', product };
    signDocument(turn, product, signature);
  } else {
    const refusal = issueProduct(turn, product, state);
    if (refusal) return refusal;
  }
  promisesOnIssued(turn, product);
  return undefined;
};

const applyEffect = (turn: Turn, effect: Effect, cause: EffectCause): CaseRejection | undefined => {
  const { products } = turn.recorder.snapshot();
  const change = changeBy(effect, (product) => newestOf(products, product)?.state);
  if (!change) return undefined;
  const { product } = change;
  const record = newestOf(products, product);
  switch (change.kind) {
    case 'issued':
      return issue(turn, product, change.state, cause);
    case 'frozen':
      return freezeDocument(turn, product);
    case 'cancelled':
      cancelDocument(turn, mustHave(record, `document ${product}`), cause);
      return undefined;
    case 'confirmed':
    case 'revoked': {
      const state = change.kind === 'confirmed' ? 'active' : 'revoked';
      turn.recorder.record({ type: 'productChanged', product, id: record?.id ?? '', state }, system);
      return undefined;
    }
  }
};

/** The first effect that cannot be is the reason why nothing of it happens. */
export const applyEffects = (
  turn: Turn,
  effects: readonly Effect[] | undefined,
  cause: EffectCause,
): CaseRejection | undefined => {
  for (const effect of effects ?? []) {
    const refusal = applyEffect(turn, effect, cause);
    if (refusal) return refusal;
  }
  return undefined;
};

const armTimers = (turn: Turn): void => {
  const { marking, timers } = turn.recorder.snapshot();
  for (const timer of turn.index.process.timers) {
    if (!marking.includes(timer.while) || timers.some((armed) => armed.timer === timer.id)) continue;
    const { at } = dueAt(turn.context.calendar, timer.calendar, turn.context.now, timer.after);
    turn.recorder.record({ type: 'timerArmed', timer: timer.id, firesAt: at }, system);
  }
};

const rest = (turn: Turn, happenedAt?: InstantText): readonly CaseEvent[] => {
  breakOverdue(turn);
  if (!turn.recorder.snapshot().ended) {
    pauseAndResume(turn, happenedAt);
    holdLimits(turn);
    armTimers(turn);
  }
  return turn.recorder.events();
};

/**
 * All events of the decision, or the reason why the case may not come to rest like this. `happenedAt` is when that came
 * about which the clocks waited for, where it is entered later.
 */
export const settle = (turn: Turn, happenedAt?: InstantText): Result<readonly CaseEvent[], CaseRejection> => {
  for (let count = 0; count < automaticLimit; count += 1) {
    agreeDates(turn, happenedAt);
    resolvePromises(turn);
    const next = nextAutomatic(turn.index, situationOf(turn.recorder.snapshot()));
    switch (next?.kind) {
      case undefined:
        return ok(rest(turn, happenedAt));
      case 'blocked':
        return err({ code: 'product-provisional', product: next.product });
      case 'ending': {
        const ending = next.ending.id;
        cancelUnsigned(turn, { label: next.ending.label });
        const objection = wayAgainstEnding(turn, ending);
        turn.recorder.record({ type: 'caseEnded', ending, ...(objection && { objection }) }, system);
        promisesOnEnded(turn);
        return ok(rest(turn, happenedAt));
      }
      case 'route': {
        const { step, outcome } = next;
        turn.recorder.record({ type: 'routed', step: step.id, outcome: outcome.id }, system);
        const refusal = applyEffects(turn, outcome.effects, { label: outcome.label });
        if (refusal) return err(refusal);
        promisesOnOutcome(turn, step.id, outcome.id);
      }
    }
  }
  throw new Error(`routes of ${turn.standard.id} run in a circle`);
};
