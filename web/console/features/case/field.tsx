// One field of a step, by the type of its fact.
import type { FieldView } from '@layan/contract/staff/common';
import { Input, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { isSettled } from './form-rules.ts';

interface Props {
  readonly field: FieldView;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

const MOST_RADIOS = 6;

const inputModes: Partial<Record<FieldView['type'], 'numeric' | 'tel' | 'email'>> = {
  nik: 'numeric',
  familyCardNumber: 'numeric',
  integer: 'numeric',
  phone: 'tel',
  email: 'email',
};

const yesNo = [
  { value: 'true', label: 'Ya' },
  { value: 'false', label: 'Tidak' },
];

export function Field(props: Props) {
  return (
    <div data-at={`fact.${props.field.fact}`}>
      <Control {...props} />
    </div>
  );
}

function Control({ field, value, problem, onChange }: Props) {
  const label = field.required ? field.label : `${field.label} (boleh dikosongkan)`;
  const shared = { label, description: field.hint, error: problem };
  const typed = {
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  const options = field.type === 'boolean' ? yesNo : field.options;
  if (options !== undefined && isSettled({ ...field, options })) {
    return (
      <Input.Wrapper label={label} labelElement="div" error={problem}>
        <Text size="sm">{options[0]?.label}</Text>
      </Input.Wrapper>
    );
  }
  if (options !== undefined && options.length <= MOST_RADIOS) {
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
    return <NativeSelect {...shared} {...typed} data={[{ value: '', label: 'Pilih…' }, ...options]} />;
  }
  if (field.type === 'longText') {
    return <Textarea {...shared} {...typed} autosize minRows={3} maxLength={field.maxLength ?? 1000} />;
  }
  return (
    <TextInput
      {...shared}
      {...typed}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={inputModes[field.type] ?? 'text'}
      maxLength={field.maxLength ?? 120}
      autoComplete="off"
    />
  );
}
