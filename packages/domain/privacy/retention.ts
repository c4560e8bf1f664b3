// How long what an agency keeps is kept, and when it is due for destruction: by class, by the tenant's own schedule, and
// never while anything of it still runs or somebody has put it on hold (UU 27/2022 art. 43, 44; UU 43/2009).
import type { CaseSnapshot, ProductRecord } from '../case/snapshot.ts';
import { endAfterMonths } from '../deadline/months-later.ts';
import type { Zone } from '../deadline/zones.ts';
import type { InstantText } from '../kernel/ids.ts';
import { isAfter, laterOf } from '../kernel/instant.ts';
import { isInForce } from '../product/product-state.ts';
import { monthsOf, type RetentionClass, type RetentionSchedule } from './retention-schedule.ts';

/** What retention asks of a case. */
export interface Kept {
  readonly snapshot: {
    readonly standard: Pick<CaseSnapshot['standard'], 'id'>;
    readonly anonymous?: true | undefined;
    readonly ended?: CaseSnapshot['ended'];
    readonly restricted?: CaseSnapshot['restricted'];
    readonly products: readonly Pick<ProductRecord, 'state' | 'changedAt' | 'objection'>[];
  };
  /** Kind of its ending. */
  readonly endingKind: string | undefined;
  /** Somebody forbids its destruction, or has asked something about it that is not answered. */
  readonly held: boolean;
}

/** What was never taken on is kept for shorter than what was decided. */
export const classOfCase = ({ snapshot, endingKind }: Kept): RetentionClass => {
  if (snapshot.anonymous) return 'anonymousComplaint';
  return endingKind === 'lapsed' || endingKind === 'withdrawn' ? 'rejectedIntake' : 'case';
};

export type Destruction =
  | { readonly due: InstantText; readonly class: RetentionClass }
  | { readonly kept: 'running' | 'in-force' | 'held' };

const ways = ({ ended, products }: Kept['snapshot']): readonly InstantText[] =>
  [ended?.objection?.until, ...products.map(({ objection }) => objection?.until)].flatMap(
    (until) => until ?? [],
  );

/**
 * When the case is due for destruction, or what it is kept for. Its time begins with the last thing that happened to it or
 * to what it issued, and it is not over before anybody may still object.
 */
export const destructionOf = (
  kept: Kept,
  schedule: RetentionSchedule | undefined,
  zone: Zone,
): Destruction => {
  const { snapshot, held } = kept;
  const { ended, products, standard } = snapshot;
  if (!ended) return { kept: 'running' };
  // A letter without an end lives on by itself: what proves it is its register row and its signed file, which are the case's.
  if (products.some(({ state }) => isInForce(state))) return { kept: 'in-force' };
  // What is to be kept and nothing else is not destroyed either.
  if (held || snapshot.restricted) return { kept: 'held' };
  const of = classOfCase(kept);
  const from = products.reduce((latest, { changedAt }) => laterOf(latest, changedAt), ended.at);
  const due = endAfterMonths(zone, from, monthsOf(schedule, standard.id, of));
  return { due: ways(snapshot).reduce(laterOf, due), class: of };
};

/** Whether it is to be destroyed now. */
export const isDue = (destruction: Destruction, now: InstantText): boolean =>
  'due' in destruction && !isAfter(destruction.due, now);

/** Scans go before their case, where the schedule says so; undefined while nothing of it may be destroyed. */
export const scansDue = (
  kept: Kept,
  schedule: RetentionSchedule | undefined,
  zone: Zone,
): InstantText | undefined => {
  const whole = destructionOf(kept, schedule, zone);
  const { ended, standard } = kept.snapshot;
  if (!('due' in whole) || !ended) return undefined;
  const own = ways(kept.snapshot).reduce(
    laterOf,
    endAfterMonths(zone, ended.at, monthsOf(schedule, standard.id, 'scans')),
  );
  return isAfter(own, whole.due) ? whole.due : own;
};
