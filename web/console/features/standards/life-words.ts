// The life of a version in words: where it stands, what a step is called, and what stands in its way.
import type { Blocker, StandardVersionView } from '@layan/contract/staff/standards';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';

export const states = {
  draft: 'Rancangan',
  consultation: 'Konsultasi publik',
  approved: 'Ditetapkan, belum terbit',
  scheduled: 'Menunggu tanggal terbit',
  published: 'Terbit',
  superseded: 'Diganti versi baru',
  withdrawn: 'Ditarik',
} as const satisfies Record<StandardVersionView['state'], string>;

export type LifeStep = StandardVersionView['next'][number]['step'];

/** What the button says. */
export const stepNames = {
  consult: 'Buka konsultasi publik',
  recordMinutes: 'Catat berita acara',
  approve: 'Catat penetapan',
  schedule: 'Atur tanggal terbit',
  publish: 'Terbitkan sekarang',
  returnToDraft: 'Kembalikan ke rancangan',
  withdraw: 'Tarik layanan ini',
} as const satisfies Record<LifeStep, string>;

export const blockerWords = ({ code, count, until }: Blocker): string => {
  switch (code) {
    case 'wrong-state':
      return 'Tahap versi ini sudah lain. Muat ulang halaman.';
    case 'errors':
      return `Perbaiki dahulu ${count ?? 0} temuan yang menghalangi, lalu unggah lagi rancangannya.`;
    case 'unconfirmed':
      return `Konfirmasi dahulu ${count ?? 0} tafsir yang tersisa.`;
    case 'consultation-open':
      return `Masyarakat masih dapat memberi masukan sampai ${until === undefined ? 'hari terakhirnya' : plainDateInWords(until)}.`;
    case 'minutes-missing':
      return 'Catat dahulu berita acara konsultasi.';
    case 'minutes-recorded':
      return 'Berita acara sudah dicatat.';
    case 'not-approved':
      return 'Naskah menyebut nomor keputusan. Catat dahulu penetapannya.';
  }
};
