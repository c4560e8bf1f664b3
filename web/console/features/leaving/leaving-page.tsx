// A government that leaves takes its data home: every file with its hash, and who fetched it.
import { type ExportView, fetchExport, listExport } from '@layan/contract/staff/export';
import { TenantCalendar } from '@layan/domain/deadline/calendar';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { InstantText } from '@layan/domain/kernel/ids';
import { Button, Skeleton, Text, Title, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './leaving.css';

const KEY = ['export'] as const;
const count = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
const MEGA = 1_000_000;

const sizeOf = (bytes: number): string =>
  bytes < MEGA ? `${count.format(bytes / 1000)} kB` : `${count.format(bytes / MEGA)} MB`;

export function LeavingPage() {
  const api = useApi();
  const queries = useQueryClient();
  const files = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) => api.call(listExport, { query: pageParam === '' ? {} : { after: pageParam } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const pages = files.data?.pages ?? [];
  const [first] = pages;
  const fetch = useMutation({
    mutationFn: (name: string) => api.call(fetchExport, { params: { name } }),
    onSuccess: ({ url }) => {
      window.location.assign(url);
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <div className="room">
      <PageHeading title="Data daerah" />
      <Text mt="xs" maw="65ch">
        Semua catatan, pindaian, surat, dan jejak audit daerah, untuk disimpan dinas. Isinya data pribadi yang
        terbuka: simpan di tempat yang hanya dibuka oleh yang berwenang. Setiap pengambilan dicatat.
      </Text>
      <ProblemNotice error={files.error} retry={() => void files.refetch()} />
      <ProblemNotice error={fetch.error} arrive />
      {files.isPending ? <Skeleton height={160} mt="md" role="status" aria-label="Memuat" /> : null}
      {first === undefined ? null : (
        <Files
          shown={{ ...first, files: pages.flatMap((page) => page.files) }}
          busy={fetch.isPending ? fetch.variables : undefined}
          take={(name) => fetch.mutate(name)}
        />
      )}
      {files.hasNextPage ? (
        <Button
          variant="default"
          mt="sm"
          loading={files.isFetchingNextPage}
          onClick={() => void files.fetchNextPage()}
        >
          Tampilkan berkas berikutnya
        </Button>
      ) : null}
    </div>
  );
}

function Files({
  shown,
  busy,
  take,
}: {
  shown: ExportView;
  busy: string | undefined;
  take: (name: string) => void;
}) {
  const { ready, files, sealed, left } = shown;
  if (ready === undefined)
    return <Text mt="md">Data belum siap. Ekspor dimulai sesudah daerah ditutup di Layan.</Text>;
  return (
    <section className="panel" aria-labelledby="berkas-daerah">
      <Title order={2} size="h5" id="berkas-daerah">
        {left === 0
          ? 'Semua berkas sudah diambil'
          : `${count.format(left)} dari ${count.format(shown.count)} berkas belum diambil`}
      </Title>
      <Text mt="xs" maw="65ch">
        Ambil semua berkas ke satu folder. Periksa keutuhannya dengan SHA256SUMS; BACA-DAHULU.txt menjelaskan
        isinya. Data dimusnahkan sesudah semuanya diambil.
        {sealed === 0 ? '' : ` ${count.format(sealed)} isian tidak dapat dibuka lagi oleh siapa pun.`}
      </Text>
      <ul className="plain-list leaving-files">
        {files.map((file) => (
          <FileRow key={file.name} file={file} busy={busy === file.name} take={() => take(file.name)} />
        ))}
      </ul>
    </section>
  );
}

function FileRow({
  file: { name, bytes, sha256, fetched },
  busy,
  take,
}: {
  file: ExportView['files'][number];
  busy: boolean;
  take: () => void;
}) {
  const { tenant } = useMe();
  return (
    <li>
      <div>
        <b translate="no">{name}</b> <span>({sizeOf(bytes)})</span>
        <Text size="sm" c="dark.6" translate="no" className="leaving-hash">
          SHA-256 {sha256}
        </Text>
        <Text size="sm">
          {fetched === undefined
            ? 'Belum diambil'
            : `Diambil ${fetched.by}, ${momentInWords(TenantCalendar.shape.zone.parse(tenant.zone), InstantText.parse(fetched.at))}`}
        </Text>
      </div>
      <Button variant={fetched ? 'default' : 'filled'} loading={busy} onClick={take}>
        Ambil <VisuallyHidden>{name}</VisuallyHidden>
      </Button>
    </li>
  );
}
