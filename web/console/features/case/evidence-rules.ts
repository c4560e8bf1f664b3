// Evidence of a step as it stands: what is asked now, what arrived, what still keeps the step from being done.
import type { ActionView } from '@layan/contract/staff/case';
import { evaluate } from '@layan/domain/process/conditions';
import { Condition } from '@layan/domain/standard/conditions';
import type { Answers } from '../../shared/fields/asked.ts';
import type { Lack } from './lack.ts';
import type { Outcome, Texts } from './outcome.ts';

type Evidence = ActionView['evidence'][number];
type Brought = Evidence['documents'][number];

export interface EvidenceState {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  /** Without those that were taken out again. */
  readonly documents: readonly Brought[];
}

/** Taking out is remembered with the texts of the form: what was sent stays where it is, but goes into no file. */
export const droppedAs = (document: string): string => `dropped.${document}`;

const isAsked = ({ when }: Evidence, answers: Answers): boolean => {
  const condition = Condition.safeParse(when);
  return !condition.success || evaluate(condition.data, answers) === true;
};

/** As the domain has it: what came of the step without looking closer needs no evidence. */
const looksCloser = ({ tone, asks }: Outcome): boolean => tone === 'proceed' && asks?.length !== 0;

/** Evidence that may come with an outcome, and whether it must. */
export const evidenceNow = (
  action: ActionView,
  outcome: Outcome | undefined,
  answers: Answers,
  texts: Texts,
): readonly EvidenceState[] =>
  (outcome === undefined ? [] : action.evidence)
    .filter((evidence) => isAsked(evidence, answers))
    .map(({ id, label, hint, required, documents }) => ({
      id,
      label,
      hint,
      required: required && outcome !== undefined && looksCloser(outcome),
      documents: documents.filter((document) => texts[droppedAs(document.id)] !== 'yes'),
    }));

const isUnderWay = ({ state }: Brought): boolean => state === 'expected' || state === 'checking';

export function lackOfEvidence({ id, label, required, documents }: EvidenceState): Lack | undefined {
  const at = `evidence.${id}`;
  if (documents.some(({ state }) => state === 'accepted')) return undefined;
  if (documents.some(isUnderWay)) {
    return { at, label, sentence: 'Tunggu sebentar, foto ini masih diperiksa.' };
  }
  return required ? { at, label, sentence: 'Lampirkan dahulu bukti ini.' } : undefined;
}

/** What becomes part of the file when the step is done. */
export const attachmentsOf = (
  evidence: readonly EvidenceState[],
): { readonly requirement: string; readonly document: string }[] =>
  evidence.flatMap(({ id, documents }) =>
    documents
      .filter(({ state }) => state === 'accepted')
      .map((one) => ({ requirement: id, document: one.id })),
  );
