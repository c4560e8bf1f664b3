// The working calendar: which days and hours count for the promises made here. Everybody reads it; managers enter the days
// their local government closes by its own decision.
import { getCalendar } from '@layan/contract/staff/calendar';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { ComingWeeks } from './coming-weeks.tsx';
import { Holidays } from './holidays.tsx';
import { LocalClosures } from './local-closures.tsx';
import { OpeningHours } from './opening-hours.tsx';
import { SpecialHours } from './special-hours.tsx';
import './calendar.css';

/** Promises are moved by the minute; until then the page looks again by itself. */
const lookAgainMs = 20_000;

export function CalendarPage() {
  const api = useApi();
  const me = useMe();
  const [done, setDone] = useState<Done>();
  const calendar = useQuery({
    queryKey: ['calendar'],
    queryFn: () => api.call(getCalendar),
    refetchInterval: ({ state }) => (state.data?.moving ? lookAgainMs : false),
  });
  const view = calendar.data;
  return (
    <div className="room">
      <PageHeading title="Kalender kerja" />
      <Text mt="xs" maw="60ch">
        Hari dan jam yang dihitung dalam setiap janji layanan. Berlaku untuk semua perangkat daerah{' '}
        {me.tenant.name}.
      </Text>
      <DoneNotice done={done} />
      <ProblemNotice error={calendar.error} retry={() => void calendar.refetch()} />
      {calendar.isPending ? (
        <Skeleton height={240} mt="md" role="status" aria-label="Memuat kalender" />
      ) : null}
      {view === undefined ? null : (
        <>
          {view.moving ? (
            <p role="status">
              Janji yang belum selesai sedang dihitung ulang. Biasanya selesai dalam dua menit.
            </p>
          ) : null}
          <section className="panel" aria-labelledby="minggu">
            <Title order={2} size="h5" id="minggu">
              Enam minggu ke depan
            </Title>
            <ComingWeeks days={view.days} today={view.today} />
          </section>
          <LocalClosures view={view} onDone={(what) => setDone({ what })} />
          <OpeningHours view={view} />
          <SpecialHours view={view} onDone={(what) => setDone({ what })} />
          <Holidays closures={view.closures} />
        </>
      )}
    </div>
  );
}
