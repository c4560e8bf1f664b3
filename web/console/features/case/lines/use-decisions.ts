// Keeps decisions on lines as they are made: sent one command after the other, those of a moment together. What could not be
// kept stays marked on its line, over a reload as well, until it is sent again.
import { type BatchView, decideLines } from '@layan/contract/staff/batch';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { useApi } from '../../../shared/api.ts';
import { isOvertaken } from '../../../shared/is-overtaken.ts';
import { useKeptTexts } from '../../../shared/kept.ts';
import { type Decided, type Deciding, linesAfter, type Pending, portionsOf } from './line-rules.ts';
import { type AllLines, batchKey, linesKey } from './use-batch.ts';

const Kept = z.object({ caseId: z.string(), decision: z.string(), note: z.optional(z.string()) });

const pendingIn = (texts: Readonly<Record<string, string>>): Pending =>
  new Map(
    Object.entries(texts).flatMap(([caseId, text]) => {
      if (text === '') return [];
      const { note, ...read } = Kept.parse(JSON.parse(text));
      return [[caseId, { ...read, ...(note === undefined ? {} : { note }) }] as const];
    }),
  );

export function useDecisions(batch: Pick<BatchView, 'caseId' | 'seq'>, deciding: Deciding | undefined) {
  const { caseId } = batch;
  const step = deciding?.step;
  const about = useRef(deciding);
  about.current = deciding;
  const api = useApi();
  const queries = useQueryClient();
  const { texts, set } = useKeptTexts(`lines.${caseId}.${step ?? ''}`);
  const pending = useMemo(() => pendingIn(texts), [texts]);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const queue = useRef<Decided[]>([]);
  const busy = useRef(false);
  const seq = useRef(batch.seq);
  seq.current = Math.max(seq.current, batch.seq);

  const work = useCallback(async (): Promise<void> => {
    if (busy.current || step === undefined) return;
    busy.current = true;
    setSending(true);
    setError(undefined);
    try {
      while (queue.current.length > 0) {
        const [portion = []] = portionsOf(queue.current);
        const after = await api.call(decideLines, {
          params: { caseId, step },
          body: {
            expectedSeq: seq.current,
            decisions: portion.map(({ note, ...rest }) => (note === undefined ? rest : { ...rest, note })),
          },
          idempotencyKey: crypto.randomUUID(),
        });
        const all = queries.getQueryData<AllLines>([...linesKey(caseId), seq.current]);
        // Nobody else decided in between: the lines are known without reading them.
        if (all && about.current && after.seq === seq.current + 1)
          queries.setQueryData<AllLines>([...linesKey(caseId), after.seq], {
            ...all,
            rows: linesAfter(all.rows, about.current, portion),
          });
        seq.current = after.seq;
        queue.current = queue.current.filter((one) => !portion.includes(one));
        for (const one of portion)
          if (!queue.current.some((next) => next.caseId === one.caseId)) set(one.caseId, '');
        queries.setQueryData(batchKey(caseId), after);
      }
    } catch (caught) {
      setError(caught);
      queue.current = [];
      if (isOvertaken(caught)) await queries.invalidateQueries({ queryKey: batchKey(caseId), exact: true });
    }
    busy.current = false;
    setSending(false);
    // The step of the batch is done on what is known now.
    void queries.invalidateQueries({ queryKey: ['case', caseId] });
  }, [api, caseId, queries, set, step]);

  const decide = useCallback(
    (decisions: readonly Decided[]): void => {
      const again = new Set(decisions.map((one) => one.caseId));
      queue.current = [...queue.current.filter((one) => !again.has(one.caseId)), ...decisions];
      for (const one of decisions) set(one.caseId, JSON.stringify(one));
      void work();
    },
    [set, work],
  );

  return {
    pending,
    sending,
    error,
    unsent: !sending && pending.size > 0,
    decide,
    again: () => decide([...pending.values()]),
    forget: () => {
      for (const one of pending.keys()) set(one, '');
      setError(undefined);
    },
  };
}
