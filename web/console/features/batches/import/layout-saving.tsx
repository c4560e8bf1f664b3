// Sets the columns down for the whole agency, for those who may.
import { Button, Group, Text } from '@mantine/core';
import { ProblemNotice } from '../../../shared/problem-notice.tsx';
import type { SheetMapping } from './candidate-rows.ts';
import { useSaveLayout } from './use-layout.ts';

export function LayoutSaving({ batch, mapping }: { batch: string; mapping: SheetMapping }) {
  const save = useSaveLayout(batch);
  return (
    <>
      <Group mt="md">
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate(mapping)}>
          Simpan sebagai susunan kolom dinas
        </Button>
        {save.isSuccess ? (
          <Text size="sm" role="status">
            Tersimpan. Desa dan kelurahan memakai susunan ini.
          </Text>
        ) : null}
      </Group>
      <ProblemNotice error={save.error} arrive />
    </>
  );
}
