// The counter: whom to file for, what was left unfinished, and the form itself.
import type { IntakeForm, IntakeView } from '@layan/contract/staff/counter';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './counter.css';
import { Intake } from './intake.tsx';
import { Unfinished } from './unfinished.tsx';

interface Props {
  readonly standard: string | undefined;
  readonly draft: string | undefined;
}

function Waiting() {
  return (
    <div className="room" role="status" aria-busy="true" aria-label="Membuka formulir">
      <Skeleton height={40} mb="md" />
      <Skeleton height={180} mb="md" />
      <Skeleton height={180} />
    </div>
  );
}

/** A desk keeps its state when its intake gets an address of its own, and starts anew for the next person. */
function useDesk(draft: string | undefined) {
  const own = useRef<string>(undefined);
  const [desk, setDesk] = useState({ number: 0, draft });
  if (desk.draft !== draft) {
    const isSame = draft !== undefined && draft === own.current;
    if (!isSame) own.current = undefined;
    setDesk({ number: isSame ? desk.number : desk.number + 1, draft });
  }
  const isOwn = draft !== undefined && draft === own.current;
  const started = (caseId: string | undefined): void => {
    own.current = caseId;
  };
  return { number: desk.number, isOwn, started };
}

export function CounterPage({ standard: asked, draft }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const desk = useDesk(draft);
  const [again, setAgain] = useState(0);
  const list = useQuery({
    queryKey: ['intakes'],
    queryFn: () => api.call(staffApi.listIntakes),
    refetchOnMount: 'always',
  });
  const services = list.data?.services ?? [];
  const standard = asked ?? (services.length === 1 ? services[0]?.standard : undefined);
  const isDraft = draft !== undefined && !desk.isOwn;
  const empty = useQuery({
    queryKey: ['intake-form', standard],
    queryFn: () => api.call(staffApi.getIntakeForm, { params: { standardId: standard ?? '' } }),
    enabled: standard !== undefined && !isDraft,
    staleTime: 60_000,
  });
  const kept = useQuery({
    queryKey: ['intake', draft],
    queryFn: () => api.call(staffApi.getIntake, { params: { caseId: draft ?? '' } }),
    enabled: isDraft,
    // What was typed elsewhere meanwhile is read once, and never over what is typed here.
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });

  const next = (): void => {
    void queries.invalidateQueries({ queryKey: ['intakes'] });
    setAgain((times) => times + 1);
    go(standard === undefined ? '/loket' : `/loket/${standard}`);
  };
  const reading = isDraft ? kept : empty;
  const view: IntakeView | undefined = isDraft && !kept.isFetching ? kept.data : undefined;
  const form: IntakeForm | undefined = isDraft ? view?.form : empty.data;

  if (list.isPending && standard === undefined) return <Waiting />;
  if (standard === undefined) {
    return (
      <div className="room counter">
        <PageHeading title="Terima permohonan" />
        <ProblemNotice error={list.error} retry={() => void list.refetch()} />
        {services.length === 0 && list.isSuccess ? (
          <Text mt="sm">
            Belum ada layanan yang dapat Anda terima di loket. Mintalah pengelola layanan memberi Anda peran
            pada layanan itu, atau menerbitkan standarnya.
          </Text>
        ) : (
          <ul className="plain-list services">
            {services.map(({ standard: id, service }) => (
              <li key={id}>
                <Link href={`/loket/${id}`}>{service}</Link>
              </li>
            ))}
          </ul>
        )}
        <Unfinished rows={list.data?.unfinished ?? []} />
      </div>
    );
  }
  const unfinished = (list.data?.unfinished ?? []).filter(({ caseId }) => caseId !== draft);
  return (
    <div className="room counter">
      {form === undefined ? (
        reading.error === null ? (
          <Waiting />
        ) : (
          <>
            <PageHeading title="Formulir belum dapat dibuka" />
            <ProblemNotice error={reading.error} retry={() => void reading.refetch()} />
            <Button mt="sm" variant="default" onClick={next}>
              Permohonan baru
            </Button>
          </>
        )
      ) : (
        <Intake
          key={`${standard}.${desk.number}.${again}`}
          standard={standard}
          form={form}
          view={view}
          onStarted={(caseId) => {
            desk.started(caseId);
            go(`/loket/${standard}/${caseId}`, { replace: true });
          }}
          onReload={() => {
            desk.started(undefined);
            setAgain((times) => times + 1);
            void queries.invalidateQueries({ queryKey: ['intake', draft] });
          }}
          onNext={next}
        />
      )}
      <Unfinished rows={unfinished} />
    </div>
  );
}
