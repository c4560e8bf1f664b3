// What still stands between a draft and publishing it.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

function whyNotPublishable({ findings, unconfirmed }: StandardVersionView): string | undefined {
  if (findings.some(({ severity }) => severity === 'error'))
    return 'Perbaiki dahulu temuan yang menghalangi, lalu unggah lagi rancangannya.';
  if (unconfirmed.length > 0) return `Konfirmasi dahulu ${unconfirmed.length} tafsir yang tersisa.`;
  return undefined;
}

interface Props {
  readonly view: StandardVersionView;
  readonly onPublished: (after: StandardVersionView) => void;
}

export function Publishing({ view, onPublished }: Props) {
  const api = useApi();
  const publish = useMutation({
    mutationFn: () =>
      api.call(staffApi.publishStandard, {
        params: { standardId: view.standard.id, version: view.version },
        body: { hash: view.hash },
      }),
    onSuccess: onPublished,
  });
  const waiting = whyNotPublishable(view);
  return (
    <section className="panel" aria-labelledby="terbitkan">
      <Title order={2} size="h5" id="terbitkan">
        Menerbitkan
      </Title>
      <Text size="sm" mt={4}>
        {waiting ??
          'Tidak ada yang menghalangi. Permohonan yang sedang berjalan tetap memakai versi lamanya.'}
      </Text>
      <ProblemNotice error={publish.error} arrive />
      {waiting === undefined ? (
        <Button mt="sm" loading={publish.isPending} onClick={() => publish.mutate()}>
          Terbitkan versi {view.version}
        </Button>
      ) : null}
    </section>
  );
}
