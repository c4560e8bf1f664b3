// The day as everybody in the office knows it: who still waits at the counter, which case is whose claim, who was telephoned.
import type { CaseView } from '@layan/contract/staff/case';
import type { Ledger } from './ledger.ts';
import type { Claim } from './plan.ts';

export interface Running {
  readonly claim: Claim;
  readonly caseId: string;
  readonly village: string;
  view: CaseView;
  /** How often somebody went to the house and told of it. */
  visited: number;
  /** A second card was refused: left alone until the division head has closed it. */
  blocked: boolean;
}

export interface Day {
  readonly ledger: Ledger;
  readonly arriving: Claim[];
  readonly running: Map<string, Running>;
  /** Families who come back to the counter to withdraw. */
  readonly withdrawing: Running[];
  /** Those of them whom somebody at the counter has turned to. */
  readonly served: Set<Running>;
  /** Cases of which the division head was told that the family holds a card. */
  readonly told: Running[];
  readonly secondCardsRefused: Running[];
  /** Visits told of, by the facilitator who went. */
  readonly visits: Map<string, number>;
  readonly count: number;
  readonly until: number;
}

const isSettled = ({ view, claim }: Running): boolean =>
  view.ended !== undefined || (view.returned !== undefined && claim.withdraws === undefined);

export const isOver = (day: Day): boolean =>
  (day.running.size === day.count && [...day.running.values()].every(isSettled)) || Date.now() > day.until;

/** Whoever comes twice waits at home until the family has its card. */
export const isReady =
  (day: Day) =>
  (claim: Claim): boolean =>
    claim.double !== 'later' ||
    [...day.running.values()].some(
      (one) => one.claim.family === claim.family && one.view.products.some(({ state }) => state === 'active'),
    );

/** What a view of a case makes people do who are not at a desk. */
export function saw(day: Day, one: Running, view: CaseView): void {
  if (view.seq >= one.view.seq) one.view = view;
  const { withdraws } = one.claim;
  const comes =
    (withdraws === 'when-returned' && view.returned !== undefined) ||
    (withdraws === 'with-a-card' && view.products.length > 0) ||
    (withdraws === 'before-the-visit' && view.counter.slip);
  if (comes && view.ended === undefined && !day.withdrawing.includes(one)) day.withdrawing.push(one);
}
