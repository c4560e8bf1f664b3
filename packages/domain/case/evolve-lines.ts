// The lines of a batch after some were decided on, or one left it.
import type { InstantText } from '../kernel/ids.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Outcome, Step } from '../standard/step.ts';
import type { CaseEventBody } from './event.ts';
import type { Line } from './snapshot.ts';

type LineBody = Extract<CaseEventBody, { type: 'linesDecided' | 'lineDropped' }>;

const drops = (index: ProcessIndex, step: string, decision: string): boolean =>
  index.steps.get(step)?.lines?.decisions.find(({ id }) => id === decision)?.drops === true;

export const evolveLines = (
  lines: readonly Line[],
  index: ProcessIndex,
  at: InstantText,
  body: LineBody,
): Line[] => {
  if (body.type === 'lineDropped')
    return lines.map((line) =>
      line.caseId === body.caseId ? { ...line, out: { at, why: body.why } } : line,
    );
  const decided = new Map(body.decisions.map(({ caseId, decision }) => [caseId, decision]));
  return lines.map((line) => {
    const decision = decided.get(line.caseId);
    if (decision === undefined) return line;
    return {
      ...line,
      decided: { ...line.decided, [body.step]: decision },
      ...(drops(index, body.step, decision) && { out: { at, why: decision } }),
    };
  });
};

/** The decision of the step by which a line leaves the batch once the step is done. */
export const refusesLine = ({ lines }: Step, { tone }: Outcome, decision: string | undefined): boolean =>
  tone !== 'return' &&
  lines?.decisions.some(({ id, tone: said }) => id === decision && said === 'refuse') === true;

/** Who was refused by a step that is done is not decided on again, and stands on no list of those who go on. */
export const withoutRefused = (
  lines: readonly Line[] | undefined,
  step: Step,
  outcome: Outcome,
  at: InstantText,
): Line[] | undefined =>
  lines?.map((line) => {
    const decision = line.decided?.[step.id];
    if (line.out || decision === undefined || !refusesLine(step, outcome, decision)) return line;
    return { ...line, out: { at, why: decision } };
  });
