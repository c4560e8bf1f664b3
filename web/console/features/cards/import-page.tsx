// Taking over the register that was kept before: choose a file, say what its columns mean, look, take over, settle the rest.
import { type ImportView, listImports } from '@layan/contract/staff/register';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './cards.css';
import { FileChoice } from '../../shared/sheet/file-choice.tsx';
import type { OpenedFile } from '../../shared/sheet/open-file.ts';
import { countWords } from './count-words.ts';
import { ImportFile } from './import-file.tsx';
import { ImportProblems } from './import-problems.tsx';

function Earlier({ imports }: { imports: readonly ImportView[] }) {
  return (
    <section className="panel" aria-labelledby="impor-lalu">
      <Title order={2} size="h5" id="impor-lalu">
        Impor sebelumnya
      </Title>
      {imports.length === 0 ? (
        <Text mt="xs">Belum ada buku lama yang diambil.</Text>
      ) : (
        <ul className="plain-list card-lines">
          {imports.map((record) => (
            <li key={record.id}>
              <Link href={`/kartu/impor/${record.id}`} className="card-line">
                {record.fileName}
              </Link>
              <Text size="sm" c="dark.6">
                {record.started}, {record.by}
              </Text>
              <Text size="sm">{countWords(record)}</Text>
              {record.done < record.rows ? (
                <Text size="sm">Belum selesai. Pilih berkas yang sama untuk melanjutkan.</Text>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Begin() {
  const api = useApi();
  const [file, setFile] = useState<OpenedFile>();
  const known = useQuery({ queryKey: ['imports'], queryFn: () => api.call(listImports) });
  if (known.isPending) return <Skeleton height={160} mt="md" role="status" aria-label="Memuat impor" />;
  if (known.data === undefined)
    return <ProblemNotice error={known.error} retry={() => void known.refetch()} />;
  if (known.data.services.length === 0)
    return (
      <Text mt="md">Dinas ini belum punya standar yang menerbitkan kartu. Terbitkan standarnya dahulu.</Text>
    );
  return (
    <>
      <FileChoice label="Berkas buku lama" atMost="20.000" onOpened={setFile} />
      {file === undefined ? null : <ImportFile file={file} known={known.data} key={file.fingerprint} />}
      <Earlier imports={known.data.imports} />
    </>
  );
}

export function ImportPage({ id }: { id?: string | undefined }) {
  const me = useMe();
  return (
    <div className="room cards">
      <Link href={id === undefined ? '/kartu' : '/kartu/impor'}>
        {id === undefined ? 'Semua kartu' : 'Semua impor'}
      </Link>
      <PageHeading title={id === undefined ? 'Impor buku lama' : 'Baris yang perlu dilihat'} />
      {me.manager ? (
        id === undefined ? (
          <>
            <Text mt="xs" maw="60ch">
              Kartu yang terbit sebelum sistem ini dipakai diambil dari buku dinas, supaya keluarga yang sudah
              memegang kartu dikenali. Mengimpor berkas yang sama lagi tidak mengubah apa pun.
            </Text>
            <Begin />
          </>
        ) : (
          <ImportProblems importId={id} key={id} />
        )
      ) : (
        <Text mt="md">Halaman ini untuk pengelola layanan. Mintalah bantuannya.</Text>
      )}
    </div>
  );
}
