// An amount in whole rupiah, grouped while it is typed.
import { TextInput } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { AnswerProps } from './answer-props.ts';
import { caretAfter, digitsOf, grouped } from './grouped-digits.ts';

export function RupiahAnswer({ field, label, value, problem, onChange }: AnswerProps) {
  const input = useRef<HTMLInputElement>(null);
  const digitsBehind = useRef<number>(undefined);
  const shown = grouped(digitsOf(value));
  useLayoutEffect(() => {
    if (digitsBehind.current === undefined || document.activeElement !== input.current) return;
    const caret = caretAfter(shown, digitsBehind.current);
    input.current?.setSelectionRange(caret, caret);
    digitsBehind.current = undefined;
  }, [shown]);
  return (
    <TextInput
      ref={input}
      className="short-answer"
      label={label}
      description={field.hint}
      error={problem}
      leftSection="Rp"
      leftSectionPointerEvents="none"
      inputMode="numeric"
      autoComplete="off"
      value={shown}
      onChange={({ currentTarget: { value: typed, selectionStart } }) => {
        digitsBehind.current = typed.slice(selectionStart ?? typed.length).replace(/\D/g, '').length;
        onChange(digitsOf(typed));
      }}
    />
  );
}
