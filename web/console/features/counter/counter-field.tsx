// One question of the intake, with what is worth a second look beside it while it is typed.
import type { FieldView } from '@layan/contract/staff/common';
import type { InputContext } from '@layan/domain/person/fact-input';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { AnswerField } from '../../shared/fields/answer-field.tsx';
import { isWhole, remarksOn } from './remarks.ts';

interface Props {
  readonly field: FieldView;
  readonly value: string;
  readonly context: InputContext;
  /** What filing was refused for. */
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

export function CounterField({ field, value, context, problem, onChange }: Props) {
  const [left, setLeft] = useState(false);
  const { error, warnings } = remarksOn(field, value, context);
  const shown = left || isWhole(field, value) ? error : undefined;
  return (
    <div className="counter-field" onBlur={() => setLeft(value.trim() !== '')}>
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
