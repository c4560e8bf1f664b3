// One field of a step, by the type of its fact.
import type { FieldView } from '@layan/contract/staff/common';
import { NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';

interface Props {
  readonly field: FieldView;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

const inputModes = {
  nik: 'numeric',
  familyCardNumber: 'numeric',
  integer: 'numeric',
  phone: 'tel',
  email: 'email',
} as const;

function inputModeOf(type: FieldView['type']): 'numeric' | 'tel' | 'email' | 'text' {
  switch (type) {
    case 'nik':
    case 'familyCardNumber':
    case 'integer':
    case 'phone':
    case 'email':
      return inputModes[type];
    default:
      return 'text';
  }
}

const yesNo = [
  { value: 'true', label: 'Ya' },
  { value: 'false', label: 'Tidak' },
];

export function Field({ field, value, problem, onChange }: Props) {
  const label = field.required ? field.label : `${field.label} (boleh dikosongkan)`;
  const shared = { label, description: field.hint, error: problem };
  const options = field.type === 'boolean' ? yesNo : field.options;
  if (options !== undefined && options.length <= 6) {
    return (
      <Radio.Group {...shared} value={value === '' ? null : value} onChange={onChange}>
        <Stack gap={0}>
          {options.map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} />
          ))}
        </Stack>
      </Radio.Group>
    );
  }
  if (options !== undefined) {
    return (
      <NativeSelect
        {...shared}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: 'Pilih…' }, ...options]}
      />
    );
  }
  if (field.type === 'longText') {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={3}
        maxLength={field.maxLength ?? 1000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={inputModeOf(field.type)}
      maxLength={field.maxLength ?? 120}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
