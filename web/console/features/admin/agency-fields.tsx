// One agency of a government that is being registered.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly at: number;
  readonly field: (
    name: string,
    label: string,
    more: { description?: string; maxLength: number },
  ) => ReactNode;
  readonly onRemove: (() => void) | undefined;
}

export function AgencyFields({ at, field, onRemove }: Props) {
  const name = (part: string): string => `agencies.${at}.${part}`;
  return (
    <fieldset className="admin-part">
      <legend>Perangkat daerah ke-{at + 1}</legend>
      <div className="admin-pair">
        {field(name('name'), 'Nama resmi', { maxLength: 160 })}
        {field(name('shortName'), 'Nama pendek', { maxLength: 60, description: 'Misalnya Dinsos.' })}
        {field(name('id'), 'Kode', { maxLength: 60, description: 'Huruf kecil, misalnya dinsos.' })}
        {field(name('address'), 'Alamat kantor', { maxLength: 240 })}
        {field(name('phone'), 'Telepon (boleh dikosongkan)', { maxLength: 40 })}
        {field(name('email'), 'Surel kantor (boleh dikosongkan)', { maxLength: 120 })}
      </div>
      {onRemove === undefined ? null : (
        <Button mt="xs" variant="default" onClick={onRemove}>
          Hapus perangkat daerah ke-{at + 1}
        </Button>
      )}
    </fieldset>
  );
}
