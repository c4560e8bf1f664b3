// Evidence on its way: each file with its picture and how far it is, until the API says whether it was accepted.
import type { CaseView } from '@layan/contract/staff/case';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { pauseBefore } from '../../shared/upload/pause-before.ts';
import { shrink } from '../../shared/upload/shrink.ts';
import { upload } from './upload.ts';

interface Upload {
  readonly key: string;
  readonly requirement: string;
  readonly name: string;
  readonly file: Blob;
  /** Address of the picture in this browser; undefined for a PDF. */
  readonly picture: string | undefined;
  /** Share that has left, 0 to 1. */
  readonly share: number;
  /** Known once it is sent. */
  readonly document?: string;
  readonly problem?: string;
}

export interface Uploads {
  readonly all: readonly Upload[];
  send(requirement: string, files: readonly File[]): void;
  again(key: string): void;
  forget(key: string): void;
}

/** Checking takes a second or two; nobody waits longer than this without a word. */
const MOST_CHECKS = 40;

const words = (error: unknown): string =>
  error instanceof Error ? error.message : 'Berkas belum terkirim. Kirim lagi.';

const isSettled = (view: CaseView, id: string): boolean =>
  view.actions.some(({ evidence }) =>
    evidence.some(({ documents }) =>
      documents.some((one) => one.id === id && (one.state === 'accepted' || one.state === 'rejected')),
    ),
  );

/** `onAbandoned` hears of files that arrive although they were taken out while they were on their way. */
export function useUploads(view: CaseView, step: string, onAbandoned: (document: string) => void): Uploads {
  const api = useApi();
  const queries = useQueryClient();
  const [all, setAll] = useState<readonly Upload[]>([]);
  const checks = useRef(0);
  const abandoned = useRef(new Set<string>());
  const change = useCallback(
    (key: string, part: Partial<Upload>) =>
      setAll((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one))),
    [],
  );
  const pictures = useRef<string[]>([]);
  useEffect(
    () => () => {
      for (const address of pictures.current) URL.revokeObjectURL(address);
    },
    [],
  );

  const start = useCallback(
    async ({ key, requirement, file }: Pick<Upload, 'key' | 'requirement' | 'file'>) => {
      try {
        const target = { caseId: view.id, step, requirement };
        const document = await upload(api, target, await shrink(file), (share) => change(key, { share }));
        checks.current = 0;
        change(key, { share: 1, document });
        if (abandoned.current.has(key)) onAbandoned(document);
      } catch (error) {
        change(key, { share: 0, problem: words(error) });
      }
    },
    [api, view.id, step, change, onAbandoned],
  );

  const waiting = all.some(({ document }) => document !== undefined && !isSettled(view, document));
  useEffect(() => {
    if (!waiting) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const later = () => {
      timer = setTimeout(look, pauseBefore(checks.current));
    };
    const look = async () => {
      checks.current += 1;
      // An answer is waited for, never called off for a newer one: on a slow connection none would ever come.
      if (checks.current <= MOST_CHECKS)
        await queries.invalidateQueries({ queryKey: ['case', view.id] }, { cancelRefetch: false });
      if (!left) later();
    };
    later();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [waiting, queries, view.id]);

  return {
    all,
    send: (requirement, files) => {
      for (const file of files) {
        const picture = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
        if (picture !== undefined) pictures.current.push(picture);
        const one = { key: crypto.randomUUID(), requirement, name: file.name, file, picture, share: 0 };
        setAll((before) => [...before, one]);
        void start(one);
      }
    },
    again: (key) => {
      const one = all.find((upload) => upload.key === key);
      if (one === undefined) return;
      const { problem: _told, ...rest } = one;
      setAll((before) => before.map((upload) => (upload.key === key ? { ...rest, share: 0 } : upload)));
      void start(one);
    },
    forget: (key) => {
      const document = all.find((upload) => upload.key === key)?.document;
      if (document === undefined) abandoned.current.add(key);
      else onAbandoned(document);
      setAll((before) => before.filter((upload) => upload.key !== key));
    },
  };
}
