// Who holds a task; taking it and putting it back are one press each, and either undoes the other.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { Button } from '@mantine/core';
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
  const mayTake = assignee === undefined && action.allowed;
  const mayRelease = assignee !== undefined && (assignee.me || manager);
  if (assignee === undefined && !mayTake) return null;
  return (
    <div>
      <div className="task-holder" role="status">
        <span className="holder" data-mine={assignee?.me === true}>
          {assignee === undefined
            ? 'Belum ada yang memegang.'
            : assignee.me
              ? 'Anda pegang.'
              : `Dipegang ${assignee.name}.`}
        </span>
        {mayTake || mayRelease ? (
          <Button
            className="in-line"
            size="compact-sm"
            variant="default"
            aria-disabled={change.isPending}
            onClick={() => {
              if (change.isPending) return;
              change.mutate(mayTake ? staffApi.claimTask : staffApi.releaseTask);
            }}
          >
            {mayTake ? 'Pegang' : 'Lepaskan'}
          </Button>
        ) : null}
      </div>
      <ProblemNotice error={change.error} arrive />
    </div>
  );
}
