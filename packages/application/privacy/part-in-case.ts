// Which part somebody has in a case that was found by their NIK: it is theirs, or they are only named in it.

import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { SubjectRequest } from '@layan/domain/privacy/subject-request';
import { fieldsOf, indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';

export type PartInCase = NonNullable<SubjectRequest['parts']>[number];

/**
 * NIKs of whom a case is about: the first that its form asks for, and those that a product is exclusive by. Whoever else
 * stands in it (family, neighbours, who is complained of) is named.
 */
export const subjectFacts = (
  index: ProcessIndex,
  { channel }: Pick<CaseSnapshot, 'channel'>,
): readonly string[] => {
  const isNik = (id: string) => index.facts.get(id)?.type === 'nik';
  const asked = fieldsOf(index, index.channels.get(channel)?.form).map(({ fact }) => fact);
  const holders = index.process.products.flatMap(({ exclusive }) => exclusive?.by ?? []);
  return [...asked.filter(isNik).slice(0, 1), ...holders.filter(isNik)];
};

export const partInCase = async (
  { vault, standards }: Pick<Ports, 'vault' | 'standards'>,
  { snapshot, key }: CaseRecord,
  nik: string,
): Promise<PartInCase> => {
  const { standard } = await standards.getPinned(snapshot.standard);
  const index = indexOf(standard.process);
  const seal = caseSeal(vault, key, snapshot.id);
  const own = subjectFacts(index, snapshot);
  const niks = Object.entries(snapshot.facts).filter(([id]) => index.facts.get(id)?.type === 'nik');
  const opened = await Promise.all(
    niks.map(async ([id, kept]) => ((await seal.openFact(id, kept)) === nik ? [id] : [])),
  );
  const found = opened.flat();
  const fact = found.find((id) => own.includes(id)) ?? found[0];
  const part = (fact !== undefined && index.facts.get(fact)?.label) || 'disebut dalam berkas';
  const named = fact === undefined || !own.includes(fact);
  return { caseId: snapshot.id, part, ...(named && { named: true }) };
};
