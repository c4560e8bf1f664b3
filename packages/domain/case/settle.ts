// Lets a case come to rest after something happened: effects, routes, endings, clocks and timers, in this order.
import { dueAt } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { automaticLimit, nextAutomatic } from '../process/automatic.ts';
import { changeBy } from '../process/effects.ts';
import type { Effect } from '../standard/step.ts';
import type { CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import { newestOf } from './evolve-products.ts';
import { freezeDocument, issueProduct } from './issue-product.ts';
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
import { situationOf, system, type Turn } from './turn.ts';

const stateOf = { confirmed: 'active', revoked: 'revoked', cancelled: 'cancelled' } as const;

export const applyEffects = (turn: Turn, effects: readonly Effect[] | undefined): void => {
  for (const effect of effects ?? []) {
    const { products } = turn.recorder.snapshot();
    const change = changeBy(effect, (product) => newestOf(products, product)?.state);
    if (!change) continue;
    const { product } = change;
    if (change.kind === 'issued') {
      issueProduct(turn, product, change.state);
      promisesOnIssued(turn, product);
      continue;
    }
    if (change.kind === 'frozen') {
      freezeDocument(turn, product);
      continue;
    }
    const id = newestOf(products, product)?.id ?? '';
    const state = stateOf[change.kind];
    turn.recorder.record({ type: 'productChanged', product, id, state }, system);
  }
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
        const objection = wayAgainstEnding(turn, ending);
        turn.recorder.record({ type: 'caseEnded', ending, ...(objection && { objection }) }, system);
        promisesOnEnded(turn);
        return ok(rest(turn, happenedAt));
      }
      case 'route': {
        const { step, outcome } = next;
        turn.recorder.record({ type: 'routed', step: step.id, outcome: outcome.id }, system);
        applyEffects(turn, outcome.effects);
        promisesOnOutcome(turn, step.id, outcome.id);
      }
    }
  }
  throw new Error(`routes of ${turn.standard.id} run in a circle`);
};
