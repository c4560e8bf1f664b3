// By what a case is found: the people it was filed for, as they stand in its first event, or as that was set right since at
// their own request.
import type { CaseEvent } from '@layan/domain/case/event';
import type { FactValues, PlainValue } from '@layan/domain/case/facts';
import { indexOf } from '@layan/domain/process/process-index';
import type { Under } from '../case/locks.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { peopleOf } from './people-in-case.ts';

type LinkPorts = Pick<Ports, 'vault' | 'standards'>;

interface File {
  readonly record: Pick<CaseRecord, 'snapshot' | 'key'>;
  readonly events: readonly CaseEvent[];
}

/** Undefined when a value does not open. */
export const openFacts = async (
  { vault }: Pick<Ports, 'vault'>,
  { snapshot, key }: File['record'],
  facts: FactValues,
): Promise<Readonly<Record<string, PlainValue>> | undefined> => {
  const seal = caseSeal(vault, key, snapshot.id);
  const opened: Record<string, PlainValue> = {};
  for (const [id, kept] of Object.entries(facts)) {
    const value = await seal.openFact(id, kept);
    if (value === undefined) return undefined;
    opened[id] = value;
  }
  return opened;
};

/** Undefined when a value does not open. */
export const linksOf = async (
  ports: LinkPorts,
  { record, events }: File,
  under: Under,
): Promise<readonly string[] | undefined> => {
  const filed = events.map(({ body }) => body).find(({ type }) => type === 'caseFiled');
  // Who is anonymous is found by nothing.
  if (filed?.type !== 'caseFiled' || record.snapshot.anonymous) return [];
  const corrected = events.flatMap(({ body }) =>
    body.type === 'factsCorrected' ? Object.entries(body.facts) : [],
  );
  const own = corrected.filter(([id]) => Object.hasOwn(filed.facts, id));
  const values = await openFacts(ports, record, { ...filed.facts, ...Object.fromEntries(own) });
  if (!values) return undefined;
  const { standard } = await ports.standards.getPinned(filed.standard);
  return peopleOf(ports.vault, indexOf(standard.process), values, under);
};
