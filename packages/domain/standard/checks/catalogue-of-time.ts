// Findings about promises, targets, norms and their limits.
import type { CatalogueEntry } from './catalogue-entry.ts';

export const catalogueOfTime = {
  'channel-without-promise': {
    severity: 'warning',
    advice: 'Tambahkan janji waktu untuk kanal itu, meskipun hanya sebagai tafsiran.',
  },
  'branch-without-promise': {
    severity: 'warning',
    advice: 'Tambahkan janji waktu untuk jalan itu, meskipun hanya sebagai tafsiran.',
  },
  'receipt-unstated': {
    severity: 'note',
    advice: 'Tulis "receipt": janji dihitung sejak surat diterima atau kotak dibuka, bukan sejak dicatat.',
  },
  'promise-below-norms': {
    severity: 'error',
    advice:
      'Panjangkan janji, pendekkan norma, atau hentikan hitungan selama bagian yang bukan urusan petugas.',
  },
  'promise-below-waiting': {
    severity: 'warning',
    advice: 'Hentikan hitungan selama menunggu itu ("pausedWhile"), atau panjangkan janji.',
  },
  'promise-below-rounds': {
    severity: 'note',
    advice: 'Kurangi "atMost", atau terima bahwa janji terlewat bila semua putaran ditempuh.',
  },
  'promise-past-limit': {
    severity: 'error',
    advice: 'Pendekkan janji itu, atau panjangkan batas luarnya.',
  },
  'limit-malformed': {
    severity: 'error',
    advice: 'Sebut janji lain yang berlaku pada kanal yang sama sebagai batas luar.',
  },
  'target-without-bound': {
    severity: 'error',
    advice: 'Sebut pada "bound" janji yang berlaku bila target tidak tercapai.',
  },
  'bound-malformed': {
    severity: 'error',
    advice: 'Pakai "bound" hanya pada target, dan sebut sebuah janji yang berlaku pada kanal yang sama.',
  },
  'agreed-malformed': {
    severity: 'error',
    advice: 'Pakai data tanggal biasa untuk mencatat tanggal yang disepakati.',
  },
  'agreed-without-limit': {
    severity: 'note',
    advice: 'Tulis "atMost" atau "within", agar kesepakatan tidak dapat jatuh bertahun-tahun kemudian.',
  },
  'extension-malformed': {
    severity: 'error',
    advice: 'Perpanjangan hanya untuk janji dengan lama tertentu, oleh peran petugas.',
  },
  'extension-past-limit': {
    severity: 'warning',
    advice: 'Kurangi perpanjangan: melewati batas luar tidak akan dilakukan.',
  },
  'extension-unannounced': {
    severity: 'warning',
    advice: 'Tulis kalimat untuk warga: janji tidak boleh mundur tanpa diketahui yang dijanjikan.',
  },
  'open-on-uncounted-days': {
    severity: 'note',
    advice:
      'Samakan "calendar" janji dengan "hours" kanal, atau beri tahu bahwa hitungan mulai hari kerja berikutnya.',
  },
  'promise-while-closed': {
    severity: 'warning',
    advice: 'Pakai menit atau jam kerja, atau tulis pada tafsiran bahwa waktu tutup ikut dihitung.',
  },
} as const satisfies Record<string, CatalogueEntry>;
