// The lines of a batch: what it is filed with, which of them are in it, and what they hold up.
import type { ProcessIndex } from '../process/process-index.ts';
import type { Outcome, Step } from '../standard/step.ts';
import type { CaseRejection, FileCase } from './command.ts';
import type { CaseSnapshot, Line } from './snapshot.ts';

export const standsTwice = (lines: readonly { readonly caseId: string }[]): boolean =>
  new Set(lines.map(({ caseId }) => caseId)).size < lines.length;

/** A batch has lines and nothing else has, each once and no more than the standard lets it take. */
export const refuseLines = ({ process }: ProcessIndex, { lines }: FileCase): CaseRejection | undefined => {
  if (!process.lines) return lines && { code: 'lines-refused', reason: 'no-batch' };
  if (!lines || lines.length === 0) return { code: 'lines-refused', reason: 'empty' };
  if (lines.length > process.lines.atMost)
    return { code: 'lines-refused', reason: 'too-many', atMost: process.lines.atMost };
  return standsTwice(lines) ? { code: 'lines-refused', reason: 'twice' } : undefined;
};

export const linesIn = ({ lines = [] }: Pick<CaseSnapshot, 'lines'>): readonly Line[] =>
  lines.filter(({ out }) => out === undefined);

/** Whether the step refused all who were left: what it decided is still to be written and signed. */
const refusedByStep = ({ lines: asked, id }: Step, lines: readonly Line[]): boolean => {
  const refusals = asked?.decisions.filter(({ tone, drops }) => tone === 'refuse' && !drops) ?? [];
  return lines.some(({ decided }) => refusals.some((decision) => decision.id === decided?.[id]));
};

/** A batch in which nobody is left does not proceed, and where each line must be decided, not before that. */
export const refuseProceeding = (
  { process }: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  { tone }: Outcome,
): CaseRejection | undefined => {
  if (!process.lines || tone !== 'proceed') return undefined;
  const left = linesIn(snapshot);
  if (left.length === 0 && !refusedByStep(step, snapshot.lines ?? [])) return { code: 'no-lines-left' };
  const open = step.lines?.every ? left.filter(({ decided }) => decided?.[step.id] === undefined) : [];
  return open.length > 0 ? { code: 'lines-undecided', count: open.length } : undefined;
};
