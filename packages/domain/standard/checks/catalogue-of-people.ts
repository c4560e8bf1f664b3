// Findings about people: who they are, who may know it, who does the work, corrects it, stands in, or is told of it.
import type { CatalogueEntry } from './catalogue-entry.ts';

export const catalogueOfPeople = {
  'identity-undefined': {
    severity: 'error',
    advice: 'Tulis pada "process.identity" data mana yang mengenali pemohon dan siapa yang boleh melihatnya.',
  },
  'identity-not-asked': {
    severity: 'error',
    advice:
      'Wajibkan sekurangnya satu data identitas pada formulir kanal itu, atau jadikan identitas pilihan.',
  },
  'identity-asked-anonymously': {
    severity: 'warning',
    advice: 'Pakai formulir tanpa data identitas pada kanal anonim.',
  },
  'identity-fact-open': {
    severity: 'error',
    advice: 'Beri data itu kelas "identifying", agar tersimpan tertutup.',
  },
  'identity-unused': {
    severity: 'warning',
    advice: 'Tulis "identity" pada kanal yang memakainya, atau hapus.',
  },
  'confidential-undefined': {
    severity: 'error',
    advice: 'Tulis pada "process.confidential" siapa yang boleh membuka berkas rahasia.',
  },
  'confidential-unused': {
    severity: 'warning',
    advice: 'Tawarkan kerahasiaan pada sebuah kanal, atau hapus.',
  },
  'confidential-work-closed': {
    severity: 'warning',
    advice:
      'Tambahkan peran itu pada "confidential.seenBy", atau beri langkah itu "assign" atau "coordinator" yang boleh membukanya.',
  },
  'confidential-gathered': {
    severity: 'error',
    advice:
      'Beri berkas rahasia jalan tanpa langkah "line", atau jangan tawarkan kerahasiaan pada kanal itu.',
  },
  'notice-unreachable': {
    severity: 'warning',
    advice:
      'Tanyakan surel atau nomor telepon pada formulir kanal itu, boleh tidak wajib, atau terima bahwa pemohon harus melihat sendiri.',
  },
  'outsider-trusted': {
    severity: 'error',
    advice: 'Sebut peran petugas instansi ini.',
  },
  'review-malformed': {
    severity: 'error',
    advice:
      'Tier koreksi, paraf, dan tanda tangan adalah langkah petugas setelah langkah yang menulis konsep.',
  },
  'return-without-note': {
    severity: 'error',
    advice: 'Wajibkan catatan, agar penyusun konsep tahu apa yang diperbaiki.',
  },
  'return-elsewhere': {
    severity: 'error',
    advice: 'Arahkan pengembalian ke tempat langkah konsep menunggu.',
  },
  'review-out-of-order': {
    severity: 'error',
    advice: 'Letakkan tanda tangan setelah semua koreksi dan paraf.',
  },
  'delegate-malformed': {
    severity: 'error',
    advice: 'Sebut peran petugas lain, masing-masing satu kali.',
  },
  'entered-by-malformed': {
    severity: 'error',
    advice: 'Pakai "enteredBy" hanya pada langkah pihak luar, dengan peran petugas yang mencatatnya.',
  },
  'external-step-unentered': {
    severity: 'warning',
    advice: 'Sebut pada "enteredBy" petugas yang mencatat apa yang dilakukan pihak luar itu.',
  },
  'suspension-malformed': {
    severity: 'error',
    advice: 'Sebut peran petugas: hanya petugas yang dapat menunda berkas.',
  },
  'role-unheld': {
    severity: 'warning',
    advice: 'Beri seorang petugas peran itu sebelum layanan dibuka.',
  },
  'separation-impossible': {
    severity: 'warning',
    advice: 'Beri peran itu kepada orang kedua, atau sebut pengganti yang boleh mengerjakannya.',
  },
  'complaints-service-missing': {
    severity: 'warning',
    advice: 'Terbitkan layanan pengaduan itu; sampai saat itu halaman layanan tidak dapat menautkannya.',
  },
  'complaints-service-unfit': {
    severity: 'error',
    advice: 'Sebut pada "complaints" layanan pengaduan dinas ini sendiri.',
  },
  'ending-tells-nobody': {
    severity: 'warning',
    advice: 'Tambahkan "notify" pada akhir ini, atau pada hasil yang menuju ke sana.',
  },
  'revocation-unannounced': {
    severity: 'warning',
    advice: 'Tulis kalimat untuk warga dan kirim sebagai pemberitahuan.',
  },
  'revocation-without-objection': {
    severity: 'warning',
    advice: 'Sebut pencabutan ini pada kanal keberatan.',
  },
  'no-objection-channel': {
    severity: 'warning',
    advice: 'Tambahkan kanal keberatan ("about"), agar yang ditolak tahu cara dan batas waktu membantah.',
  },
} as const satisfies Record<string, CatalogueEntry>;
