// How silent or contradictory places of the source were read; the agency confirms each.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

export function Readings({
  view,
  onChange,
}: {
  view: StandardVersionView;
  onChange: (after: StandardVersionView) => void;
}) {
  const api = useApi();
  const confirm = useMutation({
    mutationFn: (readingId: string) =>
      api.call(staffApi.confirmReading, {
        params: { standardId: view.standard.id, version: view.version, readingId },
      }),
    onSuccess: onChange,
  });
  const sentences = new Map(
    view.standard.components.flatMap(({ sentences: main, alternates = [] }) =>
      [...main, ...alternates].map(({ id, text }) => [id, text] as const),
    ),
  );
  if (view.standard.readings.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="tafsir">
      <Title order={2} size="h5" id="tafsir">
        Tafsir yang perlu kata Anda ({view.unconfirmed.length} tersisa)
      </Title>
      <Text size="sm" c="dark.6">
        Dokumen resmi tidak mengatur semuanya. Beginilah bagian yang kosong atau berbeda kami baca.
      </Text>
      <ProblemNotice error={confirm.error} />
      <ol className="readings">
        {view.standard.readings.map(({ id, statement, why, cites }) => {
          const confirmed = view.confirmations[id];
          return (
            <li key={id}>
              <Text fw={600}>{statement}</Text>
              <Text size="sm">{why}</Text>
              {cites.map((cite) => (
                <blockquote key={cite}>{sentences.get(cite) ?? cite}</blockquote>
              ))}
              {confirmed === undefined ? (
                view.state === 'draft' ? (
                  <Button
                    size="compact-md"
                    variant="default"
                    loading={confirm.isPending && confirm.variables === id}
                    onClick={() => confirm.mutate(id)}
                  >
                    Ya, begitu
                  </Button>
                ) : null
              ) : (
                <Text size="sm" c="teal.9" className="with-icon">
                  <IconCircleCheck size={16} aria-hidden /> Dikonfirmasi {confirmed.name}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
