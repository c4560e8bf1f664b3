// A batch and its lines as they stand now. Lines are read a hundred at a time until all are there; cells that were read in
// clear take the place of masked ones.
import { type BatchLine, type BatchView, getBatch, listLines, readLines } from '@layan/contract/staff/batch';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import { type Api, useApi } from '../../../shared/api.ts';

/** While news of it is on its way to its cases. */
const SOON = 2000;
const REFRESH = 30_000;

export const batchKey = (caseId: string) => ['batch', caseId] as const;
export const linesKey = (caseId: string) => ['batch', caseId, 'lines'] as const;

export const isTelling = ({ told }: BatchView): boolean => told.done + told.held < told.of;

export function useBatch(caseId: string, isBatch = true) {
  const api = useApi();
  return useQuery({
    queryKey: batchKey(caseId),
    queryFn: () => api.call(getBatch, { params: { caseId } }),
    enabled: isBatch,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data && isTelling(state.data) ? SOON : REFRESH),
  });
}

export interface AllLines {
  readonly columns: readonly { readonly fact: string; readonly label: string }[];
  readonly rows: readonly BatchLine[];
  readonly clear: boolean;
}

type Page = z.output<(typeof listLines)['response']>;

/** @param clear every page of it is logged as read in clear */
export async function allLines(api: Api, caseId: string, clear: boolean): Promise<AllLines> {
  const rows: BatchLine[] = [];
  let after: number | undefined = 0;
  let columns: AllLines['columns'] = [];
  while (after !== undefined) {
    const page: Page = clear
      ? await api.call(readLines, { params: { caseId }, body: { after } })
      : await api.call(listLines, { params: { caseId }, query: { after } });
    rows.push(...page.rows);
    columns = page.columns;
    after = page.next;
  }
  return { columns, rows, clear };
}

/** @param seq of the batch: what was decided elsewhere is read anew */
export function useLines(caseId: string, seq: number) {
  const api = useApi();
  const queries = useQueryClient();
  const lines = useQuery({
    queryKey: [...linesKey(caseId), seq],
    queryFn: async (): Promise<AllLines> => {
      const shown = queries
        .getQueriesData<AllLines>({ queryKey: linesKey(caseId) })
        .findLast(([, data]) => data !== undefined)?.[1];
      const now = await allLines(api, caseId, false);
      if (shown?.clear !== true) return now;
      // What was read in clear once is not read, and logged, again with every decision.
      const cells = new Map(shown.rows.map((row) => [row.caseId, row.cells]));
      const rows = now.rows.map((row) => ({ ...row, cells: cells.get(row.caseId) ?? row.cells }));
      return { ...now, rows, clear: true };
    },
    placeholderData: (before) => before,
    // A batch of one sequence number never changes: its five hundred lines are not read again for each decision.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const unmask = useMutation({
    mutationFn: () => allLines(api, caseId, true),
    onSuccess: (all) => queries.setQueryData([...linesKey(caseId), seq], all),
  });
  return { lines, unmask };
}
