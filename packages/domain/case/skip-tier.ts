// A tier of review that nobody can do is passed, where the standard says so, and the history says why.
import { err, type Result } from '../kernel/result.ts';
import { isUsedUp, standsBack } from '../process/automatic.ts';
import { holds } from '../process/conditions.ts';
import { isMarked } from '../process/net.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { refuseSuspended } from './authority.ts';
import type { CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import { promisesOnOutcome } from './promises.ts';
import { applyEffects, settle } from './settle.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { needsField, stepFields } from './step-form.ts';
import { system, type Turn } from './turn.ts';

/** Whether the standard lets the tier be passed for this; one that signs never is. */
export const maySkip = ({ review }: Step, why: 'vacant' | 'away'): boolean =>
  review !== undefined && review.verb !== 'sign' && (review.skip === 'away' || review.skip === why);

/** The outcome by which a tier lets the draft pass: the first that goes on and asks for nothing. */
const passing = (turn: Turn, snapshot: CaseSnapshot, step: Step): Outcome | undefined =>
  step.outcomes.find(
    (outcome) =>
      outcome.tone === 'proceed' &&
      holds(outcome.when, snapshot.facts) &&
      !(outcome.atMost !== undefined && isUsedUp(step, outcome, snapshot.taken)) &&
      !standsBack(step, outcome, snapshot.taken) &&
      !stepFields(turn.index, snapshot, step).some(
        (field) =>
          snapshot.facts[field.fact] === undefined && needsField(turn.index, snapshot, step, outcome, field),
      ),
  );

export const skipTier = (
  turn: Turn,
  { step: id, why }: Extract<CaseCommand, { type: 'skipTier' }>,
): Result<readonly CaseEvent[], CaseRejection> => {
  if (turn.context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  const snapshot = turn.recorder.snapshot();
  const step = turn.index.steps.get(id);
  if (!step) return err({ code: 'unknown-step', step: id });
  if (!isMarked(snapshot.marking, step.after))
    return err({ code: 'step-not-active', step: id, lastChange: snapshot.lastChange });
  const held = refuseSuspended(snapshot);
  if (held) return err(held);
  const outcome = maySkip(step, why) ? passing(turn, snapshot, step) : undefined;
  if (!outcome) return err({ code: 'tier-not-skipped', step: id });
  turn.recorder.record(
    { type: 'stepCompleted', step: id, outcome: outcome.id, facts: {}, attachments: [], skipped: why },
    system,
  );
  const refusal = applyEffects(turn, outcome.effects, { label: outcome.label });
  if (refusal) return err(refusal);
  promisesOnOutcome(turn, step.id, outcome.id);
  return settle(turn);
};
