// Seals and opens what belongs to one case: facts, notes, the name for lists. Values keep their type through sealing.
import { type FactValue, type FactValues, isSealed, PlainValue, type Sealed } from '@layan/domain/case/facts';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Fact } from '@layan/domain/standard/facts';
import { destroyedKey, type Vault, type WrappedKey } from '../ports/vault.ts';

/** Fields that are not facts. Notes share one: a timeline carries them without their number. */
export type TextField =
  | 'note'
  | 'secret'
  | 'display'
  | 'reason'
  | 'late'
  | 'subject'
  | `unread:${string}`
  | `line:${string}`;

export interface CaseSeal {
  sealText(field: TextField, text: string): Promise<Sealed>;
  /** Undefined when it cannot be opened. */
  openText(field: TextField, sealed: Sealed): Promise<string | undefined>;
  /** Seals what is not ordinary and leaves the rest as it is. */
  sealFacts(
    facts: ReadonlyMap<string, Fact>,
    values: Readonly<Record<string, PlainValue>>,
  ): Promise<FactValues>;
  /** Undefined when it cannot be opened. */
  openFact(fact: string, value: FactValue): Promise<PlainValue | undefined>;
  /** What stands where a value cannot be opened: that it was erased, or else `words`. */
  unopened(words: string): string;
}

/** In place of everything personal of a case that was erased. */
export const erasedWords = 'Data pribadi telah dihapus';

export const caseSeal = (vault: Vault, key: WrappedKey, caseId: CaseId): CaseSeal => {
  const openText = async (field: string, sealed: Sealed) => {
    const opened = await vault.open(key, { caseId, field }, sealed);
    return opened.ok ? opened.value : undefined;
  };
  return {
    sealText: (field, text) => vault.seal(key, { caseId, field }, text),
    openText,
    sealFacts: async (facts, values) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(values).map(async ([id, value]): Promise<[string, FactValue]> => {
            // A fact without a definition is sealed too: nothing is ordinary by accident.
            if (facts.get(id)?.privacy === 'ordinary') return [id, value];
            return [id, await vault.seal(key, { caseId, field: id }, JSON.stringify(value))];
          }),
        ),
      ),
    unopened: (words) => (key === destroyedKey ? erasedWords : words),
    openFact: async (fact, value) => {
      if (!isSealed(value)) return value;
      const text = await openText(fact, value);
      return text === undefined ? undefined : PlainValue.parse(JSON.parse(text));
    },
  };
};
