// Which column says what. Guessed from the headings, chosen by a person.
import type { RegisterProduct } from '@layan/domain/register/read-row';
import {
  type ColumnMapping,
  type RegisterField,
  registerFields,
} from '@layan/domain/register/register-fields';
import { NativeSelect } from '@mantine/core';

interface Props {
  readonly headings: readonly string[];
  readonly products: readonly RegisterProduct[];
  readonly mapping: ColumnMapping;
  readonly locked: boolean;
  readonly onChange: (mapping: ColumnMapping) => void;
}

const NONE = '';

export function ColumnChoice({ headings, products, mapping, locked, onChange }: Props) {
  const { columns } = mapping;
  const choose = (field: RegisterField, heading: string): void => {
    const { [field]: _left, ...rest } = columns;
    onChange({ ...mapping, columns: heading === NONE ? rest : { ...rest, [field]: heading } });
  };
  const chooseProduct = (value: string): void => {
    const { product: _left, ...rest } = mapping;
    onChange(value === NONE ? rest : { ...rest, product: value });
  };
  return (
    <div className="import-choice">
      {registerFields.map(({ field, label, needed }) => (
        <NativeSelect
          key={field}
          label={needed ? label : `${label} (boleh tidak ada)`}
          value={columns[field] ?? NONE}
          disabled={locked}
          error={needed && columns[field] === undefined ? 'Pilih kolomnya.' : undefined}
          data={[
            { value: NONE, label: 'Tidak ada di berkas ini' },
            ...headings.map((heading) => ({ value: heading, label: heading })),
          ]}
          onChange={(event) => choose(field, event.currentTarget.value)}
        />
      ))}
      <NativeSelect
        label="Jenis kartu bila kolomnya tidak ada atau kosong"
        value={mapping.product ?? NONE}
        disabled={locked}
        error={
          columns.product === undefined && mapping.product === undefined
            ? 'Pilih kolom jenis kartu, atau satu jenis untuk seluruh berkas.'
            : undefined
        }
        data={[
          { value: NONE, label: 'Belum dipilih' },
          ...products.map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={(event) => chooseProduct(event.currentTarget.value)}
      />
    </div>
  );
}
