// Names that the template of a letter mentions: facts behind placeholders and conditions, steps whose decisions are listed.
import { parseTemplateText } from '../../letter/template-text.ts';
import { factsIn } from '../../process/conditions.ts';
import type { Condition } from '../conditions.ts';
import type { Letter, LetterBlock } from '../letter.ts';

const named = (text: string | undefined): readonly string[] => {
  const parsed = text === undefined ? undefined : parseTemplateText(text);
  return parsed?.ok ? parsed.value.flatMap((part) => (part.kind === 'fact' ? [part.fact] : [])) : [];
};

const asked = (when: Condition | undefined): readonly string[] => (when ? factsIn(when) : []);

/** Columns of lines are facts of the cases that a batch gathers, not of the batch. */
const inBlock = (block: LetterBlock): readonly string[] => {
  if ('paragraph' in block) return [...asked(block.when), ...named(block.paragraph)];
  if ('list' in block) return [...asked(block.when), ...block.list.flatMap(named)];
  if ('table' in block)
    return [
      ...asked(block.when),
      ...block.table.flatMap(({ value, when }) => [...asked(when), ...named(value)]),
    ];
  return asked(block.when);
};

const blocksOf = ({ body, annexes = [] }: Letter): readonly LetterBlock[] => [
  ...body,
  ...annexes.flatMap((annex) => annex.body),
];

export const factsNamedOn = (letter: Letter): readonly string[] => [
  ...[letter.annex, letter.subject, ...(letter.to ?? []), ...(letter.copies ?? [])].flatMap(named),
  ...(letter.annexes ?? []).flatMap(({ title }) => named(title)),
  ...blocksOf(letter).flatMap(inBlock),
];

export const stepsNamedOn = (letter: Letter): readonly string[] =>
  blocksOf(letter).flatMap((block) => ('lines' in block && block.decided ? [block.decided.step] : []));
