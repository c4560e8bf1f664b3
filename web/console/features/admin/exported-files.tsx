// What was exported of a government that leaves.
import type { TenantView } from '@layan/contract/admin/tenants';
import { Text } from '@mantine/core';
import { Disclosure } from '../../shared/disclosure.tsx';

type Leaving = NonNullable<TenantView['offboarding']>;

const count = new Intl.NumberFormat('id-ID');

export function ExportedFiles({ files, sealed }: Pick<Leaving, 'files' | 'sealed'>) {
  if (files.length === 0) return null;
  return (
    <>
      <Text mt="xs">
        {files.length} berkas sudah diekspor.{' '}
        {sealed === 0
          ? 'Semua isinya dapat dibaca.'
          : `${count.format(sealed)} isian tidak dapat dibuka dan diekspor dalam keadaan tersandi.`}
      </Text>
      <Disclosure summary="Lihat berkas yang diekspor">
        <ul className="plain-list admin-rows">
          {files.map(({ name, rows, bytes, sha256 }) => (
            <li key={name}>
              <b translate="no">{name}</b>: {count.format(rows)} baris, {count.format(bytes)} byte
              <Text size="sm" c="dark.6" translate="no">
                SHA-256 {sha256}
              </Text>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
