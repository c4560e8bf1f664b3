// Who holds a task; taking it and putting it back are one click each, and either can be undone by the other.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { Badge, Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

export function TaskHolder({ view, action }: { view: CaseView; action: ActionView }) {
  const api = useApi();
  const queries = useQueryClient();
  const { manager } = useMe();
  const { task = '', assignee } = action;
  const change = useMutation({
    mutationFn: (operation: typeof staffApi.claimTask | typeof staffApi.releaseTask) =>
      api.call(operation, { params: { caseId: view.id, task }, body: { expectedSeq: view.seq } }),
    onSuccess: (after) => {
      queries.setQueryData(['case', view.id], after);
      void queries.invalidateQueries({ queryKey: ['inbox'] });
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['case', view.id] }),
  });
  if (action.kind !== 'step' || task === '') return null;
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        {assignee === undefined ? null : (
          <Badge variant="light" tt="none" color={assignee.me ? 'layan' : 'gray.8'}>
            {assignee.me ? 'Anda pegang' : `Dipegang ${assignee.name}`}
          </Badge>
        )}
        {assignee === undefined && action.allowed ? (
          <Button
            size="compact-md"
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate(staffApi.claimTask)}
          >
            Pegang
          </Button>
        ) : null}
        {assignee !== undefined && (assignee.me || manager) ? (
          <Button
            size="compact-md"
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate(staffApi.releaseTask)}
          >
            Lepaskan
          </Button>
        ) : null}
      </Group>
      <ProblemNotice error={change.error} />
    </>
  );
}
