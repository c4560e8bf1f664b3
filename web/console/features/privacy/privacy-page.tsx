// What people ask about their own data: what waits, by when, and the way to write down what is asked at the counter.
import { listSubjectRequests, type RequestView } from '@layan/contract/staff/privacy';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { RecordForm } from './record-form.tsx';
import { channelWords, stateWords, toneOf } from './request-words.ts';
import './privacy.css';

const minuteMs = 60_000;

function Rows({ requests }: { requests: readonly RequestView[] }) {
  return (
    <ul className="requests">
      {requests.map((request) => (
        <li key={request.id}>
          <Link href={`/data-pribadi/permintaan/${request.id}`}>
            <span className="what">
              {request.kindWords} <span translate="no">{request.ticket}</span>
            </span>
            <span>
              {channelWords[request.channel]}, {request.received}
            </span>
            {request.state === 'received' ? (
              <Tag tone={toneOf(request)}>{request.left}</Tag>
            ) : (
              <Tag>{stateWords[request.state]}</Tag>
            )}
            {request.lapsed && request.state !== 'received' ? <Tag tone="bad">lewat batas</Tag> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function PrivacyPage() {
  const api = useApi();
  const me = useMe();
  const list = useQuery({
    queryKey: ['subject-requests'],
    queryFn: () => api.call(listSubjectRequests, { query: {} }),
    // The clock runs by the hour, through nights and holidays.
    refetchInterval: minuteMs,
  });
  return (
    <div className="room">
      <PageHeading title="Pelindungan data" />
      <Text mt="xs" maw="60ch">
        Permintaan warga tentang data pribadinya dijawab paling lambat 3 kali 24 jam sejak diterima. Jam ini
        terus berjalan pada malam hari dan hari libur.
      </Text>
      {me.officer ? (
        <Text mt="xs">
          <Link href="/data-pribadi/ketentuan">Pemberitahuan dan masa simpan</Link>,{' '}
          <Link href="/data-pribadi/retensi">retensi dan penahanan</Link>,{' '}
          <Link href="/data-pribadi/insiden">kegagalan pelindungan data</Link>
        </Text>
      ) : null}
      <ProblemNotice error={list.error} retry={() => void list.refetch()} />
      {list.isPending ? <Skeleton height={160} mt="md" role="status" aria-label="Memuat permintaan" /> : null}
      {list.data === undefined ? null : (
        <>
          <section className="panel" aria-labelledby="menunggu">
            <Title order={2} size="h5" id="menunggu">
              Menunggu
            </Title>
            {list.data.open.length === 0 ? (
              <Text mt="xs">Tidak ada permintaan yang menunggu.</Text>
            ) : (
              <Rows requests={list.data.open} />
            )}
          </section>
          {me.counter || me.officer ? <RecordForm /> : null}
          <section className="panel" aria-labelledby="selesai">
            <Title order={2} size="h5" id="selesai">
              Sudah selesai
            </Title>
            {list.data.settled.length === 0 ? (
              <Text mt="xs">Belum ada permintaan yang selesai.</Text>
            ) : (
              <Rows requests={list.data.settled} />
            )}
          </section>
        </>
      )}
    </div>
  );
}
