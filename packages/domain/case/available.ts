// What somebody may do with a case now, and why not the rest. API and console ask this; `decide` agrees with it.
import type { TenantCalendar } from '../deadline/calendar.ts';
import type { InstantText } from '../kernel/ids.ts';
import { withAskedBy } from '../process/asked-fields.ts';
import { completions } from '../process/completions.ts';
import { factsIn, holds } from '../process/conditions.ts';
import { indexOf, type ProcessIndex } from '../process/process-index.ts';
import { isInForce, type ProductChange } from '../product/product-state.ts';
import type { Field } from '../standard/facts.ts';
import type { ProductAction } from '../standard/product.ts';
import type { Standard } from '../standard/standard.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { refuseRestricted, refuseRole, refuseWork, standInFor } from './authority.ts';
import { type ClockOffer, clockOffers } from './available-clock.ts';
import type { By, CaseRejection } from './command.ts';
import type { Delegation } from './event.ts';
import { actionsOf, refuseProductAction } from './may-change-product.ts';
import { refuseOutcome } from './may-complete.ts';
import { refuseRelease } from './may-release.ts';
import { noteOf } from './review.ts';
import type { CaseSnapshot, Task } from './snapshot.ts';
import { needsField, stepFields, stepGroups } from './step-form.ts';

type Offer =
  | ClockOffer
  | {
      readonly type: 'completeStep';
      readonly task: string;
      readonly step: string;
      readonly outcome: string;
      readonly label: string;
      readonly tone: Outcome['tone'];
      readonly note: Outcome['note'];
      /** Whether it must be said what is missing. */
      readonly missing: boolean;
      /** They would do it in place of the role of the step, unless they say otherwise. */
      readonly delegation?: Delegation;
    }
  | {
      readonly type: 'interrupt';
      readonly interruption: string;
      readonly label: string;
      readonly note: Outcome['note'];
    }
  | {
      readonly type: 'changeProduct';
      /** Id of the copy. */
      readonly id: string;
      readonly product: string;
      readonly action: string;
      readonly label: string;
      readonly change: ProductChange;
      readonly note: ProductAction['note'];
    }
  | { readonly type: 'claimTask'; readonly task: string; readonly step: string }
  | {
      readonly type: 'releaseTask';
      readonly task: string;
      readonly step: string;
      readonly release: 'byHolder' | 'byManager';
    };

/** One thing that could be done. Allowed means: properly filled in, it will be accepted. */
export type Action = Offer &
  ({ readonly allowed: true } | { readonly allowed: false; readonly reason: CaseRejection });

const judged = (offer: Offer, refusal: CaseRejection | undefined): Action =>
  refusal ? { ...offer, allowed: false, reason: refusal } : { ...offer, allowed: true };

/** Whether the step's form can be filled in so that the outcome is offered. */
const canBeOffered = (index: ProcessIndex, snapshot: CaseSnapshot, step: Step, outcome: Outcome): boolean => {
  const { when } = outcome;
  if (!when) return true;
  const fields = stepFields(index, snapshot, step);
  const relevant = withAskedBy(fields, factsIn(when));
  if (!fields.some(({ fact }) => relevant.has(fact))) return holds(when, snapshot.facts);
  const demand = {
    needs: (field: Field) => needsField(index, snapshot, step, outcome, field),
    groups: stepGroups(index, snapshot, step, outcome),
  };
  for (const answers of completions(index, fields, snapshot.facts, relevant, demand)) {
    if (holds(when, { ...snapshot.facts, ...answers })) return true;
  }
  return false;
};

const refusalOf = (index: ProcessIndex, snapshot: CaseSnapshot, step: Step, outcome: Outcome, by: By) =>
  refuseOutcome(index, snapshot, step, outcome, by) ??
  (canBeOffered(index, snapshot, step, outcome)
    ? undefined
    : ({ code: 'outcome-not-offered', outcome: outcome.id } as const));

const taskActions = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  task: Task,
  step: Step,
  by: By,
): Action[] => {
  if (by.party !== 'staff' || step.kind !== 'task') return [];
  const on = { task: task.id, step: step.id };
  if (!task.assignee) {
    return [judged({ type: 'claimTask', ...on }, refuseWork(index, snapshot, step, by))];
  }
  const release = task.assignee.id === by.member.id ? 'byHolder' : 'byManager';
  return [judged({ type: 'releaseTask', ...on, release }, refuseRelease(by, release, task.assignee))];
};

const stepActions = (index: ProcessIndex, snapshot: CaseSnapshot, task: Task, by: By): readonly Action[] => {
  const step = index.steps.get(task.step);
  if (!step || step.kind === 'subcase' || step.kind === 'line') return [];
  const delegation = standInFor(index, snapshot, step, by);
  const outcomes = step.outcomes.map((outcome) =>
    judged(
      {
        type: 'completeStep',
        task: task.id,
        step: step.id,
        outcome: outcome.id,
        label: outcome.label,
        tone: outcome.tone,
        note: noteOf(step, outcome),
        missing: outcome.missing ?? false,
        ...(delegation && { delegation }),
      },
      refusalOf(index, snapshot, step, outcome, by),
    ),
  );
  return [...outcomes, ...taskActions(index, snapshot, task, step, by)];
};

/** What may happen to copies that are in force; the others have come to their end. */
const productActions = (index: ProcessIndex, snapshot: CaseSnapshot, by: By, now: InstantText | undefined) =>
  snapshot.products
    .filter(({ state }) => isInForce(state))
    .flatMap((record) =>
      actionsOf(index, record).map((action) => {
        const { id, product } = record;
        const { label, change, note } = action;
        return judged(
          { type: 'changeProduct', id, product, action: action.id, label, change, note },
          refuseProductAction(index, snapshot, record, action, by, now),
        );
      }),
    );

/**
 * Every outcome of every waiting step, claiming and giving back, every interruption, and what may happen to products;
 * once the case has ended, to products only. With `now`, products whose day has passed are known to be over; with the
 * calendar as well, how far a promise may be extended.
 */
export const availableActions = (
  standard: Standard,
  snapshot: CaseSnapshot,
  by: By,
  now?: InstantText,
  calendar?: TenantCalendar,
): readonly Action[] => {
  const index = indexOf(standard.process);
  const products = productActions(index, snapshot, by, now);
  if (snapshot.ended) return products;
  const interruptions = [...index.interruptions.values()].map(({ id, label, note, role }) =>
    judged(
      { type: 'interrupt', interruption: id, label, note },
      refuseRole(index, role, snapshot.area, by) ?? refuseRestricted(snapshot),
    ),
  );
  return [
    ...snapshot.tasks.flatMap((task) => stepActions(index, snapshot, task, by)),
    ...interruptions,
    ...clockOffers(index, snapshot, by, now, calendar).map(({ offer, refusal }) => judged(offer, refusal)),
    ...products,
  ];
};
