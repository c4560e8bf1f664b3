// Letters in force stand in the form of the step that goes on with them, so that who hands one over prints it there.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { LetterView } from '@layan/contract/staff/letter-view';
import { Text } from '@mantine/core';
import { ladderOf } from '../../../shared/letter/letter-of-action.ts';
import { letterName } from '../../../shared/letter/letter-words.ts';
import { PrintLetter } from './print-letter.tsx';

const isInForce = ({ id, state }: LetterView): boolean => id !== undefined && state === 'active';

/** Steps after the review: the case goes on with what was signed. */
const goesOn = (view: CaseView, action: ActionView): boolean =>
  action.kind === 'step' && action.allowed && ladderOf(view, action) === undefined;

/** Whether some form of mine shows the letters already. */
export const isHandedOverInForm = (view: CaseView): boolean =>
  view.actions.some((action) => goesOn(view, action));

export function HandingOver({ view, action }: { view: CaseView; action: ActionView }) {
  const letters = goesOn(view, action) ? view.letters.filter(isInForce) : [];
  return letters.map((letter) => (
    <section key={letter.id} className="handing-over" aria-label={letterName(letter)}>
      <Text size="sm" fw={600}>
        {letterName(letter)}
      </Text>
      <PrintLetter caseId={view.id} letter={letter} />
    </section>
  ));
}
