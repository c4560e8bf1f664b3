// How the agency set down that its sheets are laid out; saved by those who may.
import { getSheetLayout, saveSheetLayout } from '@layan/contract/staff/batch';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../shared/api.ts';
import type { SheetMapping } from './candidate-rows.ts';

const layoutKey = (batch: string) => ['sheet-layout', batch] as const;

export function useLayout(batch: string) {
  const api = useApi();
  return useQuery({
    queryKey: layoutKey(batch),
    queryFn: () => api.call(getSheetLayout, { params: { standard: batch } }),
  });
}

export function useSaveLayout(batch: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ columns, same }: SheetMapping) =>
      api.call(saveSheetLayout, {
        params: { standard: batch },
        body: { columns: { ...columns }, same: { ...same } },
      }),
    onSuccess: (layout) => queries.setQueryData(layoutKey(batch), layout),
  });
}
