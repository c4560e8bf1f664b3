// A case: its promise, what I may do now, the file beside it, and what happened.
import { staffApi } from '@layan/contract/staff-api';
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { usePageTitle } from '../../shared/page-title.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Actions } from './actions.tsx';
import { CaseHeader } from './case-header.tsx';
import { Documents } from './documents.tsx';
import { Facts } from './facts.tsx';
import { Overtaken, type Overtaking } from './overtaken.tsx';
import { Timeline } from './timeline.tsx';

export function CasePage({ caseId }: { caseId: string }) {
  const api = useApi();
  const [done, setDone] = useState<string>();
  const [overtaking, setOvertaking] = useState<Overtaking>();
  const view = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => api.call(staffApi.getCase, { params: { caseId } }),
  });
  usePageTitle(view.data === undefined ? undefined : `Tiket ${view.data.ticket}`);
  if (view.isPending) {
    return (
      <Stack p="md" aria-busy="true" aria-label="Membuka berkas">
        <Skeleton height={72} />
        <Skeleton height={220} />
        <Skeleton height={320} />
      </Stack>
    );
  }
  if (view.isError) {
    return (
      <div className="room">
        <ProblemNotice error={view.error} retry={() => void view.refetch()} />
      </div>
    );
  }
  return (
    <article className="case">
      <CaseHeader view={view.data} />
      <div role="status" aria-live="polite" className="done">
        {done}
      </div>
      <Overtaken overtaking={overtaking} />
      <div className="case-columns">
        <div className="case-work">
          <Actions
            view={view.data}
            onDone={(what) => {
              setDone(what);
              setOvertaking(undefined);
            }}
            onOvertaken={setOvertaking}
          />
          <Facts view={view.data} />
        </div>
        <div className="case-file">
          <Documents view={view.data} />
        </div>
      </div>
      <Timeline view={view.data} />
    </article>
  );
}
