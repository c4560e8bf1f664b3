// Opens a file that somebody chose: its sheet, and the fingerprint by which it is known again.
import { MOST_BYTES, type Sheet, SheetRefusal } from './sheet.ts';
import type { SheetAnswer } from './sheet-worker.ts';

const PATIENCE = 30_000;

const readApart = (bytes: ArrayBuffer): Promise<Sheet> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
    const end = (refusal?: SheetRefusal): void => {
      clearTimeout(late);
      worker.terminate();
      if (refusal) reject(refusal);
    };
    const late = setTimeout(() => end(new SheetRefusal('too-slow')), PATIENCE);
    worker.addEventListener('message', ({ data }: MessageEvent<SheetAnswer>) => {
      if ('problem' in data) return end(new SheetRefusal(data.problem));
      end();
      resolve(data.sheet);
    });
    worker.addEventListener('error', () => end(new SheetRefusal('unreadable')));
    worker.postMessage(bytes);
  });

export interface OpenedFile {
  readonly name: string;
  readonly fingerprint: string;
  readonly sheet: Sheet;
}

/** @throws SheetRefusal */
export async function openFile(file: File): Promise<OpenedFile> {
  if (file.size > MOST_BYTES) throw new SheetRefusal('too-large');
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const fingerprint = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name, fingerprint, sheet: await readApart(bytes) };
}
