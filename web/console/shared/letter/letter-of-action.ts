// Which letter a step is about: the one that its review ends in.
import type { ActionView, CaseView, LadderView } from '@layan/contract/staff/case';
import type { LetterView } from '@layan/contract/staff/letter-view';

/** The review that a step belongs to, as its writer or as one of its tiers. */
export const ladderOf = (view: CaseView, { kind, id }: ActionView): LadderView | undefined =>
  kind === 'step'
    ? view.ladders.find(({ draft, tiers }) => draft === id || tiers.some(({ step }) => step === id))
    : undefined;

export function letterOfAction(view: CaseView, action: ActionView): LetterView | undefined {
  const tiers = ladderOf(view, action)?.tiers ?? [];
  return view.letters.find(
    ({ state, product, step }) =>
      (state === 'draft' || state === 'frozen') &&
      (product === action.signs || tiers.some((tier) => tier.step === step)),
  );
}
