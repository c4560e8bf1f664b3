// The values that a letter says, opened. What cannot be opened any more counts as unknown: nobody signs a guess.
import { type FactValues, isSealed, type PlainValue } from '@layan/domain/case/facts';
import { factsSaid } from '@layan/domain/letter/standing-parts';
import type { Letter } from '@layan/domain/standard/letter';
import type { CaseSeal } from '../sealing/case-seal.ts';

export type LetterValues = Readonly<Record<string, PlainValue>>;

/** Ordinary facts decide what stands on it, so all of them come along; of the sealed ones only those that are said. */
export async function openLetterValues(
  letter: Letter,
  /** What decides which parts stand: the same as `facts`, or with answers that are being typed. */
  deciding: FactValues,
  facts: FactValues,
  seal: CaseSeal,
): Promise<LetterValues> {
  const said = new Set(factsSaid(letter, deciding));
  const opened = await Promise.all(
    Object.entries(facts)
      .filter(([id, value]) => said.has(id) || !isSealed(value))
      .map(async ([id, value]) => [id, await seal.openFact(id, value)] as const),
  );
  return Object.fromEntries(opened.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}
