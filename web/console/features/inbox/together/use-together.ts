// The chosen tasks with their cases as they stand now, and doing them: six at a time, each by a command of its own. A command
// sent twice does nothing twice, so what failed is tried again without fear and the page may be closed at any time.
import type { CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ApiProblem, useApi } from '../../../shared/api.ts';
import { isOvertaken } from '../../../shared/is-overtaken.ts';
import type { AtOnce } from '../at-once.ts';
import type { Selection } from '../use-selection.ts';
import { createLanes } from './lanes.ts';
import { type Standing, standingOf } from './standing.ts';

const lanes = createLanes(6);

export type Progress =
  | { readonly state: 'waiting' | 'sending' | 'done' }
  | { readonly state: 'failed'; readonly why: string };

export interface Item {
  readonly key: string;
  readonly caseId: string;
  readonly view: CaseView | undefined;
  readonly task: string;
  /** Absent while the case is on its way. */
  readonly standing: Standing | undefined;
  readonly progress: Progress | undefined;
}

const words = (error: unknown): string =>
  error instanceof ApiProblem ? error.problem.detail : 'Belum berhasil. Coba lagi.';

const parts = (key: string): { caseId: string; task: string } => {
  const [caseId = '', ...rest] = key.split('/');
  return { caseId, task: rest.join('/') };
};

export function useTogether(role: string, way: AtOnce, selection: Selection) {
  const api = useApi();
  const queries = useQueryClient();
  // What was done leaves the choice, and stays on this page.
  const [keys] = useState(() => [...selection.chosen]);
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map());
  const [running, setRunning] = useState(false);
  const cases = useQueries({
    queries: keys.map((key) => ({
      queryKey: ['case', parts(key).caseId],
      queryFn: () => lanes(() => api.call(staffApi.getCase, { params: { caseId: parts(key).caseId } })),
      staleTime: 15_000,
    })),
  });
  const items = keys.map((key, at): Item => {
    const { caseId, task } = parts(key);
    const found = cases[at];
    const view = found?.data;
    const lost: Standing | undefined = found?.isError ? { ready: false, why: words(found.error) } : undefined;
    const standing = view === undefined ? lost : standingOf(view, task, way, role);
    return { key, caseId, task, view, standing, progress: progress.get(key) };
  });
  const tell = useCallback(
    (key: string, now: Progress) => setProgress((before) => new Map(before).set(key, now)),
    [],
  );

  const doOne = async ({ key, caseId, standing }: Item): Promise<void> => {
    if (standing?.ready !== true) return;
    const { seq, step, outcome, as } = standing;
    tell(key, { state: 'sending' });
    try {
      await api.call(staffApi.completeStep, {
        params: { caseId, step },
        body: { expectedSeq: seq, outcome, facts: {}, ...(as === undefined ? {} : { as }) },
        idempotencyKey: `${caseId}-${seq}`.slice(0, 80),
      });
      selection.set([key], false);
      tell(key, { state: 'done' });
    } catch (error) {
      tell(key, { state: 'failed', why: words(error) });
      // It is not any more what was looked at: it is read anew before it can be tried again.
      if (isOvertaken(error)) await queries.invalidateQueries({ queryKey: ['case', caseId] });
    }
  };

  const send = async (chosen: readonly Item[]): Promise<void> => {
    setRunning(true);
    setProgress((before) => {
      const after = new Map(before);
      for (const { key } of chosen) after.set(key, { state: 'waiting' });
      return after;
    });
    await Promise.all(chosen.map((item) => lanes(() => doOne(item))));
    setRunning(false);
    await queries.invalidateQueries({ queryKey: ['inbox'] });
  };

  return { items, running, loading: cases.some(({ isPending }) => isPending), send };
}
