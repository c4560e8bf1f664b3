// Scans on their way to an intake: sent straight to storage, then asked for until they are checked.
import type { IntakeDocument } from '@layan/contract/staff/counter';
import { staffApi } from '@layan/contract/staff-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { pauseBefore } from '../../shared/upload/pause-before.ts';
import { sendFile } from '../../shared/upload/send-file.ts';
import { shrink } from '../../shared/upload/shrink.ts';
import type { KeptEntry } from './use-kept-entry.ts';

export interface Sending {
  readonly key: string;
  readonly requirement: string;
  readonly name: string;
  readonly file: Blob;
  /** Share that has left, 0 to 1. */
  readonly share: number;
  readonly problem?: string;
}

/** Checking takes a second or two; nobody waits longer than this without a word. */
const MOST_CHECKS = 40;

const words = (error: unknown): string =>
  error instanceof Error ? error.message : 'Pindaian belum terkirim. Kirim lagi, atau centang kertasnya.';

const isOpen = ({ state }: IntakeDocument): boolean => state === 'expected' || state === 'checking';

export function useScans(kept: KeptEntry) {
  const api = useApi();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [arrived, setArrived] = useState<readonly string[]>([]);
  const checks = useRef(0);
  const { begun, documents, setDocuments, setRevision, flush } = kept;

  const change = useCallback(
    (key: string, part: Partial<Sending>) =>
      setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one))),
    [],
  );

  const start = async ({ key, requirement, file }: Sending): Promise<void> => {
    try {
      const { caseId } = await begun();
      const small = await shrink(file);
      const prepared = await api.call(staffApi.prepareIntakeUpload, {
        params: { caseId },
        body: { requirement },
      });
      await sendFile(prepared, small, (share) => change(key, { share }));
      checks.current = 0;
      setDocuments((all) => [{ id: prepared.documentId, requirement, state: 'checking' as const }, ...all]);
      setArrived((all) => [...all, prepared.documentId]);
      setSending((all) => all.filter((one) => one.key !== key));
    } catch (error) {
      change(key, { share: 0, problem: words(error) });
    }
  };

  // An upload that was prepared and never sent is no news.
  const shown = documents.filter((one) => !isOpen(one) || arrived.includes(one.id));
  const isWaiting = shown.some(isOpen);
  useEffect(() => {
    if (!isWaiting) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      const { caseId } = await begun();
      return api.call(staffApi.getIntake, { params: { caseId } });
    };
    const look = async () => {
      checks.current += 1;
      const now = checks.current > MOST_CHECKS ? undefined : await ask().catch(() => undefined);
      if (left) return;
      if (now !== undefined) setDocuments(now.documents);
      later();
    };
    const later = () => {
      timer = setTimeout(look, pauseBefore(checks.current));
    };
    later();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [isWaiting, api, begun, setDocuments]);

  return {
    sending,
    shown,
    send: (requirement: string, files: readonly File[]): void => {
      for (const file of files) {
        const one = { key: crypto.randomUUID(), requirement, name: file.name, file, share: 0 };
        setSending((all) => [...all, one]);
        void start(one);
      }
    },
    again: (key: string): void => {
      const one = sending.find((other) => other.key === key);
      if (one === undefined) return;
      const { problem: _told, ...rest } = one;
      setSending((all) => all.map((other) => (other.key === key ? { ...rest, share: 0 } : other)));
      void start(rest);
    },
    forget: (key: string): void => setSending((all) => all.filter((one) => one.key !== key)),
    /** Takes a scan out again; what was typed meanwhile is kept first, so that nothing meets. */
    drop: async (documentId: string): Promise<void> => {
      setDocuments((all) => all.filter(({ id }) => id !== documentId));
      await flush().catch(() => undefined);
      const { caseId } = await begun();
      const dropped = await api
        .call(staffApi.dropIntakeDocument, { params: { caseId, documentId } })
        .catch(() => undefined);
      if (dropped !== undefined) setRevision(dropped.revision);
    },
  };
}

export type Scans = ReturnType<typeof useScans>;
