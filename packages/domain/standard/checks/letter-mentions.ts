// Names that the template of a letter mentions: facts behind placeholders, steps whose decisions are listed. Facts of
// conditions are mentioned with all other conditions; columns of lines are facts of the cases that a batch gathers.
import { blocksOf, templateTexts } from '../../letter/template-parts.ts';
import { parseTemplateText } from '../../letter/template-text.ts';
import type { Letter } from '../letter.ts';

export const factsNamedOn = (letter: Letter): readonly string[] =>
  templateTexts(letter).flatMap(({ text }) => {
    const parsed = parseTemplateText(text);
    return parsed.ok ? parsed.value.flatMap((part) => (part.kind === 'fact' ? [part.fact] : [])) : [];
  });

export const stepsNamedOn = (letter: Letter): readonly string[] =>
  blocksOf(letter).flatMap((block) => ('lines' in block && block.decided ? [block.decided.step] : []));
