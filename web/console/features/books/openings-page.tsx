// The log of a suggestion box: who opened it when and before whom, how many letters lay in it, how many are still to enter.
import type { OpeningsView } from '@layan/contract/staff/books';
import { staffApi } from '@layan/contract/staff-api';
import { TenantCalendar } from '@layan/domain/deadline/calendar';
import { zoneName } from '@layan/domain/deadline/zones';
import { Button, NumberInput, Skeleton, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './books.css';

interface Box {
  readonly standard: string;
  readonly channel: string;
}

const blank = { date: '', time: '', letters: '', witness: '' };

const Zone = TenantCalendar.shape.zone;

function OpeningForm({
  box,
  zone,
  onDone,
}: {
  box: Box;
  zone: string;
  onDone: (view: OpeningsView) => void;
}) {
  const api = useApi();
  const [draft, setDraft] = useState(blank);
  const [tried, setTried] = useState(false);
  const record = useMutation({
    mutationFn: () =>
      api.call(staffApi.recordOpening, {
        params: { standardId: box.standard, channel: box.channel },
        body: {
          opened: { date: draft.date, time: draft.time },
          letters: Number(draft.letters),
          witness: draft.witness.trim(),
        },
      }),
    onSuccess: (view) => {
      setDraft(blank);
      setTried(false);
      onDone(view);
    },
  });
  const told = record.error instanceof ApiProblem ? record.error.problem.problems?.[0]?.detail : undefined;
  const lacks = {
    ...(draft.date === '' ? { date: 'Pilih tanggalnya.' } : {}),
    ...(draft.time === '' ? { time: 'Isi jamnya.' } : {}),
    ...(/^\d{1,3}$/.test(draft.letters) ? {} : { letters: 'Isi jumlahnya; 0 bila kosong.' }),
    ...(draft.witness.trim().length < 3 ? { witness: 'Tulis nama saksinya.' } : {}),
  };
  const problemOf = (field: 'date' | 'time' | 'letters' | 'witness') => (tried ? lacks[field] : undefined);
  const write = (part: Partial<typeof blank>) => {
    setDraft({ ...draft, ...part });
    record.reset();
  };
  const known = Zone.safeParse(zone);
  return (
    <form
      noValidate
      className="closure-form"
      aria-label="Catat pembukaan kotak"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (Object.keys(lacks).length === 0) record.mutate();
      }}
    >
      <TextInput
        type="date"
        label="Tanggal dibuka"
        value={draft.date}
        error={problemOf('date') ?? told}
        onChange={(event) => write({ date: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={`Jam dibuka${known.success ? ` (${zoneName(known.data)})` : ''}`}
        value={draft.time}
        error={problemOf('time')}
        onChange={(event) => write({ time: event.currentTarget.value })}
      />
      <NumberInput
        label="Jumlah surat"
        min={0}
        max={200}
        allowDecimal={false}
        value={draft.letters}
        error={problemOf('letters')}
        onChange={(letters) => write({ letters: String(letters) })}
      />
      <TextInput
        label="Saksi"
        maxLength={80}
        value={draft.witness}
        error={problemOf('witness')}
        onChange={(event) => write({ witness: event.currentTarget.value })}
      />
      {told === undefined ? <ProblemNotice error={record.error} /> : null}
      <Button type="submit" loading={record.isPending}>
        Catat pembukaan
      </Button>
    </form>
  );
}

export function OpeningsPage({ standard, channel }: Box) {
  const api = useApi();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done>();
  const key = ['openings', standard, channel];
  const log = useQuery({
    queryKey: key,
    queryFn: () => api.call(staffApi.listOpenings, { params: { standardId: standard, channel } }),
    refetchOnMount: 'always',
  });
  const view = log.data;
  return (
    <div className="room">
      <PageHeading title={`Pembukaan kotak${view ? `: ${view.channel}` : ''}`} />
      <DoneNotice done={done} />
      <ProblemNotice error={log.error} retry={() => void log.refetch()} />
      {log.isPending ? <Skeleton height={200} mt="md" role="status" aria-label="Memuat catatan" /> : null}
      {view === undefined ? null : (
        <>
          <section className="panel" aria-labelledby="catat">
            <Title order={2} size="h5" id="catat">
              Catat pembukaan
            </Title>
            <OpeningForm
              box={{ standard, channel }}
              zone={view.zone}
              onDone={(changed) => {
                queries.setQueryData(key, changed);
                setDone({ what: 'Pembukaan kotak tercatat. Masukkan suratnya satu per satu.' });
              }}
            />
          </section>
          <section className="panel" aria-labelledby="pembukaan">
            <Title order={2} size="h5" id="pembukaan">
              Pembukaan terakhir
            </Title>
            {view.openings.length === 0 ? <Text mt="xs">Belum ada pembukaan yang tercatat.</Text> : null}
            <ul className="plain-list">
              {view.openings.map(({ id, openedAt, opened, by, witness, letters, entered }) => (
                <li key={id}>
                  <Text size="sm" fw={600}>
                    {opened}
                  </Text>
                  <Text size="sm">
                    Dibuka {by}, saksi {witness}. {letters} surat, {entered} sudah dimasukkan
                    {entered < letters ? `, ${letters - entered} belum` : ''}.
                  </Text>
                  {entered < letters ? (
                    <Link
                      href={`/loket/${standard}?${new URLSearchParams({ lewat: channel, kotak: id, dibuka: openedAt })}`}
                    >
                      Masukkan surat berikutnya
                    </Link>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
