// Files candidates one by one, a few at a time, until all are done, somebody stops it, or the connection is gone. A row is one
// case however often it is sent: it goes on where it was, in this window or with the same file tomorrow.
import {
  type DuplicateView,
  findDuplicates,
  saveIntake,
  startIntake,
  submitIntake,
} from '@layan/contract/staff/counter';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Api, ApiProblem, useApi } from '../../../shared/api.ts';
import type { Candidate } from './candidate-rows.ts';

const LANES = 4;

export type RowResult =
  | { readonly state: 'filed' | 'known'; readonly ticket: string; readonly caseId: string }
  | { readonly state: 'refused'; readonly why: string };

export interface FilingPlan {
  readonly standard: string;
  readonly channel: string;
  /** Facts that identify one person, by which others that propose them are found. */
  readonly identifiers: readonly string[];
  /** Facts that tell people without a number apart: name, day of birth, place. */
  readonly likeness: readonly string[];
  /** Which of several papers was brought, by requirement. */
  readonly choices: Readonly<Record<string, string>>;
}

/** The same row gives the same name, whatever else the file says. */
const rowName = async ({ standard, channel }: FilingPlan, { entered }: Candidate): Promise<string> => {
  const said = JSON.stringify([
    standard,
    channel,
    Object.entries(entered).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const duplicatesOf = async (
  api: Api,
  { standard, identifiers, likeness }: FilingPlan,
  { entered }: Candidate,
): Promise<readonly DuplicateView[]> => {
  const asked = Object.fromEntries(
    [...identifiers, ...likeness].flatMap((fact) =>
      entered[fact] === undefined ? [] : [[fact, entered[fact] ?? '']],
    ),
  );
  if (Object.keys(asked).length === 0) return [];
  return (await api.call(findDuplicates, { body: { standard, entered: asked } })).duplicates;
};

const knownAlready = (duplicates: readonly DuplicateView[]): RowResult | undefined => {
  for (const found of duplicates) {
    if (found.kind === 'openCase') return { state: 'known', ticket: found.ticket, caseId: found.caseId };
    if (found.kind === 'openElsewhere')
      return {
        state: 'refused',
        why: 'Orang ini sedang diusulkan di desa atau kelurahan lain. Tanyakan kepada dinas sebelum mengusulkannya.',
      };
  }
  return undefined;
};

/** Without a NIK nobody but a person can tell. */
const perhapsKnown = (duplicates: readonly DuplicateView[]): RowResult | undefined => {
  const found = duplicates.find(({ kind }) => kind === 'likeness');
  return found?.kind === 'likeness'
    ? {
        state: 'refused',
        why: `Mungkin orang yang sama dengan berkas ${found.ticket}: nama, tanggal lahir, dan desanya sama, tanpa NIK. Bila memang orang lain, kirim isiannya dari daftar yang belum selesai di Terima permohonan.`,
      }
    : undefined;
};

/** @throws ApiProblem when nothing can be said of this row now */
async function fileRow(api: Api, plan: FilingPlan, row: Candidate): Promise<RowResult> {
  const { standard, channel, choices } = plan;
  const duplicates = await duplicatesOf(api, plan, row);
  const known = knownAlready(duplicates);
  if (known) return known;
  const begun = await api.call(startIntake, {
    body: { standard, channel, row: await rowName(plan, row) },
  });
  const { caseId } = begun;
  if (begun.filed) return { state: 'known', ticket: begun.filed.ticket, caseId };
  const saved = await api.call(saveIntake, {
    params: { caseId },
    body: {
      revision: begun.revision,
      entered: { ...row.entered },
      papers: [...row.papers],
      choices: Object.fromEntries(Object.entries(choices).filter(([id]) => row.papers.includes(id))),
    },
  });
  const errors = saved.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { state: 'refused', why: errors.map(({ message }) => message).join(' ') };
  // What was typed is kept, so that whoever knows better only has to send it.
  const perhaps = perhapsKnown(duplicates);
  if (perhaps) return perhaps;
  const { ticket } = await api.call(submitIntake, { params: { caseId }, body: { revision: saved.revision } });
  return { state: 'filed', ticket, caseId };
}

const isDone = (result: RowResult | undefined): boolean => result !== undefined && result.state !== 'refused';

/** An answer about this very row; everything else stops the run. */
const isAboutRow = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem &&
  error.problem.status >= 400 &&
  error.problem.status < 500 &&
  error.problem.status !== 429;

export function useFilingRun(plan: FilingPlan) {
  const api = useApi();
  const [results, setResults] = useState<ReadonlyMap<number, RowResult>>(new Map());
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const wanted = useRef(false);
  const latest = useRef(plan);
  latest.current = plan;
  useEffect(
    () => () => {
      wanted.current = false;
    },
    [],
  );
  const stop = useCallback((): void => {
    wanted.current = false;
  }, []);

  const run = async (rows: readonly Candidate[]): Promise<void> => {
    wanted.current = true;
    setError(undefined);
    setRunning(true);
    const waiting = rows.filter(({ line }) => !isDone(results.get(line)));
    const lane = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined && wanted.current; row = waiting.shift()) {
        const { line } = row;
        try {
          const result = await fileRow(api, latest.current, row);
          setResults((before) => new Map(before).set(line, result));
        } catch (caught) {
          if (!isAboutRow(caught)) {
            wanted.current = false;
            setError(caught);
            return;
          }
          const why = caught.problem.problems?.map(({ detail }) => detail).join(' ') ?? caught.problem.detail;
          setResults((before) => new Map(before).set(line, { state: 'refused', why }));
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    wanted.current = false;
    setRunning(false);
  };
  return { results, running, error, run, stop };
}
