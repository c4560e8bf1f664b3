// Findings about letters: what they say, how they are numbered, frozen and signed, and who stands in the ladder.
import type { CatalogueEntry } from './catalogue-entry.ts';

export const catalogueOfLetters = {
  'letter-malformed': {
    severity: 'error',
    advice: 'Sesuaikan templat dengan produknya: hanya surat yang dibekukan, ditandatangani, lalu terbit.',
  },
  'letter-part-unprinted': {
    severity: 'warning',
    advice: 'Pindahkan tulisan itu ke isi surat, atau ganti "layout".',
  },
  'placeholder-malformed': {
    severity: 'error',
    advice:
      'Tulis {data}, {data|bentuk}, atau {@kata}; bentuk: date, words, money, moneyWords, upper; kata: number, date, ticket, agency, government, lineCount, outside.',
  },
  'placeholder-format': {
    severity: 'error',
    advice: 'Pakai bentuk yang cocok dengan jenis data itu, atau tulis tanpa bentuk.',
  },
  'letter-value-unknown': {
    severity: 'warning',
    advice:
      'Wajibkan jawabannya sebelum surat dibekukan, atau beri bagian itu "when" agar hanya tercetak bila datanya ada.',
  },
  'letter-unfrozen': {
    severity: 'error',
    advice: 'Bekukan surat ("freeze") pada hasil langkah terakhir sebelum tanda tangan, di setiap jalur.',
  },
  'letter-without-signing': {
    severity: 'error',
    advice: 'Terbitkan surat pada langkah dengan "review" bertanda "sign".',
  },
  'letter-unsigned-at-end': {
    severity: 'note',
    advice:
      'Surat itu batal dengan sendirinya, nomornya tetap tercatat. Bila alasannya perlu dicatat petugas, tulis "cancel" pada hasil itu.',
  },
  'sign-without-letter': {
    severity: 'warning',
    advice: 'Tulis pada hasil langkah ini surat mana yang terbit, atau pakai "initial".',
  },
  'return-without-cancel': {
    severity: 'error',
    advice: 'Tambahkan "cancel" pada hasil itu: konsep yang diperbaiki mendapat nomor baru.',
  },
  'correction-after-freezing': {
    severity: 'error',
    advice: 'Bekukan surat setelah koreksi terakhir: sesudahnya isinya tidak berubah lagi.',
  },
  'skip-on-signing': {
    severity: 'error',
    advice: 'Hapus "skip". Yang menandatangani digantikan pejabat ("delegates"), tidak dilewati.',
  },
  'delegate-reviewed-before': {
    severity: 'note',
    advice:
      'Tambahkan "notBy" bila harus orang lain, atau terima bahwa satu orang memeriksa dan menandatangani.',
  },
  'signatory-unfit': {
    severity: 'error',
    advice: 'Tulis "outside": true hanya bila yang menandatangani orang di luar dinas.',
  },
  'decree-with-titles': {
    severity: 'warning',
    advice: 'Tulis nama pada keputusan tanpa gelar (Permendagri 1/2023).',
  },
  'number-pattern-unfit': {
    severity: 'error',
    advice:
      'Pakai hanya {seq:000}, {year}, {romanMonth}, {class}, dan {unit}; {class} memerlukan "classification".',
  },
  'number-unit-missing': {
    severity: 'warning',
    advice: 'Isi kode unit dinas sebelum surat pertama dibekukan, atau hapus {unit} dari bentuk nomornya.',
  },
  'register-patterns-differ': {
    severity: 'warning',
    advice: 'Samakan bentuk nomornya, atau pakai buku agenda yang berbeda.',
  },
} as const satisfies Record<string, CatalogueEntry>;
