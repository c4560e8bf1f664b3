// Who has the work that I give out, and to whom else it can be handed: areas and load beside every name.
import type { AssigneeView } from '@layan/contract/staff/assignment';
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const loadWords = (load: number): string =>
  load === 0 ? 'tidak memegang tugas lain' : `memegang ${load} tugas lain`;

const areaWords = (areas: readonly string[]): string =>
  areas.length === 0 ? 'semua wilayah' : areas.join(', ');

/** The open work of this case that I give out. */
export function Assignments({ view }: { view: CaseView }) {
  const { oversees } = useMe();
  const given = view.actions.filter(
    ({ kind, task, role }) =>
      kind === 'step' && task !== undefined && oversees.some(({ label }) => label === role),
  );
  if (given.length === 0) return null;
  return (
    <section aria-labelledby="pembagian" className="panel assignments">
      <Title order={2} className="quiet-heading" id="pembagian">
        Pembagian tugas
      </Title>
      {given.map((action) => (
        <Assign key={action.task} view={view} action={action} />
      ))}
    </section>
  );
}

function Assign({ view, action }: { view: CaseView; action: ActionView }) {
  const [choosing, setChoosing] = useState(false);
  const { assignee, label } = action;
  return (
    <div className="assign">
      <Text>
        <strong>{label}</strong>:{' '}
        {assignee === undefined ? 'belum ada petugas.' : `dipegang ${assignee.name}.`}
      </Text>
      {choosing ? (
        <Candidates view={view} action={action} onDone={() => setChoosing(false)} />
      ) : (
        <Button variant="default" onClick={() => setChoosing(true)}>
          {assignee === undefined ? 'Serahkan kepada petugas' : 'Serahkan kepada petugas lain'}
        </Button>
      )}
    </div>
  );
}

function Candidates({ view, action, onDone }: { view: CaseView; action: ActionView; onDone: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { caseId: view.id, task: action.task ?? '' };
  const found = useQuery({
    queryKey: ['assignees', view.id, action.task, view.seq],
    queryFn: () => api.call(staffApi.listAssignees, { params }),
  });
  const give = useMutation({
    mutationFn: (to: string) =>
      api.call(staffApi.assignTask, { params, body: { expectedSeq: view.seq, to } }),
    onSuccess: (after) => {
      queries.setQueryData(['case', view.id], after);
      void queries.invalidateQueries({ queryKey: ['inbox'] });
      onDone();
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['case', view.id] }),
  });
  const others = found.data?.assignees.filter(({ holds }) => !holds) ?? [];
  return (
    <div>
      {found.isPending ? <Text role="status">Mencari petugas…</Text> : null}
      {found.isSuccess && others.length === 0 ? (
        <Text>
          Tidak ada petugas lain untuk wilayah ini. Mintalah pengelola layanan menambah wilayah seorang
          petugas.
        </Text>
      ) : null}
      <ul className="plain-list candidates">
        {others.map((one) => (
          <Candidate key={one.id} one={one} busy={give.isPending} onGive={() => give.mutate(one.id)} />
        ))}
      </ul>
      <Button variant="subtle" onClick={onDone}>
        Batal
      </Button>
      <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      <ProblemNotice error={give.error} arrive />
    </div>
  );
}

function Candidate({ one, busy, onGive }: { one: AssigneeView; busy: boolean; onGive: () => void }) {
  return (
    <li>
      <Button
        variant="default"
        aria-disabled={busy}
        onClick={() => {
          if (!busy) onGive();
        }}
      >
        Serahkan kepada {one.name}
      </Button>
      <Text size="sm" c="dark.6">
        {areaWords(one.areas)} · {loadWords(one.load)}
      </Text>
    </li>
  );
}
