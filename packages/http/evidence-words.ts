// Why a piece of evidence was not kept, as a sentence to the worker who brought it.
import type { ScanRejection } from '@layan/domain/document/scan-rejection';

export const evidenceWords = {
  empty: 'Foto ini kosong. Ambil atau pilih foto lain.',
  'too-large': 'Foto ini terlalu besar. Ambil ulang dengan ukuran lebih kecil.',
  'unknown-type': 'Jenis berkas ini tidak terbaca. Kirim foto JPG, PNG, atau PDF.',
  damaged: 'Foto ini rusak atau terpotong. Ambil ulang, lalu kirim lagi.',
  encrypted: 'PDF ini terkunci sandi. Kirim yang tanpa sandi, atau fotonya.',
} as const satisfies Record<ScanRejection, string>;
