// A letter that is frozen can be drawn: characters that no face of ours has are told while its facts can still be mended.
import type { FactValues } from '@layan/domain/case/facts';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { printableLetters } from '@layan/domain/letter/printable-letters';
import { factsSaid } from '@layan/domain/letter/standing-parts';
import { findOutcome, type ProcessIndex } from '@layan/domain/process/process-index';
import type { CaseFailure } from '../case/errors.ts';
import type { CaseSeal } from '../sealing/case-seal.ts';

const unprintableIn = async (
  seal: CaseSeal,
  known: FactValues,
  facts: readonly string[],
): Promise<{ readonly facts: readonly string[]; readonly characters: readonly string[] }> => {
  const read = await Promise.all(
    facts.map(async (fact) => {
      const value = known[fact];
      const text = value === undefined ? undefined : await seal.openFact(fact, value);
      return { fact, characters: typeof text === 'string' ? printableLetters(text).unprintable : [] };
    }),
  );
  const found = read.filter(({ characters }) => characters.length > 0);
  return {
    facts: found.map(({ fact }) => fact),
    characters: [...new Set(found.flatMap(({ characters }) => characters))],
  };
};

/** `known`: the facts of the case as they will be once the step is done. */
export const refuseUnprintable = async (
  seal: CaseSeal,
  index: ProcessIndex,
  { step, outcome }: { readonly step: string; readonly outcome: string },
  known: FactValues,
): Promise<Result<void, CaseFailure<'case-rejected'>>> => {
  const found = index.steps.get(step);
  const effects = (found && findOutcome(found, outcome)?.effects) ?? [];
  for (const effect of effects) {
    if (!('freeze' in effect)) continue;
    const product = effect.freeze;
    const letter = index.products.get(product)?.letter;
    if (!letter) continue;
    const { facts, characters } = await unprintableIn(seal, known, factsSaid(letter, known));
    if (facts.length === 0) continue;
    const rejection = { code: 'letter-unprintable', product, facts, characters } as const;
    return err({ code: 'case-rejected', rejection });
  }
  return ok(undefined);
};
