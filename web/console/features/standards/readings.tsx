// How silent or contradictory places of the source were read; the agency confirms each. Those that wait come first.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { staffApi } from '@layan/contract/staff-api';
import { Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { useArrival } from '../../shared/arrival.ts';
import { Disclosure } from '../../shared/disclosure.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Reading } from './reading.tsx';

interface Props {
  readonly view: StandardVersionView;
  readonly onChange: (after: StandardVersionView) => void;
}

export function Readings({ view, onChange }: Props) {
  const api = useApi();
  const confirm = useMutation({
    mutationFn: (readingId: string) =>
      api.call(staffApi.confirmReading, {
        params: { standardId: view.standard.id, version: view.version, readingId },
      }),
    onSuccess: onChange,
  });
  // The button that was pressed leaves with its reading; the heading says how many are left.
  const heading = useArrival<HTMLHeadingElement>(confirm.data);
  const { readings, components } = view.standard;
  if (readings.length === 0) return null;
  const sentences = new Map(
    components.flatMap(({ sentences: main, alternates = [] }) =>
      [...main, ...alternates].map(({ id, text }) => [id, text] as const),
    ),
  );
  const waiting = readings.filter(({ id }) => view.unconfirmed.includes(id));
  const confirmed = readings.filter(({ id }) => !view.unconfirmed.includes(id));
  const list = (some: typeof readings) => (
    <ol className="readings">
      {some.map((reading) => (
        <Reading
          key={reading.id}
          reading={reading}
          quotes={reading.cites.map((cite) => sentences.get(cite) ?? cite)}
          confirmedBy={view.confirmations[reading.id]?.name}
          sending={confirm.isPending && confirm.variables === reading.id}
          onConfirm={
            view.state === 'draft' || view.state === 'consultation'
              ? () => confirm.mutate(reading.id)
              : undefined
          }
        />
      ))}
    </ol>
  );
  return (
    <section className="panel" aria-labelledby="tafsir">
      <Title order={2} size="h5" id="tafsir" tabIndex={-1} ref={heading}>
        {waiting.length === 0 ? 'Tafsir' : `Tafsir yang perlu kata Anda (${waiting.length} tersisa)`}
      </Title>
      <Text size="sm" c="dark.6">
        Dokumen resmi tidak mengatur semuanya. Beginilah bagian yang kosong atau berbeda dibaca.
      </Text>
      <ProblemNotice error={confirm.error} arrive />
      {waiting.length === 0 ? null : list(waiting)}
      {confirmed.length === 0 ? null : (
        <Disclosure summary={`${confirmed.length} tafsir sudah dikonfirmasi`}>{list(confirmed)}</Disclosure>
      )}
    </section>
  );
}
