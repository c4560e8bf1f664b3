// Sends the rows of a file a few at a time until they are done, somebody stops it, or something stands in the way. What
// is done is done: it goes on where it was.
import { type ImportView, importRows } from '@layan/contract/staff/register';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import type { MappedRow } from './mapped-rows.ts';

const AT_ONCE = 25;

export type RunState = 'idle' | 'running' | 'stopped';

export function useImportRun(rows: readonly MappedRow[]) {
  const api = useApi();
  const [record, setRecord] = useState<ImportView>();
  const [state, setState] = useState<RunState>('idle');
  const [error, setError] = useState<unknown>();
  const wanted = useRef(false);
  useEffect(
    () => () => {
      wanted.current = false;
    },
    [],
  );

  const run = async (from: ImportView): Promise<void> => {
    wanted.current = true;
    setError(undefined);
    setRecord(from);
    setState('running');
    let now = from;
    try {
      while (wanted.current && now.done < now.rows) {
        const some = rows.slice(now.done, now.done + AT_ONCE).map(({ line, cells }) => ({ line, cells }));
        const answer = await api.call(importRows, {
          params: { importId: now.id },
          body: { from: now.done + 1, rows: some },
        });
        now = answer.record;
        setRecord(now);
      }
    } catch (caught) {
      setError(caught);
    }
    setState('stopped');
  };

  return {
    record,
    state,
    error,
    run,
    stop: (): void => {
      wanted.current = false;
    },
  };
}
