// Candidates from a spreadsheet: choose a file, say what its columns mean, look, file each as a case of its own.

import { listBatches } from '@layan/contract/staff/batch';
import { getIntakeForm, listIntakes } from '@layan/contract/staff/counter';
import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../../shared/api.ts';
import { PageHeading } from '../../../shared/page-heading.tsx';
import { ProblemNotice } from '../../../shared/problem-notice.tsx';
import { FileChoice } from '../../../shared/sheet/file-choice.tsx';
import type { OpenedFile } from '../../../shared/sheet/open-file.ts';
import '../batches.css';
import { MOST_CANDIDATES } from './candidate-rows.ts';
import { SheetDesk } from './sheet-desk.tsx';
import { useLayout } from './use-layout.ts';

export function SheetPage({ standard: batch }: { standard: string }) {
  const api = useApi();
  const [file, setFile] = useState<OpenedFile>();
  const batches = useQuery({ queryKey: ['batches'], queryFn: () => api.call(listBatches) });
  const gathering = batches.data?.gatherings.find(({ standard }) => standard === batch);
  const intakes = useQuery({ queryKey: ['intakes'], queryFn: () => api.call(listIntakes) });
  const service = intakes.data?.services.find(({ standard }) => standard === gathering?.ofStandard);
  // Cases come from where the members are: by their own way in, not by the counter of the agency.
  const channel = service?.channels.find(({ kind }) => kind !== 'counter') ?? service?.channels[0];
  const form = useQuery({
    queryKey: ['intake-form', service?.standard, channel?.id],
    queryFn: () =>
      api.call(getIntakeForm, {
        params: { standardId: service?.standard ?? '' },
        query: channel === undefined ? {} : { channel: channel.id },
      }),
    enabled: service !== undefined,
  });
  const layout = useLayout(batch);
  const error = batches.error ?? intakes.error ?? form.error ?? layout.error;
  const isReady = form.data !== undefined && gathering !== undefined && layout.data !== undefined;
  const isRefused =
    batches.isSuccess && intakes.isSuccess && (gathering === undefined || service === undefined);
  return (
    <div className="room wide-room">
      <Link href="/usulan">Usulan bersama</Link>
      <PageHeading title={`Ambil ${gathering?.line ?? 'calon'} dari lembar kerja`} />
      <ProblemNotice error={error} />
      {isRefused ? (
        <Text mt="md">
          Halaman ini untuk yang mengumpulkan berkasnya. Mintalah bantuan pengelola layanan.
        </Text>
      ) : null}
      {!isReady && !isRefused && error === null ? (
        <Skeleton height={200} mt="md" role="status" aria-label="Memuat formulir" />
      ) : null}
      {isReady && service !== undefined && channel !== undefined ? (
        <>
          <Text mt="xs" maw="60ch">
            Setiap baris menjadi satu berkas: {service.service}. Berkas dibaca di peramban ini. Rumus tidak
            dijalankan. Mengambil baris yang sama lagi tidak membuat berkas kedua.
          </Text>
          <FileChoice
            label={`Lembar kerja ${gathering.line}`}
            atMost={MOST_CANDIDATES.toLocaleString('id-ID')}
            onOpened={setFile}
          />
          {file === undefined ? null : (
            <SheetDesk
              key={file.fingerprint}
              file={file}
              form={form.data}
              gathering={gathering}
              standard={service.standard}
              channel={channel.id}
              layout={layout.data}
            />
          )}
        </>
      ) : null}
    </div>
  );
}
