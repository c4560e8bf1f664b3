// Sends a change of a product once: the same key goes with every retry of the same content.
import type { CaseView, ProductView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { isOvertaken } from '../../shared/is-overtaken.ts';
import { type CommandEnds, useRetryKey } from './use-command.ts';

type Change = ProductView['actions'][number];

export function useProductChange(view: CaseView, product: ProductView, on: CommandEnds) {
  const api = useApi();
  const queries = useQueryClient();
  const keyFor = useRetryKey();
  const mutation = useMutation({
    mutationFn: ({ change, note }: { change: Change; note: string }) =>
      api.call(staffApi.changeProduct, {
        params: { caseId: view.id, productId: product.id, action: change.id },
        body: { expectedSeq: view.seq, ...(note === '' || change.note === 'none' ? {} : { note }) },
        idempotencyKey: keyFor(JSON.stringify([view.seq, product.id, change.id, note])),
      }),
    onSuccess: (after, { change }) => {
      queries.setQueryData(['case', view.id], after);
      on.done(`Tersimpan: ${change.label}.`);
    },
    onError: (error, { note }) => {
      if (!isOvertaken(error)) return;
      on.overtaken({ error, note: note === '' ? undefined : note });
      void queries.invalidateQueries({ queryKey: ['case', view.id] });
    },
  });
  return {
    error: isOvertaken(mutation.error) ? null : mutation.error,
    sending: mutation.isPending,
    reset: mutation.reset,
    send: (change: Change, note: string): void => mutation.mutate({ change, note }),
  };
}
