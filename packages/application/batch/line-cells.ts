// What screens show of the cases in a batch, or of those that wait for one: the columns of the standard, each as this
// member may see it in that very case.
import { hidesFact, opensCase, readsPersonalFacts } from '@layan/domain/access/case-access';
import type { PlainValue } from '@layan/domain/case/facts';
import type { CaseId } from '@layan/domain/kernel/ids';
import { isMaskable, maskIdentifier } from '@layan/domain/person/masking';
import { indexOf } from '@layan/domain/process/process-index';
import type { Fact } from '@layan/domain/standard/facts';
import { readableText } from '../form/fact-text.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';

export type Cells = Readonly<Record<string, string>>;

export interface CellParts {
  readonly ports: Pick<Ports, 'cases' | 'standards' | 'vault'>;
  readonly member: Membership;
  readonly columns: readonly { readonly fact: string }[];
  readonly placeName: (code: string) => string;
  /** What is masked otherwise is read as well: the reading was logged before. */
  readonly clear: boolean;
}

const hidden = '••••';

const shown = (
  fact: Fact,
  value: PlainValue | undefined,
  { placeName, clear }: CellParts,
  { part, unopened }: { readonly part: boolean; readonly unopened: string },
) => {
  if (value === undefined) return unopened;
  if (fact.privacy === 'ordinary' || clear) return readableText(fact, value, placeName);
  if (isMaskable(fact.type)) return maskIdentifier(String(value));
  return fact.privacy === 'identifying' && part ? readableText(fact, value, placeName) : hidden;
};

const cellsOf = async (parts: CellParts, { snapshot, key }: CaseRecord): Promise<Cells> => {
  const { ports, member, columns } = parts;
  const { standard } = await ports.standards.getPinned(snapshot.standard);
  const index = indexOf(standard.process);
  // A case that is not theirs shows nothing, though its ticket stands in their batch.
  if (!opensCase(index, snapshot, member)) return {};
  const seal = caseSeal(ports.vault, key, snapshot.id);
  const part = readsPersonalFacts(index, snapshot, member);
  const unopened = seal.unopened('tidak terbaca');
  const cells = columns.map(async ({ fact: id }): Promise<readonly (readonly [string, string])[]> => {
    const fact = index.facts.get(id);
    const kept = snapshot.facts[id];
    if (!fact || kept === undefined || hidesFact(index, snapshot, id, member)) return [];
    return [[id, shown(fact, await seal.openFact(id, kept), parts, { part, unopened })]];
  });
  return Object.fromEntries((await Promise.all(cells)).flat());
};

const atOnce = 20;

/** By case; one get each. A case that is gone has no cells. */
export const readCells = async (
  parts: CellParts,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, Cells>> => {
  const found = new Map<CaseId, Cells>();
  for (let from = 0; from < cases.length; from += atOnce)
    await Promise.all(
      cases.slice(from, from + atOnce).map(async (id) => {
        const record = await parts.ports.cases.find(id);
        found.set(id, record ? await cellsOf(parts, record) : {});
      }),
    );
  return found;
};
