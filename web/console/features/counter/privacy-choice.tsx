// What the applicant wants kept from others: their name, or the whole matter. Two separate things.
import type { IntakeForm } from '@layan/contract/staff/counter';
import { Checkbox } from '@mantine/core';
import type { Entry } from './entry.ts';

interface Props {
  readonly form: Pick<IntakeForm, 'anonymity' | 'confidentiality'>;
  readonly entry: Entry;
  readonly onChange: (wish: Partial<Pick<Entry, 'anonymous' | 'confidential'>>) => void;
}

export function PrivacyChoice({ form, entry, onChange }: Props) {
  return (
    <>
      {form.anonymity === undefined ? null : (
        <Checkbox
          label="Tanpa nama"
          description={`Nama dan kontak boleh kosong. Yang diisi hanya dibaca ${form.anonymity.readers}.`}
          checked={entry.anonymous}
          onChange={(event) => onChange({ anonymous: event.currentTarget.checked })}
        />
      )}
      {form.confidentiality === undefined ? null : (
        <Checkbox
          label={form.confidentiality.label}
          checked={entry.confidential}
          onChange={(event) => onChange({ confidential: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
