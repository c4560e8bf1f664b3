// Keeps an intake on the server while it is typed: two seconds after the last key, when a field is left, before filing.
// One request at a time; what fails is tried again; what another window changed is told and never overwritten.
import type { IntakeDocument } from '@layan/contract/staff/counter';
import { staffApi } from '@layan/contract/staff-api';
import type { InstantText } from '@layan/domain/kernel/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, useApi } from '../../shared/api.ts';
import type { Entry } from './entry.ts';

const QUIET = 2_000;
const AGAIN = 8_000;

export interface Draft {
  readonly caseId: string;
  readonly revision: number;
}

export type Keeping =
  | { readonly state: 'clean' }
  | { readonly state: 'waiting' | 'saving' }
  | { readonly state: 'kept'; readonly at: string }
  | { readonly state: 'failed'; readonly error: unknown };

export const isConflict = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === 'filing-changed';

const mayPass = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status >= 500);

interface Start {
  readonly standard: string;
  /** The way in, where the service has several. */
  readonly channel?: string | undefined;
  /** The opening of the box that the letter was found in. */
  readonly opening?: { readonly id: string; readonly openedAt: InstantText } | undefined;
  readonly draft?: Draft | undefined;
  readonly entry: Entry;
  readonly documents: readonly IntakeDocument[];
  /** The intake has an address of its own from now on. */
  readonly onStarted: (caseId: string) => void;
}

export function useKeptEntry(start: Start) {
  const { standard, channel, opening, draft: before, entry: first, documents: came, onStarted } = start;
  const api = useApi();
  const [entry, setEntry] = useState(first);
  const [documents, setDocuments] = useState(came);
  const [keeping, setKeeping] = useState<Keeping>({ state: 'clean' });
  const latest = useRef(first);
  const kept = useRef(first);
  const draft = useRef(before);
  const beginning = useRef<Promise<Draft>>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const way = useRef({ channel, opening });
  const started = useRef(onStarted);
  started.current = onStarted;

  const begin = useCallback((): Promise<Draft> => {
    if (draft.current !== undefined) return Promise.resolve(draft.current);
    beginning.current ??= api
      .call(staffApi.startIntake, {
        body: {
          standard,
          ...(way.current.channel === undefined ? {} : { channel: way.current.channel }),
          ...(way.current.opening === undefined ? {} : { opening: way.current.opening }),
        },
      })
      .then((begun) => {
        draft.current = begun;
        started.current(begun.caseId);
        return begun;
      })
      .finally(() => {
        beginning.current = undefined;
      });
    return beginning.current;
  }, [api, standard]);

  const saveOnce = useCallback(async (): Promise<void> => {
    const now = latest.current;
    if (now === kept.current && draft.current !== undefined) return;
    setKeeping({ state: 'saving' });
    const { caseId } = await begin();
    const saved = await api.call(staffApi.saveIntake, {
      params: { caseId },
      body: {
        revision: draft.current?.revision ?? 1,
        entered: { ...now.entered },
        papers: [...now.papers],
        ...(now.receivedOnPaper === undefined ? {} : { receivedOnPaper: now.receivedOnPaper }),
        ...(now.receipt === undefined ? {} : { receipt: now.receipt }),
        shown: [...now.shown],
        choices: { ...now.choices },
        anonymous: now.anonymous,
        confidential: now.confidential,
      },
    });
    draft.current = { caseId, revision: saved.revision };
    kept.current = now;
    setDocuments(saved.documents);
    setKeeping(latest.current === now ? { state: 'kept', at: saved.savedAt } : { state: 'waiting' });
  }, [api, begin]);

  /** Everything typed so far is on the server when this resolves. */
  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const next = running.current.catch(() => undefined).then(saveOnce);
    running.current = next;
    next.catch((error: unknown) => {
      setKeeping({ state: 'failed', error });
      if (mayPass(error)) timer.current = setTimeout(() => void flush().catch(() => undefined), AGAIN);
    });
    return next;
  }, [saveOnce]);

  const keepSoon = useCallback(
    (after: number) => {
      if (latest.current === kept.current) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush().catch(() => undefined), after);
    },
    [flush],
  );

  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (latest.current !== kept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      clearTimeout(timer.current);
      // Gone to another page of the console: what was typed goes to the server all the same.
      if (latest.current !== kept.current) void flush().catch(() => undefined);
    };
  }, [flush]);

  return {
    entry,
    documents,
    keeping,
    change: (changes: (before: Entry) => Entry): void => {
      latest.current = changes(latest.current);
      setEntry(latest.current);
      setKeeping((now) => (now.state === 'failed' && isConflict(now.error) ? now : { state: 'waiting' }));
      keepSoon(QUIET);
    },
    /** A field was left. */
    left: (): void => keepSoon(0),
    flush,
    /** Takes the draft as it is now, begun when it was not. */
    begun: async (): Promise<Draft> => {
      await begin();
      return draft.current ?? begin();
    },
    setRevision: (revision: number): void => {
      if (draft.current !== undefined) draft.current = { ...draft.current, revision };
    },
    setDocuments,
    /** Keeps what is on this screen as an intake of its own, beside the one that changed elsewhere. */
    keepApart: (): Promise<void> => {
      draft.current = undefined;
      kept.current = first;
      latest.current = { ...latest.current };
      return flush();
    },
    /** Filed or thrown away: nothing of it is saved any more. */
    forget: (): void => {
      clearTimeout(timer.current);
      kept.current = latest.current;
    },
  };
}

export type KeptEntry = ReturnType<typeof useKeptEntry>;
