// The counter: whom to file for, what was left unfinished, and the form itself.
import type { IntakeForm, IntakeView } from '@layan/contract/staff/counter';
import { staffApi } from '@layan/contract/staff-api';
import { TenantCalendar } from '@layan/domain/deadline/calendar';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { InstantText } from '@layan/domain/kernel/ids';
import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './counter.css';
import { Intake } from './intake.tsx';
import { Unfinished } from './unfinished.tsx';

interface Props {
  readonly standard: string | undefined;
  readonly draft: string | undefined;
}

/** What the address says besides: the channel, and the opening of the box that a letter was found in. */
function useWay() {
  const asked = new URLSearchParams(useSearch());
  const channel = asked.get('lewat') ?? undefined;
  const at = InstantText.safeParse(asked.get('dibuka'));
  const id = asked.get('kotak');
  const zone = TenantCalendar.shape.zone.safeParse(useMe().tenant.zone);
  const opened = id === null || !at.success || !zone.success ? undefined : { id, openedAt: at.data };
  const words = opened && zone.success ? momentInWords(zone.data, opened.openedAt) : '';
  return { channel, opening: opened && { ...opened, words } };
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

type Opening = { readonly id: string; readonly openedAt: string } | undefined;

const addressOf = (
  standard: string | undefined,
  draft: string | undefined,
  channel: string | undefined,
  opening: Opening,
): string => {
  const path = ['/loket', standard, draft].filter((part) => part !== undefined).join('/');
  if (channel === undefined) return path;
  const asked = new URLSearchParams({
    lewat: channel,
    ...(opening ? { kotak: opening.id, dibuka: opening.openedAt } : {}),
  });
  return `${path}?${asked}`;
};

export function CounterPage({ standard: asked, draft }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const desk = useDesk(draft);
  const { channel: wanted, opening } = useWay();
  const [again, setAgain] = useState(0);
  const list = useQuery({
    queryKey: ['intakes'],
    queryFn: () => api.call(staffApi.listIntakes),
    refetchOnMount: 'always',
  });
  const services = list.data?.services ?? [];
  const standard = asked ?? (services.length === 1 ? services[0]?.standard : undefined);
  const isDraft = draft !== undefined && !desk.isOwn;
  const channels = services.find((one) => one.standard === standard)?.channels ?? [];
  const channel = wanted ?? (channels.length === 1 ? channels[0]?.id : undefined);
  /** Of several ways in, one is chosen first. */
  const isOpen = standard !== undefined && (isDraft || channel !== undefined);
  const empty = useQuery({
    queryKey: ['intake-form', standard, channel],
    queryFn: () =>
      api.call(staffApi.getIntakeForm, {
        params: { standardId: standard ?? '' },
        query: { channel },
      }),
    enabled: standard !== undefined && channel !== undefined && !isDraft,
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
    go(addressOf(standard, undefined, channels.length > 1 ? channel : undefined, opening));
  };
  const reading = isDraft ? kept : empty;
  const view: IntakeView | undefined = isDraft && !kept.isFetching ? kept.data : undefined;
  const form: IntakeForm | undefined = isDraft ? view?.form : empty.data;

  if (list.isPending && !isOpen) return <Waiting />;
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
  if (!isOpen) {
    return (
      <div className="room counter">
        <PageHeading
          title={`Terima permohonan: ${services.find((one) => one.standard === standard)?.service ?? ''}`}
        />
        <ProblemNotice error={list.error} retry={() => void list.refetch()} />
        <Text mt="sm">Lewat mana datangnya?</Text>
        <ul className="plain-list services">
          {channels.map(({ id, label, receipt }) => (
            <li key={id}>
              <Link
                href={
                  receipt === 'opened'
                    ? `/buku/${standard}/${id}/kotak`
                    : addressOf(standard, undefined, id, undefined)
                }
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
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
          key={`${standard}.${channel ?? ''}.${opening?.id ?? ''}.${desk.number}.${again}`}
          standard={standard}
          channel={channel}
          opening={opening}
          form={form}
          view={view}
          onStarted={(caseId) => {
            desk.started(caseId);
            go(addressOf(standard, caseId, wanted, opening), { replace: true });
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
