// What a letter is called, and how it is signed.
import type { LetterView } from '@layan/contract/staff/letter-view';

/** "Surat rekomendasi nomor 400.9/0012/427.64/2026" */
export const letterName = ({ label, number }: Pick<LetterView, 'label' | 'number'>): string =>
  number === undefined ? label : `${label} nomor ${number}`;

export type SigningMethod = NonNullable<LetterView['method']>;

export const methodWords: Readonly<Record<SigningMethod, { label: string; explained: string }>> = {
  seal: {
    label: 'segel elektronik dinas',
    explained:
      'Segel elektronik dinas membuktikan surat berasal dari dinas dan tidak berubah. Segel ini dibuat di sini, sekali tekan. Segel ini bukan tanda tangan elektronik tersertifikasi.',
  },
  certificate: {
    label: 'sertifikat elektronik',
    explained:
      'Surat diunduh, ditandatangani dengan sertifikat elektronik di luar aplikasi ini (misalnya BSrE), lalu diunggah kembali.',
  },
  ink: {
    label: 'tanda tangan basah',
    explained: 'Surat dicetak, ditandatangani dengan pena, dipindai, lalu diunggah.',
  },
};

/** "BSrE, oleh Pejabat Uji, 3 Maret 2026" */
export function signatureWords({
  method,
  signed,
  certificate,
}: NonNullable<LetterView['signature']>): string {
  const how = certificate === undefined ? methodWords[method].label : `sertifikat ${certificate.issuer}`;
  const who = certificate === undefined ? '' : `, atas nama ${certificate.subject}`;
  const when = certificate?.signed ?? signed;
  return `Ditandatangani dengan ${how}${who}${when === undefined ? '' : `, ${when}`}.`;
}
