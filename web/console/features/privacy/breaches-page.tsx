// Failures to protect data: what is known, how much of the three days is left for whom, and drafts of what is told.
import { type BreachView, listBreaches, markBreach, recordBreach } from '@layan/contract/staff/privacy';
import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type * as z from 'zod/mini';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { Affected } from './affected.tsx';
import { IndexKeyPanel } from './index-key-panel.tsx';
import './privacy.css';

const key = ['breaches'];
const minuteMs = 60_000;

const kinds = [
  { id: 'identity', label: 'Identitas (nama, NIK, nomor KK)' },
  { id: 'contact', label: 'Alamat dan kontak' },
  { id: 'family', label: 'Keluarga' },
  { id: 'finance', label: 'Keadaan ekonomi' },
  { id: 'health', label: 'Kesehatan' },
  { id: 'children', label: 'Data anak' },
  { id: 'scans', label: 'Foto dokumen' },
  { id: 'other', label: 'Data lain' },
] as const;
type Kind = (typeof kinds)[number]['id'];

const toneOf = (state: BreachView['subjects']['state']): 'plain' | 'warn' | 'bad' =>
  state === 'lapsed' || state === 'late' ? 'bad' : state === 'soon' ? 'warn' : 'plain';

function Letter({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <details className="letter-draft">
      <summary>{title}</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Button variant="default" className="no-print" onClick={() => window.print()}>
        Cetak halaman ini
      </Button>
    </details>
  );
}

function BreachPanel({
  breach,
  onMarked,
}: {
  breach: BreachView;
  onMarked: (views: readonly BreachView[]) => void;
}) {
  const api = useApi();
  const mark = useMutation({
    mutationFn: (body: z.input<(typeof markBreach)['body']>) =>
      api.call(markBreach, { params: { breachId: breach.id }, body }),
    onSuccess: ({ breaches }) => onMarked(breaches),
  });
  const told = breach.subjectsTold !== undefined && breach.authorityTold !== undefined;
  return (
    <section className="panel" aria-label={`Insiden ${breach.discovered}`}>
      <Title order={2} size="h5">
        Diketahui {breach.discovered}
      </Title>
      <dl className="request-facts">
        <dt>Data</dt>
        <dd>{breach.dataWords}</dd>
        <dt>Jumlah orang</dt>
        <dd>{breach.people ?? 'belum diketahui'}</dd>
        <dt>Kejadian</dt>
        <dd>{breach.how}</dd>
        <dt>Penanganan</dt>
        <dd>{breach.handling}</dd>
        <dt>Pemberitahuan kepada warga</dt>
        <dd>
          {breach.subjectsTold ?? `paling lambat ${breach.subjects.until}`}{' '}
          <Tag tone={toneOf(breach.subjects.state)}>{breach.subjects.left}</Tag>
        </dd>
        <dt>Pemberitahuan kepada lembaga</dt>
        <dd>
          {breach.authorityTold ?? `paling lambat ${breach.authority.until}`}{' '}
          <Tag tone={toneOf(breach.authority.state)}>{breach.authority.left}</Tag>
        </dd>
        {breach.closed === undefined ? null : (
          <>
            <dt>Ditutup</dt>
            <dd>{breach.closed}</dd>
          </>
        )}
      </dl>
      <Letter title="Rancangan surat kepada warga" lines={breach.letters.subjects} />
      <Letter title="Rancangan surat kepada lembaga" lines={breach.letters.authority} />
      <Affected
        breach={breach}
        sending={mark.isPending}
        onAffected={(tickets) => mark.mutate({ mark: 'affected', tickets: [...tickets] })}
        onLettered={(cases, way) => mark.mutate({ mark: 'lettered', cases: [...cases], way })}
      />
      {breach.closed === undefined ? (
        <Group mt="sm">
          {breach.subjectsTold === undefined ? (
            <Button
              variant="default"
              loading={mark.isPending}
              onClick={() => mark.mutate({ mark: 'subjectsToldAt' })}
            >
              Warga sudah diberi tahu
            </Button>
          ) : null}
          {breach.authorityTold === undefined ? (
            <Button
              variant="default"
              loading={mark.isPending}
              onClick={() => mark.mutate({ mark: 'authorityToldAt' })}
            >
              Lembaga sudah diberi tahu
            </Button>
          ) : null}
          {told ? (
            <Button loading={mark.isPending} onClick={() => mark.mutate({ mark: 'closedAt' })}>
              Tutup insiden
            </Button>
          ) : null}
        </Group>
      ) : null}
      <ProblemNotice error={mark.error} />
    </section>
  );
}

const blank = { date: '', time: '', people: '', how: '', handling: '', from: '', to: '' };

function RecordBreachForm({ onRecorded }: { onRecorded: (views: readonly BreachView[]) => void }) {
  const api = useApi();
  const [draft, setDraft] = useState(blank);
  const [data, setData] = useState<readonly Kind[]>([]);
  const [tried, setTried] = useState(false);
  const write = (change: Partial<typeof blank>) => setDraft({ ...draft, ...change });
  const record = useMutation({
    mutationFn: () =>
      api.call(recordBreach, {
        body: {
          discovered: { date: draft.date, time: draft.time },
          data: [...data],
          ...(draft.people === '' ? {} : { people: Number(draft.people) }),
          how: draft.how.trim(),
          ...(draft.handling.trim() === '' ? {} : { handling: draft.handling.trim() }),
          from: draft.from,
          to: draft.to,
        },
      }),
    onSuccess: ({ breaches }) => {
      setDraft(blank);
      setData([]);
      setTried(false);
      onRecorded(breaches);
    },
  });
  const missing = (value: string, words: string) => (tried && value === '' ? words : undefined);
  const complete =
    [draft.date, draft.time, draft.from, draft.to].every((value) => value !== '') &&
    data.length > 0 &&
    draft.how.trim().length >= 10;
  return (
    <section className="panel" aria-labelledby="catat-insiden">
      <Title order={2} size="h5" id="catat-insiden">
        Catat insiden
      </Title>
      <form
        noValidate
        className="privacy-form"
        aria-label="Catat insiden"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (complete) record.mutate();
        }}
      >
        <TextInput
          type="date"
          label="Tanggal diketahui"
          value={draft.date}
          error={missing(draft.date, 'Pilih tanggalnya.')}
          onChange={(event) => write({ date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label="Jam diketahui"
          value={draft.time}
          error={missing(draft.time, 'Isi jamnya.')}
          onChange={(event) => write({ time: event.currentTarget.value })}
        />
        <Checkbox.Group
          label="Data yang terungkap"
          value={[...data]}
          error={tried && data.length === 0 ? 'Pilih sekurangnya satu.' : undefined}
          onChange={(chosen) => setData(kinds.map(({ id }) => id).filter((id) => chosen.includes(id)))}
        >
          <Stack gap="xs" mt="xs">
            {kinds.map(({ id, label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NumberInput
          label="Jumlah orang"
          description="Boleh kosong bila belum diketahui."
          min={0}
          allowDecimal={false}
          value={draft.people}
          onChange={(value) => write({ people: String(value) })}
        />
        <Textarea
          label="Kapan dan bagaimana terjadi"
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.how}
          error={tried && draft.how.trim().length < 10 ? 'Tulis satu dua kalimat.' : undefined}
          onChange={(event) => write({ how: event.currentTarget.value })}
        />
        <Textarea
          label="Penanganan"
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.handling}
          onChange={(event) => write({ handling: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Menyangkut berkas yang diterima dari"
          value={draft.from}
          error={missing(draft.from, 'Pilih tanggalnya.')}
          onChange={(event) => write({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="sampai"
          value={draft.to}
          error={missing(draft.to, 'Pilih tanggalnya.')}
          onChange={(event) => write({ to: event.currentTarget.value })}
        />
        <ProblemNotice error={record.error} />
        <div>
          <Button type="submit" loading={record.isPending}>
            Catat insiden
          </Button>
        </div>
      </form>
    </section>
  );
}

export function BreachesPage() {
  const api = useApi();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done>();
  const list = useQuery({ queryKey: key, queryFn: () => api.call(listBreaches), refetchInterval: minuteMs });
  const show = (what: string) => (breaches: readonly BreachView[]) => {
    queries.setQueryData(key, { breaches });
    setDone({ what });
  };
  return (
    <div className="room">
      <Text size="sm" className="no-print">
        <Link href="/data-pribadi">Pelindungan data</Link>
      </Text>
      <PageHeading title="Kegagalan pelindungan data" />
      <Text mt="xs" maw="60ch">
        Warga yang datanya terungkap dan lembaga pelindungan data pribadi diberi tahu paling lambat 3 kali 24
        jam sejak insiden diketahui.
      </Text>
      <DoneNotice done={done} />
      <ProblemNotice error={list.error} retry={() => void list.refetch()} />
      {list.isPending ? <Skeleton height={200} mt="md" role="status" aria-label="Memuat insiden" /> : null}
      {list.data?.breaches.length === 0 ? <Text mt="md">Belum ada insiden yang dicatat.</Text> : null}
      {list.data?.breaches.map((breach) => (
        <BreachPanel key={breach.id} breach={breach} onMarked={show('Tercatat.')} />
      ))}
      {list.data === undefined ? null : <RecordBreachForm onRecorded={show('Insiden tercatat.')} />}
      <IndexKeyPanel />
    </div>
  );
}
