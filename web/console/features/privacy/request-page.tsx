// One request: what was asked, about which cases, by when; the officer answers, the counter hands the copy over.
import { answerSubjectRequest, getSubjectRequest, type RequestDetail } from '@layan/contract/staff/privacy';
import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { type Answer, AnswerForm } from './answer-form.tsx';
import { CasesOfRequest } from './cases-of-request.tsx';
import { CopyPanel } from './copy-panel.tsx';
import { channelWords, identityWords, stateWords, toneOf } from './request-words.ts';
import './privacy.css';

const followWords = {
  erasure: {
    what: 'Data dihapus setelah Anda menekan tombol ini dan tidak dapat dikembalikan.',
    label: 'Hapus data sekarang',
  },
  restriction: {
    what: 'Data pada berkas ini hanya disimpan. Akhiri pembatasan bila alasannya sudah tidak ada.',
    label: 'Akhiri pembatasan',
  },
  objection: {
    what: 'Pemrosesan dihentikan sampai Anda memutuskan. Akhiri bila keberatannya sudah ditangani.',
    label: 'Lanjutkan pemrosesan',
  },
  correction: {
    what: 'Catat selesai setelah yang dikabulkan benar-benar dilaksanakan.',
    label: 'Catat selesai',
  },
  access: { what: '', label: 'Catat selesai' },
} as const satisfies Record<RequestDetail['kind'], { what: string; label: string }>;

const doneWords = {
  grant: 'Permintaan dikabulkan. Pemohon dapat membacanya sekarang.',
  refuse: 'Permintaan tidak dikabulkan. Pemohon membaca alasannya.',
  finish: 'Permintaan dicatat selesai.',
} as const;

function Facts({ request }: { request: RequestDetail }) {
  return (
    <dl className="request-facts">
      <dt>Keadaan</dt>
      <dd>
        {stateWords[request.state]} <Tag tone={toneOf(request)}>{request.left}</Tag>
      </dd>
      <dt>Diterima</dt>
      <dd>
        {request.received}, {channelWords[request.channel]}
      </dd>
      <dt>Batas jawaban</dt>
      <dd>{request.until}</dd>
      <dt>Bukti diri</dt>
      <dd>{identityWords[request.identity]}</dd>
      {request.wish === undefined ? null : (
        <>
          <dt>Penjelasan pemohon</dt>
          <dd>{request.wish}</dd>
        </>
      )}
      <dt>Berkas</dt>
      <dd>
        <CasesOfRequest request={request} />
      </dd>
      {request.answered === undefined ? null : (
        <>
          <dt>Dijawab</dt>
          <dd>
            {request.answered} oleh {request.by}
            {request.refusal === undefined ? null : <div>{request.refusal}</div>}
            {request.note === undefined ? null : <div>{request.note}</div>}
          </dd>
        </>
      )}
    </dl>
  );
}

export function RequestPage({ id }: { id: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done>();
  const key = ['subject-request', id];
  const request = useQuery({
    queryKey: key,
    queryFn: () => api.call(getSubjectRequest, { params: { requestId: id } }),
  });
  const view = request.data;
  const answer = useMutation({
    mutationFn: (sent: Answer) =>
      api.call(answerSubjectRequest, {
        params: { requestId: id },
        body: { ...sent, revision: view?.revision ?? 0 },
      }),
    onSuccess: (after, sent) => {
      queries.setQueryData(key, after);
      void queries.invalidateQueries({ queryKey: ['subject-requests'] });
      setDone({ what: doneWords[sent.answer] });
    },
    onError: () => void request.refetch(),
  });
  return (
    <div className="room">
      <Text size="sm">
        <Link href="/data-pribadi">Semua permintaan</Link>
      </Text>
      <PageHeading title={view === undefined ? 'Permintaan' : `${view.kindWords} ${view.ticket}`} />
      <DoneNotice done={done} />
      <ProblemNotice error={request.error} retry={() => void request.refetch()} />
      {request.isPending ? (
        <Skeleton height={200} mt="md" role="status" aria-label="Memuat permintaan" />
      ) : null}
      {view === undefined ? null : (
        <>
          <section className="panel" aria-label="Permintaan">
            <Facts request={view} />
          </section>
          {view.copyUntil === undefined ? null : (
            <CopyPanel request={view} onDone={() => void request.refetch()} />
          )}
          {view.decides && view.state === 'received' ? (
            <AnswerForm
              request={view}
              sending={answer.isPending}
              error={answer.error}
              onAnswer={(sent) => answer.mutate(sent)}
            />
          ) : null}
          {view.decides && view.state === 'answered' && view.kind !== 'access' ? (
            <section className="panel" aria-label="Tindak lanjut">
              <Text>{followWords[view.kind].what}</Text>
              <Group mt="sm">
                <Button loading={answer.isPending} onClick={() => answer.mutate({ answer: 'finish' })}>
                  {followWords[view.kind].label}
                </Button>
              </Group>
              <ProblemNotice error={answer.error} />
            </section>
          ) : null}
          {!view.decides && view.state === 'received' ? (
            <Text mt="md">Permintaan ini diputuskan oleh pejabat pelindungan data pribadi.</Text>
          ) : null}
        </>
      )}
    </div>
  );
}
