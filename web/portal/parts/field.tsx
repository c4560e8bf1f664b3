// One question of a form, drawn from the fact it asks for. Nothing here knows any particular service.
import type { FactType } from '@layan/domain/standard/facts';
import { Choices } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { TextInput } from './text-input.tsx';

export interface Dependence {
  /** "Isi bila jawaban di atas “Punya”." */
  readonly words: string;
  /** For the script: the question, the answers that ask this one, and whether it is the other way round. */
  readonly on: string;
  readonly answers: readonly string[];
  readonly negated: boolean;
}

export interface FieldView {
  /** Id of the fact: name and id of the input. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly type: FactType;
  /** What was typed or chosen, as typed. Dates as `2026-03-25` or in the parts the person typed. */
  readonly value: string;
  /** Neighbours with the same `group` stand under its name. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly group?: string }[];
  readonly maxLength: number;
  /** What is known already but not shown in the input, masked. */
  readonly known?: string;
  readonly problem?: string;
  readonly warning?: string;
  /** Stands alone on its page: its label is the heading. */
  readonly isHeading: boolean;
  /** Asked only when another answer says so, and that answer is not known yet. */
  readonly depends?: Dependence;
  /** A code that is typed over, not a word: no suggestions, no translation. */
  readonly code?: boolean;
}

/** A question that hangs on another says so; with JavaScript it appears only when it is asked. */
export const Field = ({ field }: { field: FieldView }) =>
  field.depends ? (
    <div
      class="depends"
      data-on={field.depends.on}
      data-answers={JSON.stringify(field.depends.answers)}
      {...(field.depends.negated ? { 'data-negated': '' } : {})}
    >
      <p class="hint">{field.depends.words}</p>
      <Input field={field} />
    </div>
  ) : (
    <Input field={field} />
  );

const Input = ({ field }: { field: FieldView }) => {
  switch (field.type) {
    case 'choice':
    case 'boolean':
      return <Choices field={field} />;
    case 'date':
      return <DateInput field={field} />;
    case 'region':
      return field.options.length > 0 ? <Choices field={field} /> : <TextInput field={field} />;
    case 'text':
    case 'longText':
    case 'nik':
    case 'familyCardNumber':
    case 'phone':
    case 'email':
    case 'integer':
      return <TextInput field={field} />;
  }
};
