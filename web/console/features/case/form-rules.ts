// Which fields an outcome asks for, and what still keeps a form from being sent. Conditions are the domain's own.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { FieldView } from '@layan/contract/staff/common';
import { ApiProblem } from '../../shared/api.ts';
import { type Answers, askedNow } from '../../shared/fields/asked.ts';
import { type EvidenceState, lackOfEvidence } from './evidence-rules.ts';
import type { Lack } from './lack.ts';
import type { Outcome, Texts } from './outcome.ts';
import { allowedBy } from './outcome-answers.ts';

/** What can be chosen: an interruption is an action with a single outcome of its own name. */
export function choicesOf(action: ActionView): readonly Outcome[] {
  if (action.kind === 'step') return action.outcomes;
  const { id, label, allowed, reason, note = 'none', kind } = action;
  const tone = kind === 'interruption' ? 'refuse' : kind === 'resume' ? 'proceed' : 'return';
  return [{ id, label, allowed, reason, note, tone, missing: false }];
}

const asked = (action: ActionView, view: CaseView, texts: Texts) =>
  askedNow(action.fields, view.ordinaryFacts, (fact) => texts[`fact.${fact}`] ?? '');

/** Answers as they stand, those the case already knows among them. */
export const answersNow = (action: ActionView, view: CaseView, texts: Texts): Answers =>
  asked(action, view, texts).answers;

/** The texts that count: of several options that come and go with a date, only those still offered. */
export const textsNow = (action: ActionView, view: CaseView, texts: Texts): Texts => ({
  ...texts,
  ...Object.fromEntries(
    Object.entries(asked(action, view, texts).texts).map(([fact, text]) => [`fact.${fact}`, text]),
  ),
});

/** Sealed answers the case has already: nobody needs to send them again. */
const isKept = (view: CaseView, fact: string): boolean =>
  !Object.hasOwn(view.ordinaryFacts, fact) && view.facts.some((known) => known.fact === fact);

/**
 * Fields whose condition holds, with the options the outcome leaves open. An outcome that asks for some of them still
 * takes the others: what was found on half a visit is kept. One that asks for nothing shows nothing.
 */
export function fieldsFor(
  action: ActionView,
  outcome: Outcome | undefined,
  view: CaseView,
  texts: Texts,
): FieldView[] {
  if (outcome === undefined || outcome.asks?.length === 0) return [];
  const allowed = allowedBy(outcome);
  return asked(action, view, texts).fields.flatMap((field) => {
    const { fact, options, hint } = field;
    const kept = isKept(view, fact);
    const values = allowed.get(fact);
    return [
      {
        ...field,
        required: (outcome.asks?.includes(fact) ?? field.required) && !kept,
        ...(kept ? { hint: `${hint ?? ''} Sudah ada di berkas; isi hanya bila berubah.`.trim() } : {}),
        ...(values === undefined || options === undefined
          ? {}
          : { options: options.filter(({ value }) => values.includes(value)) }),
      },
    ];
  });
}

/** Requirements and facts ticked as missing, from the kept texts. */
export function missingOf(texts: Texts): { requirements: string[]; facts: string[] } {
  const ticked = (kind: string): string[] =>
    Object.entries(texts).flatMap(([name, value]) =>
      name.startsWith(`missing.${kind}.`) && value === 'yes' ? [name.slice(`missing.${kind}.`.length)] : [],
    );
  return { requirements: ticked('requirement'), facts: ticked('fact') };
}

export const isEmpty = (texts: Texts, fact: string): boolean => (texts[`fact.${fact}`] ?? '').trim() === '';

const lackOfAnswer = ({ fact, label, type }: FieldView): Lack => ({
  at: `fact.${fact}`,
  label,
  sentence: ['choice', 'multichoice', 'boolean', 'region'].includes(type)
    ? 'Pilih dahulu salah satu.'
    : 'Isi dahulu bagian ini.',
});

const lackOfWords = (outcome: Outcome, texts: Texts): readonly Lack[] => {
  const { requirements, facts } = missingOf(texts);
  return [
    ...(outcome.missing && requirements.length + facts.length === 0
      ? [{ at: 'missing', label: 'Apa yang kurang', sentence: 'Tandai dahulu apa yang kurang.' }]
      : []),
    ...(outcome.note === 'required' && (texts.note ?? '').trim() === ''
      ? [{ at: 'note', label: 'Catatan untuk pemohon', sentence: 'Tulis dahulu catatan untuk pemohon.' }]
      : []),
  ];
};

/** Of several roles that may do it, one is named; a single one goes without saying. */
const lackOfCapacity = (capacities: ActionView['capacities'], texts: Texts): readonly Lack[] =>
  (capacities?.length ?? 0) > 1 && (texts.as ?? '') === ''
    ? [{ at: 'as', label: 'Sebagai', sentence: 'Pilih dahulu sebagai siapa Anda mengerjakannya.' }]
    : [];

/** Everything to mend before sending, in the order of the form; empty when it can go. */
export function lacksOf(
  outcome: Outcome | undefined,
  fields: readonly FieldView[],
  texts: Texts,
  evidence: readonly EvidenceState[] = [],
  capacities: ActionView['capacities'] = undefined,
): readonly Lack[] {
  if (outcome === undefined) return [{ at: 'outcome', label: 'Hasil', sentence: 'Pilih dahulu hasilnya.' }];
  return [
    ...lackOfCapacity(capacities, texts),
    ...fields.filter(({ fact, required }) => required && isEmpty(texts, fact)).map(lackOfAnswer),
    ...evidence.flatMap((one) => lackOfEvidence(one) ?? []),
    ...lackOfWords(outcome, texts),
  ];
}

/** Problems the API found in single fields. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  const problems = error instanceof ApiProblem ? (error.problem.problems ?? []) : [];
  return new Map(problems.map(({ field, detail }) => [field, detail]));
}
