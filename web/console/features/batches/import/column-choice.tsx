// Which column answers which question, and what is the same in every row.
import type { FieldView } from '@layan/contract/staff/common';
import type { IntakeForm } from '@layan/contract/staff/counter';
import { NativeSelect } from '@mantine/core';
import { AnswerField } from '../../../shared/fields/answer-field.tsx';
import { columnFields, isDerived, type SheetMapping } from './candidate-rows.ts';

interface Props {
  readonly form: IntakeForm;
  readonly headings: readonly string[];
  readonly mapping: SheetMapping;
  readonly missing: readonly FieldView[];
  readonly locked: boolean;
  readonly onChange: (mapping: SheetMapping) => void;
}

const NONE = '';

const without = (record: Readonly<Record<string, string>>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

export function ColumnChoice({ form, headings, mapping, missing, locked, onChange }: Props) {
  const { columns, same } = mapping;
  const fields = columnFields(form);
  const all = form.pages.flatMap((page) => page.fields);
  const lacks = new Set(missing.map(({ fact }) => fact));
  const choose = (fact: string, heading: string): void =>
    onChange({
      ...mapping,
      columns: heading === NONE ? without(columns, fact) : { ...columns, [fact]: heading },
    });
  const say = (fact: string, text: string): void =>
    onChange({ ...mapping, same: text === '' ? without(same, fact) : { ...same, [fact]: text } });
  return (
    <fieldset className="sheet-choice" disabled={locked}>
      {fields.map((field) => (
        <NativeSelect
          key={field.fact}
          label={field.required ? field.label : `${field.label} (boleh tidak ada)`}
          description={
            columns[field.fact] === undefined && isDerived(field, all)
              ? 'Tanpa kolom: mengikuti isian lain pada barisnya.'
              : undefined
          }
          value={columns[field.fact] ?? NONE}
          error={
            lacks.has(field.fact) ? 'Pilih kolomnya, atau isi satu jawaban untuk semua baris.' : undefined
          }
          data={[
            { value: NONE, label: 'Tidak ada di berkas ini' },
            ...headings.map((heading) => ({ value: heading, label: heading })),
          ]}
          onChange={(event) => choose(field.fact, event.currentTarget.value)}
        />
      ))}
      {fields
        .filter(
          (field) =>
            columns[field.fact] === undefined &&
            field.required &&
            field.options !== undefined &&
            !isDerived(field, all),
        )
        .map((field) => (
          <AnswerField
            key={`same.${field.fact}`}
            field={{ ...field, label: `Untuk semua baris: ${field.label}` }}
            value={same[field.fact] ?? ''}
            problem={undefined}
            onChange={(text) => say(field.fact, text)}
          />
        ))}
    </fieldset>
  );
}
