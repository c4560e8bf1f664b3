// Findings about batches and the cases that they gather, and about the next matter that an ending opens.
import type { CatalogueEntry } from './catalogue-entry.ts';

export const catalogueOfBatches = {
  'batch-malformed': {
    severity: 'error',
    advice:
      'Berkas bersama (kind "batch") menulis "process.lines", diajukan petugas, dan memutuskan baris pada langkah seseorang.',
  },
  'batch-on-portal': {
    severity: 'error',
    advice: 'Pakai kanal yang dicatat petugas, misalnya "other": berkas bersama dibuat petugas.',
  },
  'line-malformed': {
    severity: 'error',
    advice:
      'Langkah "line" menyebut "batch", peran yang menghimpun, dan "from" pada setiap hasil, tanpa formulir dan berkas.',
  },
  'batch-service-missing': {
    severity: 'warning',
    advice: 'Terbitkan layanan itu juga; sampai saat itu berkas tidak dapat dihimpun.',
  },
  'batch-service-unfit': {
    severity: 'error',
    advice: 'Sebut pada kedua layanan nama layanan dan langkah yang sama, milik dinas yang sama.',
  },
  'line-from-unknown': {
    severity: 'error',
    advice: 'Sebut pada "from" hasil, keputusan, atau akhir yang ada pada berkas bersama itu.',
  },
  'line-column-unknown': {
    severity: 'error',
    advice: 'Pakai data yang dikenal layanan yang dihimpun, dan tulis pada "process.lines.columns".',
  },
  'batch-unfollowed': {
    severity: 'warning',
    advice:
      'Sebut kejadian itu pada "from" sebuah hasil, agar berkas yang menunggu di sana tidak tertinggal.',
  },
  'batch-outlasts-member': {
    severity: 'note',
    advice: 'Pendekkan janji berkas bersama, atau hentikan hitungan anggota selama menunggu.',
  },
  'next-service-missing': {
    severity: 'warning',
    advice: 'Terbitkan layanan berikutnya itu; sampai saat itu berkasnya tidak dibuka.',
  },
  'next-service-unfit': {
    severity: 'error',
    advice: 'Sebut pada "opens" layanan dinas ini, kanalnya, dan data yang dikenal di sana.',
  },
} as const satisfies Record<string, CatalogueEntry>;
