// Any number of several; kept in the order in which they are offered.
import { Checkbox, Stack } from '@mantine/core';
import type { AnswerProps } from './answer-props.ts';
import { joinSeveral, severalOf } from './answer-value.ts';

export function SeveralAnswer({ field, label, value, problem, onChange }: AnswerProps) {
  return (
    <Checkbox.Group
      label={label}
      description={field.hint ?? 'Boleh pilih lebih dari satu.'}
      error={problem}
      value={[...severalOf(value)]}
      onChange={(chosen) => onChange(joinSeveral(field, chosen))}
    >
      <Stack gap={0}>
        {(field.options ?? []).map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
