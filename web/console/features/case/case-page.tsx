// A case: its promise, what I may do now, the file beside it, and what happened.
import { staffApi } from '@layan/contract/staff-api';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Actions } from './actions.tsx';
import { Assignments } from './assign.tsx';
import { CaseHeader } from './case-header.tsx';
import { CounterTools } from './counter-tools.tsx';
import { Documents } from './documents.tsx';
import { Facts } from './facts.tsx';
import { LetterPlace } from './letter/letter-place.ts';
import { LinesSection } from './lines/lines-section.tsx';
import { type Overtaken, OvertakenNotice } from './overtaken.tsx';
import { Products } from './products.tsx';
import { Timeline } from './timeline.tsx';
import type { CommandEnds } from './use-command.ts';
import './case.css';

const REFRESH = 30_000;

export function CasePage({ caseId }: { caseId: string }) {
  const api = useApi();
  const [done, setDone] = useState<Done>();
  const [overtaken, setOvertaken] = useState<Overtaken>();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const view = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => api.call(staffApi.getCase, { params: { caseId } }),
    // Whoever opens a case decides on it: what was read a moment ago is not good enough.
    refetchOnMount: 'always',
    refetchInterval: REFRESH,
  });
  if (view.isPending) {
    return (
      <div className="case-waiting" role="status" aria-busy="true" aria-label="Membuka berkas">
        <Skeleton height={72} />
        <Skeleton height={220} />
        <Skeleton height={320} />
      </div>
    );
  }
  if (view.data === undefined) {
    return (
      <div className="room">
        <PageHeading title="Berkas belum dapat dibuka" />
        <ProblemNotice error={view.error} retry={() => void view.refetch()} />
      </div>
    );
  }
  const ends: CommandEnds = {
    done: (what) => {
      setOvertaken(undefined);
      setDone({ what });
    },
    overtaken: (news) => {
      setDone(undefined);
      setOvertaken(news);
    },
  };
  return (
    <article className="case">
      <CaseHeader view={view.data} />
      <DoneNotice done={done} />
      <CounterTools view={view.data} />
      <OvertakenNotice overtaken={overtaken} />
      <ProblemNotice error={view.error} retry={() => void view.refetch()} />
      <div className="case-columns">
        <div className="case-work">
          <LetterPlace value={place}>
            <Actions view={view.data} on={ends} />
          </LetterPlace>
          <Products view={view.data} on={ends} />
          <Assignments view={view.data} />
          <Facts view={view.data} />
        </div>
        <div className="case-file">
          <div ref={setPlace} />
          <Documents view={view.data} />
        </div>
      </div>
      <LinesSection view={view.data} />
      <Timeline view={view.data} />
    </article>
  );
}
