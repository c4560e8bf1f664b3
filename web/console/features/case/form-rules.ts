// Which fields an outcome asks for, and what still keeps a form from being sent. Conditions are the domain's own.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { FieldView } from '@layan/contract/staff/common';
import { evaluate } from '@layan/domain/process/conditions';
import { Condition } from '@layan/domain/standard/conditions';
import { ApiProblem } from '../../shared/api.ts';
import type { Outcome, Texts } from './outcome.ts';
import { allowedBy } from './outcome-answers.ts';

/** What is to be mended before a form can go, and where. */
export interface Lack {
  /** `outcome`, `missing`, `note`, or `fact.<id>`. */
  readonly at: string;
  readonly sentence: string;
}

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

/** Fields that an outcome asks for and whose condition holds, with the options it leaves open. */
export function fieldsFor(
  action: ActionView,
  outcome: Outcome | undefined,
  view: CaseView,
  texts: Texts,
): FieldView[] {
  if (outcome === undefined) return [];
  const facts = factsNow(action, view, texts);
  const allowed = allowedBy(outcome);
  return action.fields.flatMap((field) => {
    const { fact, when, options } = field;
    if (outcome.asks !== undefined && !outcome.asks.includes(fact)) return [];
    const condition = Condition.safeParse(when);
    if (condition.success && evaluate(condition.data, facts) !== true) return [];
    const values = allowed.get(fact);
    if (values === undefined || options === undefined) return [field];
    return [{ ...field, options: options.filter(({ value }) => values.includes(value)) }];
  });
}

/** Whether the outcome itself answers the question: there is nothing left to choose. */
export const isSettled = ({ options }: FieldView): boolean => options?.length === 1;

/** Requirements and facts ticked as missing, from the kept texts. */
export function missingOf(texts: Texts): { requirements: string[]; facts: string[] } {
  const ticked = (kind: string): string[] =>
    Object.entries(texts).flatMap(([name, value]) =>
      name.startsWith(`missing.${kind}.`) && value === 'yes' ? [name.slice(`missing.${kind}.`.length)] : [],
    );
  return { requirements: ticked('requirement'), facts: ticked('fact') };
}

/** The first thing to mend before sending; undefined when the form can go. */
export function whyNotYet(
  outcome: Outcome | undefined,
  fields: readonly FieldView[],
  texts: Texts,
): Lack | undefined {
  if (outcome === undefined) return { at: 'outcome', sentence: 'Pilih dahulu hasilnya.' };
  const empty = fields.find(({ fact, required }) => required && (texts[`fact.${fact}`] ?? '').trim() === '');
  if (empty !== undefined)
    return {
      at: `fact.${empty.fact}`,
      sentence: empty.options === undefined ? 'Isi dahulu bagian ini.' : 'Pilih dahulu salah satu.',
    };
  const { requirements, facts } = missingOf(texts);
  if (outcome.missing && requirements.length + facts.length === 0)
    return { at: 'missing', sentence: 'Tandai dahulu apa yang kurang.' };
  if (outcome.note === 'required' && (texts.note ?? '').trim() === '')
    return { at: 'note', sentence: 'Tulis dahulu catatan untuk pemohon.' };
  return undefined;
}

/** Problems the API found in single fields. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  const problems = error instanceof ApiProblem ? (error.problem.problems ?? []) : [];
  return new Map(problems.map(({ field, detail }) => [field, detail]));
}
