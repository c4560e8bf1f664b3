// What the next 90 days destroy, and what may not be destroyed: holds are put on and lifted here.
import { holdForLaw, liftHold, listRetention, type RetentionView } from '@layan/contract/staff/privacy';
import { Button, Skeleton, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import './privacy.css';

const key = ['retention'];

const classWords = {
  case: 'berkas selesai',
  scans: 'foto dokumen',
  rejectedIntake: 'dibatalkan atau tidak dilengkapi',
  anonymousComplaint: 'pengaduan tanpa nama',
  audit: 'catatan audit',
} as const satisfies Record<RetentionView['planned'][number]['class'], string>;

function HoldForm({ onHeld }: { onHeld: (view: RetentionView, ticket: string) => void }) {
  const api = useApi();
  const [ticket, setTicket] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 10;
  const hold = useMutation({
    mutationFn: () => api.call(holdForLaw, { body: { ticket: ticket.trim(), reason: reason.trim() } }),
    onSuccess: (view) => {
      onHeld(view, ticket.trim());
      setTicket('');
      setReason('');
      setTried(false);
    },
  });
  return (
    <form
      noValidate
      className="privacy-form"
      aria-label="Tahan pemusnahan"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (ticket.trim() !== '' && !short) hold.mutate();
      }}
    >
      <TextInput
        label="Nomor tiket"
        autoComplete="off"
        maxLength={20}
        value={ticket}
        error={tried && ticket.trim() === '' ? 'Tulis nomor tiketnya.' : undefined}
        onChange={(event) => setTicket(event.currentTarget.value)}
      />
      <Textarea
        label="Alasan"
        description="Misalnya permintaan pengadilan, dengan nomor suratnya."
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        error={tried && short ? 'Tulis alasannya, paling sedikit sepuluh huruf.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNotice error={hold.error} />
      <div>
        <Button type="submit" loading={hold.isPending}>
          Tahan pemusnahan
        </Button>
      </div>
    </form>
  );
}

export function RetentionPage() {
  const api = useApi();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done>();
  const retention = useQuery({ queryKey: key, queryFn: () => api.call(listRetention) });
  const lift = useMutation({
    mutationFn: ({ caseId }: RetentionView['holds'][number]) => api.call(liftHold, { params: { caseId } }),
    onSuccess: (view, { ticket }) => {
      queries.setQueryData(key, view);
      setDone({ what: `Penahanan berkas ${ticket} dicabut.` });
    },
  });
  const view = retention.data;
  return (
    <div className="room">
      <Text size="sm">
        <Link href="/data-pribadi">Pelindungan data</Link>
      </Text>
      <PageHeading title="Retensi" />
      <Text mt="xs" maw="60ch">
        Yang habis masa simpannya dimusnahkan sendiri: kunci datanya dihancurkan, lalu foto dan suratnya
        dihapus. Yang berjalan, yang masih berlaku, yang ditahan, dan yang menunggu jawaban tidak disentuh.
      </Text>
      <DoneNotice done={done} />
      <ProblemNotice error={retention.error} retry={() => void retention.refetch()} />
      {retention.isPending ? (
        <Skeleton height={200} mt="md" role="status" aria-label="Memuat rencana pemusnahan" />
      ) : null}
      {view === undefined ? null : (
        <>
          <section className="panel" aria-labelledby="rencana">
            <Title order={2} size="h5" id="rencana">
              90 hari ke depan
            </Title>
            {view.planned.length === 0 ? (
              <Text mt="xs">Tidak ada yang dimusnahkan dalam 90 hari ke depan.</Text>
            ) : (
              <ul className="retention">
                {view.planned.map((row) => (
                  <li key={row.caseId}>
                    <span>{row.on}</span>
                    <span>
                      {row.service}, <span translate="no">{row.ticket}</span>
                    </span>
                    <Tag>{classWords[row.class]}</Tag>
                    {row.held ? <Tag tone="warn">ditahan</Tag> : null}
                  </li>
                ))}
              </ul>
            )}
            {view.more ? <Text mt="xs">Masih ada lagi sesudah ini.</Text> : null}
          </section>
          <section className="panel" aria-labelledby="ditahan">
            <Title order={2} size="h5" id="ditahan">
              Ditahan
            </Title>
            {view.holds.length === 0 ? <Text mt="xs">Tidak ada berkas yang ditahan.</Text> : null}
            <ul className="retention">
              {view.holds.map((hold) => (
                <li key={hold.caseId}>
                  <span translate="no">{hold.ticket}</span>
                  <span>
                    {hold.reason} (sejak {hold.since}, {hold.by})
                  </span>
                  <Button
                    variant="default"
                    mih={44}
                    loading={lift.isPending && lift.variables.caseId === hold.caseId}
                    disabled={lift.isPending}
                    aria-label={`Cabut penahanan ${hold.ticket}`}
                    onClick={() => lift.mutate(hold)}
                  >
                    Cabut
                  </Button>
                </li>
              ))}
            </ul>
            <ProblemNotice error={lift.error} />
            <HoldForm
              onHeld={(after, ticket) => {
                queries.setQueryData(key, after);
                setDone({ what: `Pemusnahan berkas ${ticket} ditahan.` });
              }}
            />
          </section>
        </>
      )}
    </div>
  );
}
