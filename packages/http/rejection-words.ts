// Why a case refuses a command, as a sentence to the person at the console.
import type { CaseRejection } from '@layan/domain/case/command';
import type { ProductState } from '@layan/domain/product/product-state';

const productStateWords = {
  frozen: 'Surat ini masih menunggu tanda tangan.',
  provisional: 'Kartu ini masih sementara. Tunggu keputusan berkasnya.',
  active: 'Kartu ini sedang berlaku, sehingga tindakan ini tidak dapat dilakukan.',
  suspended: 'Kartu ini sedang ditangguhkan, sehingga tindakan ini tidak dapat dilakukan.',
  revoked: 'Kartu ini sudah dicabut.',
  expired: 'Masa berlaku kartu ini sudah habis.',
  returned: 'Kartu ini sudah dikembalikan.',
  cancelled: 'Surat ini batal ditandatangani.',
} as const satisfies Record<ProductState, string>;

const receiptWords = {
  'in-future': 'Waktu terima tidak boleh di masa depan.',
  'not-by-staff': 'Waktu terima lebih awal hanya dapat dicatat petugas.',
  'before-decision': 'Waktu terima keberatan tidak boleh sebelum keputusannya.',
  'reason-missing': 'Sebutkan alasan mengapa waktu terimanya lebih awal.',
} as const;

const receiptMissingWords = {
  stamped: 'Isi dahulu waktu terima seperti yang tercatat pada surat atau pesannya.',
  opened: 'Isi dahulu waktu kotak dibuka.',
} as const;

const happenedWords = {
  'not-entered':
    'Waktu pelaksanaan hanya dicatat untuk langkah yang dikerjakan pihak luar. Kosongkan waktunya.',
  'before-task':
    'Waktu pelaksanaan tidak boleh sebelum langkah ini mulai ditunggu. Periksa lagi tanggal dan jamnya.',
  'in-future': 'Waktu pelaksanaan tidak boleh di masa depan. Periksa lagi tanggal dan jamnya.',
} as const;

const signatureMissingWords = {
  seal: 'Segel elektronik dinas belum dibubuhkan. Coba lagi.',
  certificate: 'Unggah dahulu surat yang sudah ditandatangani secara elektronik.',
  ink: 'Unggah dahulu pindaian surat yang sudah ditandatangani.',
} as const;

const extensionWords = {
  'not-extendable': 'Batas waktu ini tidak dapat diperpanjang menurut standarnya.',
  'not-running': 'Batas waktu ini tidak sedang berjalan.',
  overdue: 'Batas waktu ini sudah terlewat, sehingga tidak dapat diperpanjang lagi.',
  'used-up': 'Batas waktu ini sudah diperpanjang sebanyak yang dibolehkan.',
  'outer-limit': 'Perpanjangan ini melewati batas waktu terluar yang dijanjikan.',
} as const;

const linesWords = {
  'no-batch': 'Layanan ini tidak mengumpulkan berkas lain.',
  empty: 'Pilih paling sedikit satu berkas untuk dikumpulkan.',
  'too-many': 'Jumlah barisnya melebihi batas. Bagi menjadi beberapa bagian.',
  twice: 'Ada berkas yang disebut dua kali. Muat ulang halaman, lalu coba lagi.',
} as const;

/** One sentence, or two: what is so, and what to do. */
export function rejectionWords(rejection: CaseRejection): string {
  switch (rejection.code) {
    case 'case-ended':
      return 'Berkas ini sudah selesai.';
    case 'step-not-active':
      return 'Langkah ini tidak sedang menunggu. Mungkin rekan Anda sudah mengerjakannya; lihat riwayat.';
    case 'unknown-step':
    case 'unknown-interruption':
    case 'unknown-task':
    case 'unknown-timer':
    case 'unknown-channel':
      return 'Langkah ini tidak ada pada standar berkas ini.';
    case 'unknown-outcome':
      return 'Hasil ini tidak ada pada langkah tersebut. Pilih salah satu hasil yang tersedia.';
    case 'role-missing':
      return 'Langkah ini untuk peran lain.';
    case 'area-missing':
      return 'Berkas ini di luar wilayah kerja Anda.';
    case 'own-work':
      return 'Anda sudah mengerjakan langkah yang harus diperiksa orang lain. Serahkan kepada rekan Anda.';
    case 'held-by-other':
      return `Sedang dipegang ${rejection.name}.`;
    case 'outcome-not-offered':
      return 'Hasil ini tidak berlaku untuk isian tersebut. Periksa isian atau pilih hasil lain.';
    case 'outcome-used-up':
      return `Hasil ini sudah dipakai ${rejection.atMost} kali, sebanyak yang dibolehkan. Pilih hasil lain.`;
    case 'facts-missing':
      return rejection.anyOf && rejection.facts.every((fact) => rejection.anyOf?.flat().includes(fact))
        ? 'Isi paling sedikit salah satu dari isian yang ditandai.'
        : 'Masih ada isian yang kosong.';
    case 'facts-unexpected':
      return 'Ada isian yang tidak diminta langkah ini. Muat ulang halaman, lalu coba lagi.';
    case 'facts-invalid':
      return 'Ada isian di luar pilihan atau batasnya. Periksa lagi isian Anda.';
    case 'requirements-missing':
      return 'Masih ada pindaian yang belum dilampirkan.';
    case 'requirements-unexpected':
      return 'Ada pindaian yang tidak diminta langkah ini. Muat ulang halaman, lalu coba lagi.';
    case 'requirements-choice-missing':
      return 'Pilih dahulu berkas mana yang dibawa.';
    case 'requirements-invalid':
      return 'Ada persyaratan yang tidak dibawa seperti yang diatur: yang cukup ditunjukkan tidak disimpan, yang lain disimpan. Periksa lagi persyaratannya.';
    case 'note-missing':
      return 'Tulis dahulu catatannya.';
    case 'missing-not-named':
      return 'Tandai dahulu apa yang kurang.';
    case 'not-due':
      return 'Belum waktunya.';
    case 'receipt-refused':
      return receiptWords[rejection.reason];
    case 'receipt-missing':
      return receiptMissingWords[rejection.receipt];
    case 'anonymity-not-offered':
      return 'Cara pengajuan ini memerlukan nama pelapor. Isi namanya, atau sarankan cara pengajuan lain.';
    case 'confidentiality-not-offered':
      return 'Cara pengajuan ini tidak menyediakan kerahasiaan isi. Hapus pilihan rahasia, atau sarankan cara lain.';
    case 'delegation-refused':
      return 'Langkah ini tidak dapat dikerjakan atas nama peran itu. Pilih peran lain.';
    case 'happened-refused':
      return happenedWords[rejection.reason];
    case 'unknown-suspension':
      return 'Penundaan ini tidak ada pada standar berkas ini.';
    case 'case-suspended':
      return 'Berkas ini sedang ditunda. Lanjutkan dahulu berkasnya.';
    case 'case-restricted':
      return `Pemrosesan data ini sedang dibatasi atas permintaan ${rejection.requests.join(', ')}. Data hanya disimpan sampai pejabat pelindungan data mengakhiri pembatasannya.`;
    case 'not-suspended':
      return 'Berkas ini tidak sedang ditunda. Mungkin rekan Anda sudah melanjutkannya.';
    case 'suspension-used-up':
      return `Berkas ini sudah ditunda ${rejection.atMost} kali, sebanyak yang dibolehkan.`;
    case 'extension-refused':
      return extensionWords[rejection.reason];
    case 'lines-refused':
      return linesWords[rejection.reason];
    case 'unknown-lines':
      return 'Ada baris yang tidak lagi termasuk berkas bersama ini. Muat ulang halaman, lalu coba lagi.';
    case 'lines-undecided':
      return `Masih ada ${rejection.count} baris yang belum diputuskan.`;
    case 'no-lines-left':
      return 'Semua baris sudah keluar dari berkas bersama ini. Berkas ini hanya dapat ditutup.';
    case 'in-other-batch':
      return `Berkas ini sudah termasuk berkas bersama ${rejection.ticket}.`;
    case 'not-waiting':
      return 'Berkas ini tidak sedang menunggu untuk dikumpulkan.';
    case 'unknown-subcase':
      return 'Berkas turunan ini tidak sedang ditunggu.';
    case 'product-provisional':
      return 'Kartu sementara harus diputuskan dahulu sebelum berkas ditutup.';
    case 'unknown-product':
      return 'Kartu ini tidak ada pada berkas tersebut. Muat ulang halaman, lalu coba lagi.';
    case 'unknown-product-action':
      return 'Tindakan ini tidak ada untuk kartu tersebut. Muat ulang halaman, lalu coba lagi.';
    case 'product-state':
      return productStateWords[rejection.state];
    case 'case-running':
      return 'Berkas ini masih berjalan. Keputusan tentang kartunya diambil pada langkah berkas.';
    case 'assignee-refused':
      return `${rejection.name} tidak dapat mengerjakan tugas ini. Pilih petugas lain.`;
    case 'earlier-case-missing':
      return 'Sebutkan dahulu nomor berkas yang keputusannya dipersoalkan.';
    case 'earlier-case-unfit':
      return 'Keputusan berkas itu tidak dapat diajukan keberatan melalui cara ini. Periksa lagi nomornya.';
    case 'letter-values-missing':
      return 'Surat belum dapat ditetapkan karena masih ada isian surat yang kosong. Lengkapi dahulu isiannya.';
    case 'letter-unprintable':
      return `Surat belum dapat ditetapkan: huruf ${rejection.characters.join(' ')} tidak dapat dicetak. Tulis isiannya dengan huruf Latin seperti di KTP.`;
    case 'unit-code-missing':
      return 'Nomor surat memerlukan kode unit kerja. Minta manajer layanan mengisinya di pengaturan surat.';
    case 'document-not-ready':
      return 'Suratnya masih disiapkan. Tunggu beberapa detik, lalu coba lagi.';
    case 'other-signatory':
      return `Surat ini disiapkan untuk ditandatangani ${rejection.name}. Ganti dahulu penanda tangannya.`;
    case 'signature-missing':
      return signatureMissingWords[rejection.method];
    case 'signature-invalid':
      return 'Tanda tangan elektronik pada berkas itu tidak sah atau bukan dari penerbit yang ditentukan. Tanda tangani lagi suratnya, lalu unggah.';
    case 'upload-altered':
      return 'Isi berkas itu tidak sama dengan surat yang disiapkan. Unduh lagi suratnya, tanda tangani, lalu unggah.';
    case 'other-document':
      return rejection.number === undefined
        ? 'Berkas itu milik surat lain. Periksa nomornya, lalu unggah berkas yang benar.'
        : `Berkas itu milik surat nomor ${rejection.number}. Unggah berkas yang benar.`;
    case 'number-unconfirmed':
      return 'Kode pada pindaian tidak terbaca. Ketik nomor yang tertera pada pindaian; nomornya harus sama dengan nomor surat ini.';
    case 'tier-not-skipped':
      return 'Langkah ini tidak dapat dilewati.';
    case 'standard-unfit':
      return `Berkas ini tetap pada versinya: ${rejection.obstacles.map(({ label }) => `"${label}"`).join(', ')} tidak ada pada versi yang baru.`;
    case 'objection-too-late':
      return 'Batas waktu mengajukan keberatan atas keputusan itu sudah lewat.';
    default:
      return unreachable(rejection);
  }
}

function unreachable(rejection: never): never {
  throw new Error(`unworded rejection ${JSON.stringify(rejection)}`);
}
