// The values that a letter says, opened. What cannot be opened any more counts as unknown: nobody signs a guess.
import { type FactValues, isSealed, type PlainValue } from '@layan/domain/case/facts';
import { factsSaid } from '@layan/domain/letter/standing-parts';
import { conditionsOnLetter } from '@layan/domain/letter/template-parts';
import { factsIn } from '@layan/domain/process/conditions';
import type { Letter } from '@layan/domain/standard/letter';
import type { CaseSeal } from '../sealing/case-seal.ts';

export type LetterValues = Readonly<Record<string, PlainValue>>;

/** Ordinary facts decide what stands on it, so all of them come along; of the sealed ones those that are said, or whose being known decides. */
export async function openLetterValues(
  letter: Letter,
  /** What decides which parts stand: the same as `facts`, or with answers that are being typed. */
  deciding: FactValues,
  facts: FactValues,
  seal: Pick<CaseSeal, 'openFact'>,
): Promise<LetterValues> {
  const needed = new Set([
    ...factsSaid(letter, deciding),
    ...conditionsOnLetter(letter).flatMap((condition) => factsIn(condition)),
  ]);
  const opened = await Promise.all(
    Object.entries(facts)
      .filter(([id, value]) => needed.has(id) || !isSealed(value))
      .map(async ([id, value]) => [id, await seal.openFact(id, value)] as const),
  );
  return Object.fromEntries(opened.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}
