// Which fields an outcome asks for, and what still keeps a form from being sent. Conditions are the domain's own.
import type { ActionView, CaseView, OutcomeView } from '@layan/contract/staff/case';
import type { FieldView } from '@layan/contract/staff/common';
import { evaluate } from '@layan/domain/process/conditions';
import { Condition } from '@layan/domain/standard/conditions';
import type * as z from 'zod';
import { ApiProblem } from '../../shared/api.ts';

export type Outcome = z.output<typeof OutcomeView>;
type Texts = Readonly<Record<string, string>>;

function plain(field: FieldView, text: string): string | number | boolean {
  if (field.type === 'integer') return Number(text);
  if (field.type === 'boolean') return text === 'true';
  return text;
}

function factsNow(
  action: ActionView,
  view: CaseView,
  texts: Texts,
): Record<string, string | number | boolean> {
  const typed = action.fields.flatMap((field) => {
    const text = texts[`fact.${field.fact}`];
    return text === undefined || text === '' ? [] : [[field.fact, plain(field, text)] as const];
  });
  return { ...view.ordinaryFacts, ...Object.fromEntries(typed) };
}

/** What can be chosen: an interruption is an action with a single outcome of its own name. */
export function choicesOf(action: ActionView): readonly Outcome[] {
  if (action.kind === 'step') return action.outcomes;
  const { id, label, allowed, reason, note = 'none' } = action;
  return [{ id, label, allowed, reason, note, tone: 'refuse', missing: false }];
}

/** Fields to show for an outcome: those it asks for whose condition is not false. */
export function fieldsFor(
  action: ActionView,
  outcome: Outcome | undefined,
  view: CaseView,
  texts: Texts,
): FieldView[] {
  if (outcome === undefined) return [];
  const facts = factsNow(action, view, texts);
  return action.fields.filter(({ fact, when }) => {
    if (outcome.asks !== undefined && !outcome.asks.includes(fact)) return false;
    const condition = Condition.safeParse(when);
    return !condition.success || evaluate(condition.data, facts) === true;
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

/** The first thing to mend before sending, as a sentence; undefined when the form can go. */
export function whyNotYet(
  outcome: Outcome | undefined,
  fields: readonly FieldView[],
  texts: Texts,
): string | undefined {
  if (outcome === undefined) return 'Pilih dahulu hasilnya.';
  const empty = fields.find(({ fact, required }) => required && (texts[`fact.${fact}`] ?? '').trim() === '');
  if (empty !== undefined) return `Isi dahulu: ${empty.label}.`;
  const { requirements, facts } = missingOf(texts);
  if (outcome.missing && requirements.length + facts.length === 0) return 'Tandai dahulu apa yang kurang.';
  if (outcome.note === 'required' && (texts.note ?? '').trim() === '')
    return 'Tulis dahulu catatan untuk pemohon.';
  return undefined;
}

/** Problems the API found in single fields. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  const problems = error instanceof ApiProblem ? (error.problem.problems ?? []) : [];
  return new Map(problems.map(({ field, detail }) => [field, detail]));
}
