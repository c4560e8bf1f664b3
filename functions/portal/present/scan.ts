// How a requirement's scans stand, and what to do when the last one could not be used.
import type { RequirementView } from '@layan/application/filing/filing-view';
import type { DocumentRejection } from '@layan/application/ports/documents';

const reasons = {
  empty: 'Foto ini kosong. Pilih foto lain, lalu kirim lagi.',
  'too-large': 'Foto ini terlalu besar. Ambil ulang dengan ukuran lebih kecil, lalu kirim lagi.',
  'unknown-type': 'Jenis berkas ini tidak bisa kami baca. Kirim foto JPG, PNG, atau PDF.',
  damaged: 'Foto ini rusak atau terpotong. Ambil ulang di tempat terang, lalu kirim lagi.',
  encrypted: 'PDF ini terkunci sandi. Kirim yang tanpa sandi, atau fotonya.',
} as const satisfies Record<DocumentRejection, string>;

const rejectionMessage = (rejection: DocumentRejection | undefined): string =>
  `${reasons[rejection ?? 'damaged']} Atau bawa aslinya ke loket. Data lain sudah tersimpan.`;

/** Said as long as no later scan was accepted; prepared but unsent ones do not count. */
export const lastRejection = ({ state, documents }: RequirementView): string | undefined => {
  if (state === 'accepted') return undefined;
  const settled = documents.find(
    (document) => document.state === 'accepted' || document.state === 'rejected',
  );
  return settled?.state === 'rejected' ? rejectionMessage(settled.rejection) : undefined;
};
