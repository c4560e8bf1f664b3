// Findings about what is brought, asked, passed on and joined while a case is worked on.
import type { CatalogueEntry } from './catalogue-entry.ts';

export const catalogueOfWork = {
  'requirement-malformed': {
    severity: 'error',
    advice: 'Minta persyaratan yang ditunjukkan hanya di loket, atau minta salinannya.',
  },
  'check-without-return': {
    severity: 'warning',
    advice: 'Tambahkan hasil untuk berkas yang kurang, dengan menyebut apa yang kurang.',
  },
  'group-unasked': {
    severity: 'error',
    advice: 'Tanyakan semua data kelompok itu pada formulir yang sama.',
  },
  'fact-before-known': {
    severity: 'error',
    advice:
      'Tanyakan data itu sebelum dipakai, pada setiap jalur; bila dapat kosong, seperti data dari perkara lain, tulis syarat "known" di depannya.',
  },
  'fact-maybe-unknown': {
    severity: 'warning',
    advice: 'Tanyakan data itu pada jalur yang belum menanyakannya, atau terima bahwa di sana kosong.',
  },
  'subcase-malformed': {
    severity: 'error',
    advice: 'Perkara lain dibuka tanpa peran, formulir, dan catatan; akhirnya yang menentukan hasil.',
  },
  'subcase-service-unfit': {
    severity: 'error',
    advice:
      'Terbitkan lebih dulu layanan yang dibuka itu pada dinas yang sama, atau perbaiki nama layanan, kanal, atau akhirnya.',
  },
  'dead-join': {
    severity: 'error',
    advice: 'Satukan hanya cabang yang berjalan bersama; cabang pilihan diteruskan ke tempat yang sama.',
  },
  'number-without-year': {
    severity: 'error',
    advice: 'Tambahkan {year} pada bentuk nomornya: nomor mulai lagi dari satu setiap tahun.',
  },
  'branch-without-example': {
    severity: 'error',
    advice: 'Tambahkan contoh yang melewati cabang itu.',
  },
} as const satisfies Record<string, CatalogueEntry>;
