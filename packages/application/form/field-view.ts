// One question as a page or the console shows it, and what was answered so far.

import type { FieldProblem } from '@layan/domain/person/form-input';
import type { Condition } from '@layan/domain/standard/conditions';
import type { FactType, PrivacyClass } from '@layan/domain/standard/facts';

export interface QuestionView {
  readonly fact: string;
  readonly label: string;
  readonly type: FactType;
  readonly privacy: PrivacyClass;
  readonly required: boolean;
  readonly hint?: string;
  readonly options?: readonly {
    readonly value: string;
    readonly label: string;
    readonly from?: string | undefined;
    readonly until?: string | undefined;
  }[];
  /** Date fact that decides which options are offered. */
  readonly datedBy?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Asked only when this holds. */
  readonly when?: Condition;
  /** The promise that this date becomes once it is agreed. */
  readonly agrees?: string;
}

export interface FieldView extends QuestionView {
  /** What stands in the input: the text as it was typed (also when wrong); empty when nothing was entered. */
  readonly entered: string;
  /** What a summary shows: option label, date in words, "Ya". Empty when nothing was entered. */
  readonly text: string;
  readonly problems: readonly FieldProblem[];
}
