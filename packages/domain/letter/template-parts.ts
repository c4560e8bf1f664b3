// The texts of a template with the conditions under which they stand: for those who look at a template without a case.
import type { Condition } from '../standard/conditions.ts';
import type { Letter, LetterBlock } from '../standard/letter.ts';

/** A text with placeholders that stands on the document when all of these hold. */
interface TemplateText {
  readonly text: string;
  readonly when: readonly Condition[];
}

const given = (...conditions: readonly (Condition | undefined)[]): readonly Condition[] =>
  conditions.filter((condition) => condition !== undefined);

const inBlock = (block: LetterBlock): readonly TemplateText[] => {
  const when = given(block.when);
  if ('paragraph' in block) return [{ text: block.paragraph, when }];
  if ('list' in block) return block.list.map((text) => ({ text, when }));
  if ('table' in block)
    return block.table.map((row) => ({ text: row.value, when: given(block.when, row.when) }));
  return [];
};

export const blocksOf = ({ body, annexes = [] }: Letter): readonly LetterBlock[] => [
  ...body,
  ...annexes.flatMap((annex) => annex.body),
];

export const templateTexts = (letter: Letter): readonly TemplateText[] => {
  const { annex, subject, to = [], copies = [], annexes = [] } = letter;
  const always = [annex, subject, ...to, ...copies, ...annexes.map(({ title }) => title)];
  return [
    ...always.flatMap((text) => (text === undefined ? [] : [{ text, when: [] }])),
    ...blocksOf(letter).flatMap(inBlock),
  ];
};

export const conditionsOnLetter = (letter: Letter): readonly Condition[] =>
  blocksOf(letter).flatMap((block) => [
    ...given(block.when),
    ...('table' in block ? block.table.flatMap((row) => given(row.when)) : []),
  ]);
