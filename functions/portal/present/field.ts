// Questions of a standard as fields of a page. Nothing here knows any particular service.
import type { FieldView } from '@layan/application/form/field-view';
import { type Regions, villageChoices } from '@layan/domain/tenant/regions';
import type { Dependence, FieldView as FieldProps } from '@layan/portal/parts/field-view';
import type { FieldProblem } from '@layan/portal/parts/problem-summary';
import { statementInWords, statementOf, yesNo } from './condition-in-words.ts';

export interface FieldSetting {
  /** Villages of the tenant, for questions about a place. */
  readonly regions: Regions | undefined;
  /** Whether problems are to be said; a page that was never sent has none. */
  readonly showProblems: boolean;
}

const optionsOf = ({ type, options }: FieldView, regions: Regions | undefined): FieldProps['options'] => {
  if (type === 'boolean') return yesNo;
  if (type !== 'region' || !regions) return options ?? [];
  return villageChoices(regions).flatMap(({ label: group, options: villages }) =>
    villages.map(({ value, label }) => ({ value, label, group })),
  );
};

const defaultLength = (type: FieldView['type']): number => (type === 'longText' ? 1000 : 120);

/** A condition on an answer of the same page. */
const dependence = (field: FieldView, page: readonly FieldView[]): Dependence | undefined => {
  const statement = field.when && statementOf(field.when);
  const on = statement && page.find(({ fact }) => fact === statement.on);
  if (!statement || !on) return undefined;
  const words = statementInWords(statement, { label: on.label, options: on.options ?? yesNo });
  return { ...statement, words: `Isi bila ${words}.` };
};

const messageOf = (field: FieldView, severity: 'error' | 'warning'): string | undefined =>
  field.problems.find((problem) => problem.severity === severity)?.message;

export const fieldProps = (
  fields: readonly FieldView[],
  { regions, showProblems }: FieldSetting,
): readonly FieldProps[] =>
  fields.map((field) => {
    const problem = showProblems ? messageOf(field, 'error') : undefined;
    const warning = messageOf(field, 'warning');
    const depends = dependence(field, fields);
    return {
      id: field.fact,
      label: field.label,
      required: field.required,
      type: field.type,
      value: field.entered,
      options: optionsOf(field, regions),
      maxLength: field.maxLength ?? defaultLength(field.type),
      isHeading: fields.length === 1,
      ...(field.hint === undefined ? {} : { hint: field.hint }),
      ...(field.entered === '' && field.text !== '' ? { known: field.text } : {}),
      ...(problem === undefined ? {} : { problem }),
      ...(warning === undefined ? {} : { warning }),
      ...(depends === undefined ? {} : { depends }),
    };
  });

export const problemsOf = (fields: readonly FieldProps[]): readonly FieldProblem[] =>
  fields.flatMap(({ id, label, problem }) =>
    // Together at the top, a message must say which question it is about.
    problem === undefined ? [] : [{ field: id, message: `${label}: ${problem}` }],
  );
