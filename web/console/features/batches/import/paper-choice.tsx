// Papers that every candidate has to bring: a sheet holds none, so whoever takes it in says that they are kept.
import type { IntakeForm } from '@layan/contract/staff/counter';
import { Checkbox, NativeSelect, Text, Title } from '@mantine/core';

interface Props {
  readonly requirements: IntakeForm['requirements'];
  readonly choices: Readonly<Record<string, string>>;
  readonly confirmed: boolean;
  readonly locked: boolean;
  readonly onChoose: (requirement: string, choice: string) => void;
  readonly onConfirm: (confirmed: boolean) => void;
}

export function PaperChoice({ requirements, choices, confirmed, locked, onChoose, onConfirm }: Props) {
  if (requirements.length === 0) return null;
  return (
    <div className="sheet-choice">
      <div>
        <Title order={3} size="h6">
          Berkas setiap calon
        </Title>
        <ul>
          {requirements.map(({ id, label }) => (
            <li key={id}>
              <Text size="sm">{label}</Text>
            </li>
          ))}
        </ul>
        <Checkbox
          label="Kertas berkas-berkas ini sudah diterima dan disimpan di kantor kami"
          checked={confirmed}
          disabled={locked}
          onChange={(event) => onConfirm(event.currentTarget.checked)}
        />
      </div>
      {requirements.map(({ id, label, oneOf }) =>
        oneOf === undefined ? null : (
          <NativeSelect
            key={id}
            label={`Yang dibawa untuk: ${label}`}
            value={choices[id] ?? ''}
            disabled={locked}
            data={[
              { value: '', label: 'Belum dipilih' },
              ...oneOf.map((one) => ({ value: one.id, label: one.label })),
            ]}
            onChange={(event) => onChoose(id, event.currentTarget.value)}
          />
        ),
      )}
    </div>
  );
}
