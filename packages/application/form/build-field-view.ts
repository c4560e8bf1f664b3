// Questions as pages and console show them.

import type { PlainValue } from '@layan/domain/case/facts';
import type { FieldProblem } from '@layan/domain/person/form-input';
import type { Fact, Field } from '@layan/domain/standard/facts';
import { readableText } from './fact-text.ts';
import type { FieldView, QuestionView } from './field-view.ts';

export const questionView = (fact: Fact, field: Field): QuestionView => ({
  fact: fact.id,
  label: fact.label,
  type: fact.type,
  privacy: fact.privacy,
  required: field.required,
  ...(field.hint !== undefined && { hint: field.hint }),
  ...(fact.options && { options: fact.options }),
  ...(fact.datedBy !== undefined && { datedBy: fact.datedBy }),
  ...(fact.maxLength !== undefined && { maxLength: fact.maxLength }),
  ...(fact.min !== undefined && { min: fact.min }),
  ...(fact.max !== undefined && { max: fact.max }),
  ...(field.when && { when: field.when }),
});

export const fieldView = (
  fact: Fact,
  field: Field,
  answer: {
    readonly entered: string;
    readonly value: PlainValue | undefined;
    readonly problems: readonly FieldProblem[];
  },
  placeName: (code: string) => string,
): FieldView => ({
  ...questionView(fact, field),
  entered: answer.entered,
  text: answer.value === undefined ? '' : readableText(fact, answer.value, placeName),
  problems: answer.problems.filter((problem) => problem.fact === fact.id),
});
