// The parts of a document that stand on it in a case, and which of the facts they need are unknown. Sealed values count as
// known, so that this can be asked before anything is opened.
import type { FactValues } from '../case/facts.ts';
import { holds } from '../process/conditions.ts';
import type { Letter, LetterBlock } from '../standard/letter.ts';
import { parseTemplateText, type TemplatePart } from './template-text.ts';

type Conditional = Pick<LetterBlock, 'when'>;

/** Those whose condition holds; without one they always stand. */
export const standing = <T extends Conditional>(parts: readonly T[], facts: FactValues): readonly T[] =>
  parts.filter(({ when }) => holds(when, facts));

/** @throws for a template that the checker refuses: no version with it is ever published. */
export function partsOf(text: string): readonly TemplatePart[] {
  const parsed = parseTemplateText(text);
  if (!parsed.ok) throw new Error(`Not a template text: ${parsed.error.code} at ${parsed.error.at}`);
  return parsed.value;
}

export function textsOfBlock(block: LetterBlock, facts: FactValues): readonly string[] {
  if ('paragraph' in block) return [block.paragraph];
  if ('list' in block) return block.list;
  if ('table' in block) return standing(block.table, facts).map(({ value }) => value);
  return [];
}

const textsOfBody = (body: readonly LetterBlock[], facts: FactValues): readonly string[] =>
  standing(body, facts).flatMap((block) => textsOfBlock(block, facts));

/** Every text with placeholders that stands on the document, from top to bottom. */
export const standingTexts = (letter: Letter, facts: FactValues): readonly string[] => [
  ...(letter.annex === undefined ? [] : [letter.annex]),
  ...(letter.subject === undefined ? [] : [letter.subject]),
  ...(letter.to ?? []),
  ...textsOfBody(letter.body, facts),
  ...(letter.copies ?? []),
  ...(letter.annexes ?? []).flatMap(({ title, body }) => [title, ...textsOfBody(body, facts)]),
];

/** Facts that the document says, each once. */
export const factsSaid = (letter: Letter, facts: FactValues): readonly string[] => [
  ...new Set(
    standingTexts(letter, facts)
      .flatMap(partsOf)
      .flatMap((part) => (part.kind === 'fact' ? [part.fact] : [])),
  ),
];

/** Facts that the document says and the case does not know: with one of them nobody may freeze it. */
export const unknownInLetter = (letter: Letter, facts: FactValues): readonly string[] =>
  factsSaid(letter, facts).filter((fact) => facts[fact] === undefined);
