// Every finding the checker can make: how grave it is, and what to do about it. Codes are stable.
import type { CatalogueEntry } from './catalogue-entry.ts';
import { catalogueOfBatches } from './catalogue-of-batches.ts';
import { catalogueOfLetters } from './catalogue-of-letters.ts';
import { catalogueOfPeople } from './catalogue-of-people.ts';
import { catalogueOfText } from './catalogue-of-text.ts';
import { catalogueOfTime } from './catalogue-of-time.ts';
import { catalogueOfWork } from './catalogue-of-work.ts';

export const catalogue = {
  ...catalogueOfText,
  ...catalogueOfPeople,
  ...catalogueOfTime,
  ...catalogueOfWork,
  ...catalogueOfLetters,
  ...catalogueOfBatches,
  'duplicate-id': { severity: 'error', advice: 'Beri setiap unsur nama yang berbeda.' },
  'unknown-reference': {
    severity: 'error',
    advice: 'Perbaiki nama itu, atau tambahkan unsur yang dimaksud.',
  },
  'unknown-sentence': { severity: 'error', advice: 'Rujuk kalimat yang ada pada komponen.' },
  'unknown-reading': {
    severity: 'error',
    advice: 'Tulis tafsiran itu pada daftar tafsiran, atau rujuk yang sudah ada.',
  },
  'unknown-source': { severity: 'error', advice: 'Daftarkan dokumen sumbernya.' },
  'sentence-misplaced': {
    severity: 'error',
    advice: 'Awali nama kalimat dengan nama komponennya, misalnya "procedure.1".',
  },
  'reading-unused': {
    severity: 'warning',
    advice: 'Rujuk tafsiran ini dari unsur yang memakainya, sebut kalimat yang ditafsirkan, atau hapus.',
  },
  'component-missing': {
    severity: 'error',
    advice: 'Lengkapi enam komponen penyampaian pelayanan sebelum menerbitkan.',
  },
  'management-component-missing': {
    severity: 'note',
    advice: 'Lengkapi sebelum standar ditetapkan dengan surat keputusan.',
  },
  'not-enacted': {
    severity: 'note',
    advice: 'Isi nomor dan tanggal surat keputusan setelah standar ditetapkan.',
  },
  'condition-on-personal-fact': {
    severity: 'error',
    advice: 'Pakai data biasa dalam syarat, misalnya pilihan yang dicatat petugas.',
  },
  'condition-value-impossible': {
    severity: 'error',
    advice: 'Pakai nilai yang memang dapat diisi pada data itu.',
  },
  'condition-before-answer': {
    severity: 'error',
    advice: 'Pindahkan pertanyaan yang menjadi syarat ke depan.',
  },
  'fact-malformed': { severity: 'error', advice: 'Sesuaikan keterangan data dengan jenisnya.' },
  'personal-fact-open': {
    severity: 'error',
    advice: 'Beri kelas "identifying", atau "specific" untuk kesehatan, anak, dan keuangan pribadi.',
  },
  'fact-never-asked': { severity: 'warning', advice: 'Tanyakan pada sebuah formulir, atau hapus.' },
  'form-never-used': { severity: 'warning', advice: 'Pakai pada kanal atau langkah, atau hapus.' },
  'requirement-never-asked': {
    severity: 'warning',
    advice: 'Minta pada sebuah kanal atau langkah, atau hapus.',
  },
  'requirement-never-checked': {
    severity: 'warning',
    advice: 'Sebut pada langkah yang memeriksanya. Yang tidak diperiksa sebaiknya tidak diminta.',
  },
  'role-does-nothing': { severity: 'warning', advice: 'Beri peran itu sebuah langkah, atau hapus.' },
  'product-never-issued': {
    severity: 'error',
    advice: 'Tambahkan langkah yang menerbitkannya, atau hapus dari daftar produk.',
  },
  'product-undecidable': {
    severity: 'error',
    advice: 'Tambahkan langkah yang mengukuhkan dan langkah yang mencabut produk sementara ini.',
  },
  'product-not-promised': {
    severity: 'warning',
    advice: 'Rujuk kalimat komponen produk, atau jelaskan pada tafsiran.',
  },
  'product-text-unbacked': {
    severity: 'warning',
    advice: 'Tambahkan produknya, atau tulis tafsiran mengapa tidak diterbitkan.',
  },
  'card-unprintable': {
    severity: 'error',
    advice:
      'Tulis bentuk nomornya dan data yang dicetak: kartu tanpa nomor tidak dapat diperiksa keasliannya.',
  },
  'taken-away-unexplained': {
    severity: 'error',
    advice: 'Wajibkan catatan alasan. Yang kehilangan hak perlu tahu sebabnya untuk dapat membantah.',
  },
  'objection-unfit': {
    severity: 'error',
    advice: 'Sebut akhir yang menolak atau mencabut, dan tindakan yang mencabut produk.',
  },
  'refusal-without-objection': {
    severity: 'warning',
    advice: 'Sebut akhir ini pada kanal keberatan, agar pemberitahuannya memuat cara dan hari terakhirnya.',
  },
  'objection-without-promise': {
    severity: 'warning',
    advice: 'Tambahkan janji waktu yang mulai saat keberatan diterima di kanal itu.',
  },
  'notice-without-words': {
    severity: 'error',
    advice: 'Tulis kalimat untuk warga. Pemberitahuan tanpa kalimat tidak memberi tahu apa pun.',
  },
  'criterion-impossible': {
    severity: 'error',
    advice: 'Pakai data yang ditanyakan pada formulir skor itu, dengan nilai yang dapat diisi.',
  },
  'score-out-of-reach': {
    severity: 'error',
    advice: 'Turunkan ambangnya, atau tambahkan kriteria.',
  },
  'route-malformed': {
    severity: 'error',
    advice: 'Cabang berjalan sendiri: tanpa peran, formulir, catatan, dan kekurangan berkas.',
  },
  'task-malformed': { severity: 'error', advice: 'Sebut peran yang mengerjakan langkah ini.' },
  'outcomes-overlap': {
    severity: 'error',
    advice: 'Ubah syarat cabang agar setiap keadaan hanya cocok dengan satu cabang.',
  },
  'outcomes-uncovered': {
    severity: 'error',
    advice: 'Tambahkan hasil untuk keadaan itu, atau longgarkan syarat yang ada.',
  },
  'outcome-never-offered': {
    severity: 'error',
    advice: 'Batasi berapa kali hasil yang digantikan boleh dipilih.',
  },
  'return-names-nothing': {
    severity: 'warning',
    advice: 'Wajibkan petugas menyebut apa yang kurang, agar pemohon tidak bolak-balik.',
  },
  'citizen-told-nothing': {
    severity: 'warning',
    advice: 'Tulis satu kalimat untuk warga tentang apa yang sedang terjadi.',
  },
  'waits-forever': {
    severity: 'warning',
    advice: 'Tambahkan batas waktu ("timers"), agar berkas yang ditinggalkan tidak terbuka selamanya.',
  },
  'unbounded-loop': {
    severity: 'error',
    advice: 'Batasi berapa kali putaran ini boleh terjadi.',
  },
  'step-unreachable': { severity: 'error', advice: 'Sambungkan dengan langkah sebelumnya, atau hapus.' },
  'ending-unreachable': {
    severity: 'error',
    advice: 'Sambungkan dengan langkah yang menuju ke sana, atau hapus.',
  },
  'case-stuck': {
    severity: 'error',
    advice: 'Tambahkan langkah atau akhir untuk keadaan itu.',
  },
  'case-never-ends': { severity: 'error', advice: 'Pastikan dari setiap keadaan ada jalan ke sebuah akhir.' },
  'work-left-running': {
    severity: 'error',
    advice: 'Pastikan semua cabang yang berjalan bersama selesai atau ditutup sebelum berkas berakhir.',
  },
  'place-marked-twice': {
    severity: 'error',
    advice: 'Tunggu cabang yang pertama selesai sebelum memulai lagi tempat yang sama.',
  },
  'ends-while-provisional': {
    severity: 'error',
    advice: 'Kukuhkan atau cabut produk sementara sebelum berkas berakhir.',
  },
  'too-large-to-prove': {
    severity: 'error',
    advice: 'Sederhanakan proses: yang tidak terbukti dapat menyimpan kebuntuan.',
  },
  'promise-without-day-type': {
    severity: 'warning',
    advice: 'Tulis "hari kerja" atau "hari kalender", atau tambahkan tafsiran yang memutuskannya.',
  },
  'time-without-promise': {
    severity: 'warning',
    advice: 'Tambahkan batas waktu yang merujuk kalimat itu, atau tafsiran mengapa tidak dihitung.',
  },
  'no-promise': { severity: 'warning', advice: 'Tambahkan janji waktu yang dapat dilihat warga.' },
  'promise-starts-never': {
    severity: 'error',
    advice: 'Mulai dan hentikan hitungan dengan langkah, hasil, atau produk yang memang terjadi di sana.',
  },
  'example-fails': {
    severity: 'error',
    advice: 'Perbaiki contoh, atau perbaiki proses bila contoh yang benar.',
  },
  'ending-without-example': { severity: 'error', advice: 'Tambahkan contoh yang sampai ke akhir itu.' },
  'channel-without-example': { severity: 'error', advice: 'Tambahkan contoh yang masuk lewat kanal itu.' },
} as const satisfies Record<string, CatalogueEntry>;

export type FindingCode = keyof typeof catalogue;
