// How much was exported of a government that leaves. Which files these are is seen by its own manager.
import type { TenantView } from '@layan/contract/admin/tenants';
import { Text } from '@mantine/core';

type Leaving = NonNullable<TenantView['offboarding']>;

const count = new Intl.NumberFormat('id-ID');

export function ExportedFiles({
  exported: { data, bundles, bytes, sums },
  sealed,
}: Pick<Leaving, 'exported' | 'sealed'>) {
  if (data + bundles === 0) return null;
  return (
    <>
      <Text mt="xs">
        {count.format(data)} berkas catatan dan {count.format(bundles)} bundel pindaian, surat, dan segel
        sudah diekspor, seluruhnya {count.format(bytes)} byte.{' '}
        {sealed === 0
          ? 'Semua isinya dapat dibaca.'
          : `${count.format(sealed)} isian tidak dapat dibuka dan diekspor dalam keadaan tersandi.`}
      </Text>
      {sums === undefined ? null : (
        <Text size="sm" c="dark.6">
          Sidik daftar berkas (SHA256SUMS): <span translate="no">{sums}</span>
        </Text>
      )}
    </>
  );
}
