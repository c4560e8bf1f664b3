// One question of the intake, with what is worth a second look beside it while it is typed.
import type { FieldView } from '@layan/contract/staff/common';
import type { InputContext } from '@layan/domain/person/fact-input';
import { IconAlertTriangle } from '@tabler/icons-react';
import { AnswerField } from '../../shared/fields/answer-field.tsx';
import { isWhole, remarksOn } from '../../shared/fields/remarks.ts';

interface Props {
  readonly field: FieldView;
  readonly value: string;
  readonly context: InputContext;
  /** The field was left with something in it: what cannot be read is told. */
  readonly left: boolean;
  /** What filing was refused for. */
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

export function CounterField({ field, value, context, left, problem, onChange }: Props) {
  const { error, warnings } = remarksOn(field, value, context);
  const shown = left || isWhole(field, value) ? error : undefined;
  return (
    <div className="counter-field">
      <AnswerField field={field} value={value} problem={shown ?? problem} onChange={onChange} />
      <div role="status">
        {warnings.map((warning) => (
          <p key={warning} className="field-warning">
            <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
            <span>{warning}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
