// What each line of a batch has to hear of, in the order in which it happened: read from the events of the batch alone.
import type { CaseId, InstantText } from '../kernel/ids.ts';
import { findOutcome, indexOf } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import { refusesLine } from './evolve-lines.ts';
import type { Sealed } from './facts.ts';

type Body<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;

export interface BatchNews {
  /** Of the event of the batch that it is. */
  readonly seq: number;
  readonly at: InstantText;
  /** The first of these that the case waits for counts. */
  readonly what: readonly (
    | { readonly step: string; readonly decision: string }
    | { readonly step: string; readonly outcome: string }
    | { readonly ending: string }
  )[];
  /** With the decision on the line, as it stands in the event. */
  readonly note?: Sealed;
  /** The batch lets go of it. */
  readonly leaves?: true;
}

interface Decided {
  readonly decision: string;
  readonly note?: Sealed | undefined;
}

/** Whether one of these events of a batch is news to any of its cases: nearly all decisions are only once their step is done. */
export const tellsLines = ({ process }: Standard, events: readonly CaseEvent[]): boolean =>
  process.lines !== undefined &&
  events.some(({ body }) => {
    if (body.type !== 'linesDecided') return ['caseFiled', 'stepCompleted', 'caseEnded'].includes(body.type);
    const known = indexOf(process).steps.get(body.step)?.lines?.decisions ?? [];
    return body.decisions.some(({ decision }) => known.some(({ id, drops }) => drops && id === decision));
  });

/**
 * News by case. A decision that takes a line out counts at once; any other once its step is done with an outcome that
 * does not return it: until then it may be replaced.
 */
export const batchNews = (
  standard: Standard,
  events: readonly CaseEvent[],
): ReadonlyMap<CaseId, readonly BatchNews[]> => {
  const index = indexOf(standard.process);
  const news = new Map<CaseId, BatchNews[]>();
  const inside = new Set<CaseId>();
  const decided = new Map<string, Decided>();
  const tell = (caseId: CaseId, one: BatchNews) => void news.get(caseId)?.push(one);

  const filed = ({ lines = [] }: Body<'caseFiled'>): void => {
    for (const { caseId } of lines) {
      inside.add(caseId);
      news.set(caseId, []);
    }
  };
  const onLines = ({ seq, at }: CaseEvent, { step, decisions }: Body<'linesDecided'>): void => {
    const known = index.steps.get(step)?.lines?.decisions ?? [];
    for (const { caseId, decision, note } of decisions) {
      decided.set(`${step} ${caseId}`, { decision, note });
      if (!known.some(({ id, drops }) => drops && id === decision)) continue;
      inside.delete(caseId);
      tell(caseId, { seq, at, what: [{ step, decision }], ...(note && { note }), leaves: true });
    }
  };
  const onStep = ({ seq, at }: CaseEvent, body: Body<'stepCompleted'>): void => {
    const step = index.steps.get(body.step);
    const outcome = step && findOutcome(step, body.outcome);
    for (const caseId of [...inside]) {
      const last = outcome?.tone === 'return' ? undefined : decided.get(`${body.step} ${caseId}`);
      const leaves = step && outcome && refusesLine(step, outcome, last?.decision);
      if (leaves) inside.delete(caseId);
      const whole = { step: body.step, outcome: body.outcome };
      tell(caseId, {
        seq,
        at: body.happenedAt ?? at,
        what: last ? [{ step: body.step, decision: last.decision }, whole] : [whole],
        ...(last?.note && { note: last.note }),
        ...(leaves && { leaves: true as const }),
      });
    }
  };

  for (const event of events) {
    const { body, seq, at } = event;
    if (body.type === 'caseFiled') filed(body);
    if (body.type === 'linesDecided') onLines(event, body);
    if (body.type === 'lineDropped') inside.delete(body.caseId);
    if (body.type === 'stepCompleted') onStep(event, body);
    if (body.type === 'caseEnded')
      for (const caseId of inside) tell(caseId, { seq, at, what: [{ ending: body.ending }], leaves: true });
  }
  return news;
};
