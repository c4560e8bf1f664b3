// Who a case is about: its name for lists, its area, and the blind indexes that link people to their cases.
import type { PlainValue } from '@layan/domain/case/facts';
import { RegionCode } from '@layan/domain/kernel/ids';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { FormPage } from '@layan/domain/standard/facts';
import { identifierKind } from '../case/locks.ts';
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

export const peopleOf = async (
  vault: Vault,
  index: ProcessIndex,
  values: Values,
): Promise<readonly string[]> => {
  const people: string[] = [];
  for (const [id, value] of Object.entries(values)) {
    const kind = identifierKind(index, id);
    if (kind) people.push(...(await vault.indexes(kind, String(value))));
  }
  return people;
};
