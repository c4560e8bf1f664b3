// Whether something that lies about is a person's: it names their NIK. What cannot be opened is nobody's any more.
import type { PlainValue } from '@layan/domain/case/facts';
import { indexOf } from '@layan/domain/process/process-index';
import { productOf } from '../card/card-view.ts';
import type { Ports } from '../ports/surroundings.ts';
import { subjectFacts } from '../privacy/part-in-case.ts';
import { openHolder } from '../register/holder-facts.ts';
import { openCells } from '../register/import-row-view.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { Trace } from './trace-places.ts';

type IsOfPersonPorts = Pick<Ports, 'vault' | 'standards'>;

const digits = (text: string): string => text.replaceAll(/\D/g, '');

const niksIn = async (
  ports: IsOfPersonPorts,
  trace: Exclude<Trace, { kind: 'scans' }>,
): Promise<readonly string[]> => {
  if (trace.kind === 'row') return [(await openCells(ports, trace.record, trace.row))?.nik ?? ''];
  if (trace.kind === 'card') {
    const of = await productOf(ports, trace.card.agency, trace.card);
    return [(of && (await openHolder(ports.vault, of, trace.card)))?.holder.nik ?? ''];
  }
  const { filing } = trace;
  const { standard } = await ports.standards.getPinned(filing.standard);
  const index = indexOf(standard.process);
  const seal = caseSeal(ports.vault, filing.key, filing.caseId);
  // Whoever else stands in somebody's form (family, who is complained of) is named there, and it is not theirs.
  const own = new Set(subjectFacts(index, filing));
  const opened = Object.entries(filing.facts).map(
    async ([id, kept]): Promise<PlainValue> => (own.has(id) ? ((await seal.openFact(id, kept)) ?? '') : ''),
  );
  // What was typed and could not be read may be the number all the same.
  const unread = Object.entries(filing.unread).map(async ([id, kept]) =>
    own.has(id) ? ((await seal.openText(`unread:${id}`, kept)) ?? '') : '',
  );
  return (await Promise.all([...opened, ...unread])).map(String);
};

export const isOfPerson = async (ports: IsOfPersonPorts, trace: Trace, nik: string): Promise<boolean> =>
  trace.kind === 'scans' || (await niksIn(ports, trace)).some((one) => digits(one) === digits(nik));
