// What every answer is given, whatever its type.
import type { FieldView } from '@layan/contract/staff/common';

export interface AnswerProps {
  readonly field: FieldView;
  /** Question, with the remark that it may be left empty, or must not. */
  readonly label: string;
  /** Text as it is sent: digits of an amount, values of several choices joined by commas. */
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}
