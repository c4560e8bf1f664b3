// The lines of a batch as its documents list them: the cases that were gathered, opened, with what was decided on each.
import type { CaseEvent } from '@layan/domain/case/event';
import type { Line } from '@layan/domain/case/snapshot';
import type { LetterLine } from '@layan/domain/letter/letter-context';
import { valueText } from '@layan/domain/letter/value-text';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { CaseFile, CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { openLineNote } from '../sealing/line-note.ts';

export type LinePorts = Pick<Ports, 'cases' | 'standards' | 'vault'>;
export type PlaceName = (code: string) => string;

/** Cases that are read at once. */
const PORTION = 25;

export function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += PORTION) yield all.slice(at, at + PORTION);
}

/** The last decision of each step on each line, in the order in which they were taken, with its sealed note. */
function decisionsIn(events: readonly CaseEvent[]) {
  const byCase = new Map<string, Map<string, { decision: string; note?: { sealed: string } | undefined }>>();
  for (const { body } of events) {
    if (body.type !== 'linesDecided') continue;
    for (const { caseId, decision, note } of body.decisions) {
      const steps = byCase.get(caseId) ?? new Map();
      // The last one taken stands last.
      steps.delete(body.step);
      byCase.set(caseId, steps.set(body.step, { decision, note }));
    }
  }
  return byCase;
}

/** As they are printed; what is unknown is absent. */
export async function openCells(
  ports: Pick<LinePorts, 'standards' | 'vault'>,
  record: CaseRecord,
  columns: readonly string[],
  placeName: PlaceName,
): Promise<LetterLine['cells']> {
  const { standard } = await ports.standards.getPinned(record.snapshot.standard);
  const { facts } = indexOf(standard.process);
  const seal = caseSeal(ports.vault, record.key, record.snapshot.id);
  const cells = await Promise.all(
    columns.map(async (id) => {
      const [fact, kept] = [facts.get(id), record.snapshot.facts[id]];
      const value = kept === undefined ? undefined : await seal.openFact(id, kept);
      const text = fact && value !== undefined ? valueText(fact, value, undefined, placeName) : '';
      return text === '' ? [] : [[id, text] as const];
    }),
  );
  return Object.fromEntries(cells.flat());
}

export interface BatchFile {
  readonly file: Pick<CaseFile, 'record' | 'events'>;
  readonly index: ProcessIndex;
  readonly placeName: PlaceName;
}

/** Undefined for a case that is no batch. Whoever asks has the right to see the members’ columns. */
export async function openLetterLines(
  ports: LinePorts,
  { file, index, placeName }: BatchFile,
): Promise<readonly LetterLine[] | undefined> {
  const { lines } = file.record.snapshot;
  if (!lines) return undefined;
  const columns = index.process.lines?.columns.map(({ fact }) => fact) ?? [];
  const decided = decisionsIn(file.events);

  const lineOf = async (line: Line): Promise<LetterLine> => {
    const record = await ports.cases.find(line.caseId);
    const decisions = [...(decided.get(line.caseId) ?? [])].map(async ([step, { decision, note }]) => {
      const known = index.steps.get(step)?.lines?.decisions.find(({ id }) => id === decision);
      const said =
        note && record && (await openLineNote(ports.vault, { batch: file.record, line: record }, note));
      return { step, decision, label: known?.label ?? decision, ...(said !== undefined && { note: said }) };
    });
    return {
      ticket: line.ticket,
      cells: record ? await openCells(ports, record, columns, placeName) : {},
      decisions: await Promise.all(decisions),
      ...(line.out && { out: true }),
    };
  };
  const opened: LetterLine[] = [];
  for (const portion of portions(lines)) opened.push(...(await Promise.all(portion.map(lineOf))));
  return opened;
}
