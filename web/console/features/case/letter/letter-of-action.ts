// Which letter a step is about: the one it signs, or the draft on its way to be signed.
import type { ActionView, CaseView, LadderView } from '@layan/contract/staff/case';
import type { LetterView } from '@layan/contract/staff/letters';

/** The review that a step belongs to, as its writer or as one of its tiers. */
export const ladderOf = (view: CaseView, { kind, id }: ActionView): LadderView | undefined =>
  kind === 'step'
    ? view.ladders.find(({ draft, tiers }) => draft === id || tiers.some(({ step }) => step === id))
    : undefined;

export function letterOfAction(view: CaseView, action: ActionView): LetterView | undefined {
  const open = view.letters.filter(({ state }) => state === 'draft' || state === 'frozen');
  const signed = open.find(({ product }) => product === action.signs);
  return signed ?? (ladderOf(view, action) === undefined ? undefined : open[0]);
}
