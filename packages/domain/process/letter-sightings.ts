// What an exploration notices about letters: one that is issued without having been frozen, that is changed or given back
// while it waits to be signed, that nobody signs, and what it says that nobody has told.

import { templateTexts } from '../letter/template-parts.ts';
import { parseTemplateText } from '../letter/template-text.ts';
import type { Condition } from '../standard/conditions.ts';
import type { Ending } from '../standard/ending.ts';
import type { Product } from '../standard/product.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { takenKey } from './automatic.ts';
import { holds } from './conditions.ts';
import type { Point } from './point.ts';
import type { ProcessIndex } from './process-index.ts';

export interface LetterSighting {
  readonly kind: 'letter';
  /** unsigned: the case ends while it waits. uncancelled: its draft goes back. blank: it says what nobody has told. */
  readonly fault: 'unfrozen' | 'corrected' | 'uncancelled' | 'unsigned' | 'blank';
  readonly product: string;
  /** `<step>:<outcome>`, or the ending. */
  readonly at: string;
  /** Of a blank. */
  readonly fact?: string;
}

interface Said {
  readonly fact: string;
  readonly when: readonly Condition[];
}

const saidOn = ({ letter }: Product): readonly Said[] =>
  (letter ? templateTexts(letter) : []).flatMap(({ text, when }) => {
    const parsed = parseTemplateText(text);
    const parts = parsed.ok ? parsed.value : [];
    return parts.flatMap((part) => (part.kind === 'fact' ? [{ fact: part.fact, when }] : []));
  });

/** Steps that write the draft of each letter. */
const draftsOf = ({ process }: ProcessIndex, product: string): readonly string[] =>
  process.steps.flatMap(({ review, outcomes }) =>
    review?.verb === 'sign' &&
    outcomes.some(({ effects = [] }) =>
      effects.some((effect) => 'issue' in effect && effect.issue === product),
    )
      ? [review.draft]
      : [],
  );

interface LetterSightings {
  readonly atOutcome: (
    step: Step,
    outcome: Outcome,
    before: Point,
    after: Point,
  ) => readonly LetterSighting[];
  readonly atEnding: (ending: Ending, point: Point) => readonly LetterSighting[];
}

/** Blanks are looked for among these facts only: what is not told apart says nothing. */
export const letterSightings = (index: ProcessIndex, among: readonly string[]): LetterSightings => {
  const letters = index.process.products
    .filter(({ letter }) => letter)
    .map((product) => ({
      id: product.id,
      drafts: draftsOf(index, product.id),
      said: saidOn(product).filter(({ fact }) => among.includes(fact)),
    }));
  const sighting = (
    fault: LetterSighting['fault'],
    product: string,
    at: string,
    fact?: string,
  ): LetterSighting => ({ kind: 'letter', fault, product, at, ...(fact !== undefined && { fact }) });

  return {
    atOutcome: (step, { id, tone, effects = [] }, before, after) => {
      const at = takenKey(step.id, id);
      return letters.flatMap(({ id: product, drafts, said }): readonly LetterSighting[] => {
        const waits = before.products[product] === 'frozen';
        const issues = effects.some((effect) => 'issue' in effect && effect.issue === product);
        if (issues) return waits ? [] : [sighting('unfrozen', product, at)];
        if (!waits)
          return after.products[product] === 'frozen'
            ? said
                .filter(
                  ({ fact, when }) =>
                    after.facts[fact] === undefined && when.every((one) => holds(one, after.facts)),
                )
                .map(({ fact }) => sighting('blank', product, at, fact))
            : [];
        if (after.products[product] !== 'frozen') return [];
        const { review } = step;
        if (tone === 'return' && review && drafts.includes(review.draft))
          return [sighting('uncancelled', product, at)];
        const corrects = review?.verb === 'correct' && drafts.includes(review.draft);
        return corrects || drafts.includes(step.id) ? [sighting('corrected', product, at)] : [];
      });
    },
    atEnding: ({ id }, { products }) =>
      letters
        .filter((letter) => products[letter.id] === 'frozen')
        .map((letter) => sighting('unsigned', letter.id, id)),
  };
};
