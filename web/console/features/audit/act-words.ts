// Acts and looks of the audit trail in words, as what somebody did.
import type { AdministrativeAct } from '@layan/domain/access/administrative-acts';

const acts = {
  'start-import': 'memulai pengambilalihan buku lama',
  'settle-import-row': 'menyelesaikan baris buku lama',
  'change-letter-settings': 'mengubah pengaturan surat dinas',
  'invite-member': 'mengundang petugas',
  'change-member': 'mengubah peran atau wilayah petugas',
  'change-official': 'mengubah data pejabat penanda tangan',
  'deactivate-member': 'menghentikan akses petugas',
  'reactivate-member': 'mengaktifkan kembali petugas',
  'save-draft': 'menyimpan rancangan standar',
  'confirm-reading': 'mengesahkan tafsiran standar',
  'publish-standard': 'menerbitkan standar',
  'consult-standard': 'membuka konsultasi publik standar',
  'record-minutes': 'mencatat berita acara standar',
  'approve-standard': 'menyetujui standar',
  'schedule-standard': 'menjadwalkan penerbitan standar',
  'return-to-draft': 'mengembalikan standar menjadi rancangan',
  'withdraw-standard': 'mencabut standar',
  'move-running-cases': 'memindahkan berkas berjalan ke versi standar lain',
  'adopt-template': 'mengambil standar dari pustaka',
  'take-upstream': 'mengambil pembaruan dari pustaka',
  'add-closure': 'menambah hari libur',
  'remove-closure': 'menghapus hari libur',
  'add-special-hours': 'menambah jam buka khusus',
  'remove-special-hours': 'menghapus jam buka khusus',
  'open-practice': 'membuka atau mengosongkan ruang latihan',
  'close-practice': 'menutup ruang latihan',
  'answer-subject-request': 'menjawab permintaan tentang data pribadi',
  'change-privacy-terms': 'mengubah pemberitahuan pelindungan data',
  'record-breach': 'mencatat kegagalan pelindungan data',
  'mark-breach': 'mencatat pemberitahuan tentang kegagalan pelindungan data',
  'renew-index-key': 'meminta penggantian kunci indeks',
  'hold-for-law': 'menahan pemusnahan berkas',
  'lift-hold': 'mencabut penahanan berkas',
} as const satisfies Record<AdministrativeAct, string>;

/** What is no operation of a manager or officer: looks, and what others or a sweep did. */
const others: Readonly<Record<string, string>> = {
  'fetch-export': 'mengambil berkas data daerah',
  'record-subject-request': 'mencatat permintaan tentang data pribadi',
  'hand-over-copy': 'menyerahkan salinan data pribadi',
  'destroy-due': 'memusnahkan data yang habis masa simpannya',
  'erase-case': 'menghapus data pribadi berkas',
  'replace-index-key': 'mengganti kunci indeks yang diminta diganti',
  'erase-person': 'menghapus jejak lain dari orang itu',
  'unmask-fact': 'membuka data yang disamarkan',
  'read-form': 'membuka isian lengkap',
  'open-document': 'membuka pindaian',
  'open-letter': 'membuka surat',
  'preview-letter': 'melihat konsep surat',
  'print-letter': 'mencetak surat',
  'print-card': 'mencetak kartu',
  'find-card': 'mencari kartu',
  'read-lines': 'membuka daftar usulan',
};

export const actInWords = (act: string): string =>
  new Map<string, string>(Object.entries({ ...others, ...acts })).get(act) ?? act;
