// What still keeps a letter from being signed here, and what is sent with the outcome that signs.
import type { LetterView, SignedUploadView } from '@layan/contract/staff/letter-view';
import type { Lack } from '../lack.ts';
import type { Texts } from '../outcome.ts';

const NUMBER = 'signature.number';

export interface SignatureSent {
  readonly document?: string;
  readonly number?: string;
}

const isUsable = ({ state, problem }: SignedUploadView): boolean =>
  state === 'accepted' && problem === undefined;

/** The copy that counts: the last one that can be taken. */
const signedCopy = ({ uploads = [] }: LetterView): SignedUploadView | undefined => uploads.findLast(isUsable);

export const isChecked = ({ uploads = [] }: LetterView): boolean =>
  !uploads.some(({ state }) => state === 'expected' || state === 'checking');

/** No code was read on the scan: who signs says by its number that it is this letter. */
export const asksNumber = (letter: LetterView): boolean => signedCopy(letter)?.code === 'none';

const lack = (at: string, label: string, sentence: string): Lack => ({ at, label, sentence });

export function lackOfSignature(letter: LetterView, texts: Texts): Lack | undefined {
  const { file, signatory, method, label } = letter;
  if (file === undefined || method === undefined) {
    return lack('signature', label, 'Surat masih disiapkan. Tunggu sebentar.');
  }
  if (letter.outside !== true && signatory !== undefined && !signatory.me) {
    return lack('signature', label, 'Siapkan dahulu surat ini atas nama Anda.');
  }
  if (method === 'seal') return undefined;
  if (signedCopy(letter) === undefined) {
    return isChecked(letter)
      ? lack('signature', label, 'Unggah dahulu surat yang sudah ditandatangani.')
      : lack('signature', label, 'Tunggu sebentar, berkas ini masih diperiksa.');
  }
  const isNumbered = (texts[NUMBER] ?? '').trim() !== '';
  return asksNumber(letter) && !isNumbered
    ? lack(NUMBER, 'Nomor pada surat', 'Tulis dahulu nomor yang tertera pada surat.')
    : undefined;
}

export function signatureOf(letter: LetterView, texts: Texts): SignatureSent {
  const copy = letter.method === 'seal' ? undefined : signedCopy(letter);
  if (copy === undefined) return {};
  const number = (texts[NUMBER] ?? '').trim();
  return { document: copy.id, ...(asksNumber(letter) && number !== '' ? { number } : {}) };
}
