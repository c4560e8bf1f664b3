// One of several: in sight when they are few, in a list when they are many. What may be left empty can be emptied again.
import { Button, NativeSelect, Radio, Stack } from '@mantine/core';
import type { AnswerProps } from './answer-props.ts';

const MOST_RADIOS = 6;

const yesNo = [
  { value: 'true', label: 'Ya' },
  { value: 'false', label: 'Tidak' },
];

export function ChoiceAnswer({ field, label, value, problem, onChange }: AnswerProps) {
  const options = field.type === 'boolean' ? yesNo : (field.options ?? []);
  const shared = { label, description: field.hint, error: problem };
  if (options.length > MOST_RADIOS) {
    return (
      <NativeSelect
        {...shared}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: 'Pilih…' }, ...options.map((option) => ({ ...option }))]}
      />
    );
  }
  const short = options.every(({ label: text }) => text.length <= 12);
  return (
    <Radio.Group {...shared} value={value === '' ? null : value} onChange={onChange}>
      <Stack gap={0} className={short ? 'side-by-side' : undefined}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
      {field.required || value === '' ? null : (
        <Button
          className="in-line"
          size="compact-xs"
          variant="default"
          aria-label={`Kosongkan ${field.label}`}
          onClick={() => onChange('')}
        >
          Kosongkan
        </Button>
      )}
    </Radio.Group>
  );
}
