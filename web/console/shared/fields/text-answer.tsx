// What is typed: words, numbers, dates, addresses; identifiers with a count of the digits typed so far.
import type { FieldView } from '@layan/contract/staff/common';
import { Textarea, TextInput } from '@mantine/core';
import type { AnswerProps } from './answer-props.ts';

const inputModes: Partial<Record<FieldView['type'], 'numeric' | 'tel' | 'email'>> = {
  nik: 'numeric',
  familyCardNumber: 'numeric',
  integer: 'numeric',
  phone: 'tel',
  email: 'email',
};

const IDENTIFIER = 16;
/** Spaces between groups of digits are welcome. */
const LONGEST_IDENTIFIER = 24;

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

export function TextAnswer({ field, label, value, problem, onChange }: AnswerProps) {
  const shared = {
    label,
    description: field.hint,
    error: problem,
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (field.type === 'longText')
    return <Textarea {...shared} autosize minRows={3} maxLength={field.maxLength ?? 1000} />;
  const isIdentifier = field.type === 'nik' || field.type === 'familyCardNumber';
  const count = digitsIn(value);
  return (
    <TextInput
      {...shared}
      className={field.type === 'integer' || field.type === 'date' ? 'short-answer' : undefined}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={inputModes[field.type] ?? 'text'}
      maxLength={isIdentifier ? LONGEST_IDENTIFIER : (field.maxLength ?? 120)}
      autoComplete="off"
      spellCheck={field.type === 'text'}
      {...(isIdentifier && value !== ''
        ? {
            rightSectionWidth: 64,
            rightSectionPointerEvents: 'none',
            rightSection: (
              <span className="digit-count" data-complete={count === IDENTIFIER}>
                {count}/{IDENTIFIER}
              </span>
            ),
          }
        : {})}
    />
  );
}
