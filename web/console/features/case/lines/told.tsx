// How many cases of a batch know what has happened in it.
import type { BatchView } from '@layan/contract/staff/batch';
import { Progress, Text } from '@mantine/core';
import { isTelling } from './use-batch.ts';

export function Told({ batch }: { batch: BatchView }) {
  const { done, of, held } = batch.told;
  const telling = isTelling(batch);
  return (
    <div role="status">
      {telling ? (
        <>
          <Progress
            mt="xs"
            value={(100 * done) / Math.max(1, of)}
            aria-label="Pemohon yang sudah diberi tahu"
          />
          <Text size="sm" mt={4}>
            {done} dari {of} pemohon sudah diberi tahu. Halaman ini boleh ditutup.
          </Text>
        </>
      ) : null}
      {held === 0 ? null : (
        <Text size="sm">
          {held} berkas sedang ditunda. Pemohonnya diberi tahu begitu berkasnya dilanjutkan.
        </Text>
      )}
    </div>
  );
}
