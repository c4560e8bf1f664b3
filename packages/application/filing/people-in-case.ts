// Who a case is about: its name for lists, its area, and the blind indexes that link people to their cases.
import type { PlainValue } from '@layan/domain/case/facts';
import { RegionCode } from '@layan/domain/kernel/ids';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Fact, FormPage } from '@layan/domain/standard/facts';
import { identifierKind, type Under } from '../case/locks.ts';
import type { Vault } from '../ports/vault.ts';

/** In every list, whoever looks: the name is with the facts, for those alone who may see them. */
export const unnamed = 'Pelapor anonim';

type Values = Readonly<Record<string, PlainValue>>;

/** The first known fact that the standard names; else the first personal text of the form, by habit the applicant's name. */
export const displayNameOf = (index: ProcessIndex, pages: readonly FormPage[], values: Values): string => {
  const named = index.process.display ?? [];
  const asked = pages.flatMap((page) => page.fields.map(({ fact }) => fact));
  for (const fact of [...named, ...asked]) {
    const { type, privacy } = index.facts.get(fact) ?? {};
    const value = values[fact];
    if (type === 'text' && privacy === 'identifying' && value !== undefined) return String(value);
  }
  return 'Tanpa nama';
};

/** The first region that was answered divides the work. */
export const areaOf = (index: ProcessIndex, values: Values): RegionCode | undefined => {
  const [area] = Object.entries(values).filter(([id]) => index.facts.get(id)?.type === 'region');
  const code = RegionCode.safeParse(area?.[1]);
  return code.success ? code.data : undefined;
};

/**
 * What tells one person of a place from another where there is no NIK: name, day of birth and place, as one text. Undefined
 * where a NIK says it better, or one of the three is not known.
 */
export const likenessOf = (index: ProcessIndex, values: Values): string | undefined => {
  const known = (fits: (fact: Fact) => boolean) =>
    Object.entries(values).flatMap(([id, value]) => {
      const fact = index.facts.get(id);
      return fact && fits(fact) ? [String(value)] : [];
    });
  if (known(({ type }) => type === 'nik').length > 0) return undefined;
  const [named] = (index.process.display ?? []).flatMap((id) => values[id] ?? []);
  const born = known(({ type, privacy }) => type === 'date' && privacy === 'identifying');
  const area = areaOf(index, values);
  if (named === undefined || born.length !== 1 || area === undefined) return undefined;
  const name = String(named)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return JSON.stringify([name, born[0], area]);
};

/** Beside a NIK nothing else is needed; without one people are found by what they have in common. */
export const likenessIndex = async (
  vault: Pick<Vault, 'index'>,
  index: ProcessIndex,
  values: Values,
): Promise<readonly string[]> => {
  const likeness = likenessOf(index, values);
  return likeness === undefined ? [] : [await vault.index('fingerprint', likeness)];
};

export const peopleOf = async (
  vault: Vault,
  index: ProcessIndex,
  values: Values,
  under: Under = 'kept',
): Promise<readonly string[]> => {
  const people: string[] = [];
  for (const [id, value] of Object.entries(values)) {
    const kind = identifierKind(index, id);
    if (!kind) continue;
    const text = String(value);
    people.push(...(await (under === 'kept' ? vault.indexes(kind, text) : vault.everyIndex(kind, text))));
  }
  return [...people, ...(await likenessIndex(vault, index, values))];
};
