// A question as a page draws it, whatever it asks.
import type { FactType } from '@layan/domain/standard/facts';

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
