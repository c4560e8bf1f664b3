// My own days away: letters are made out to who is present, and tiers that may be passed are.
import { getAbsences } from '@layan/contract/staff/members';
import { Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { AbsenceEditor } from './absence-editor.tsx';
import './members.css';

const key = ['away'];

export function AwayPage() {
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done>();
  const mine = useQuery({ queryKey: key, queryFn: () => api.call(getAbsences) });
  return (
    <div className="room">
      <PageHeading title="Hari tidak di tempat" />
      <Text size="sm" mt="xs">
        {me.name}, {me.agency.shortName}. Selama Anda tidak di tempat, surat baru disiapkan atas nama pejabat
        yang menggantikan. Tugas yang sudah menunggu Anda tetap di kotak masuk.
      </Text>
      <DoneNotice done={done} />
      <ProblemNotice error={mine.error} retry={() => void mine.refetch()} />
      {mine.isPending ? <Skeleton height={160} mt="md" role="status" aria-label="Memuat" /> : null}
      {mine.data === undefined ? null : (
        <div className="panel">
          <AbsenceEditor
            member={mine.data}
            whose="Anda"
            onDone={(what, after) => {
              queries.setQueryData(key, after);
              setDone({ what });
            }}
          />
        </div>
      )}
    </div>
  );
}
