// Why a case refuses a command, as a sentence to the person at the console.
import type { CaseRejection } from '@layan/domain/case/command';

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
      return 'Masih ada isian yang kosong.';
    case 'facts-unexpected':
      return 'Ada isian yang tidak diminta langkah ini. Muat ulang halaman, lalu coba lagi.';
    case 'facts-invalid':
      return 'Ada isian di luar pilihan atau batasnya. Periksa lagi isian Anda.';
    case 'requirements-missing':
      return 'Masih ada pindaian yang belum dilampirkan.';
    case 'requirements-unexpected':
      return 'Ada pindaian yang tidak diminta langkah ini. Muat ulang halaman, lalu coba lagi.';
    case 'note-missing':
      return 'Tulis dahulu catatan untuk pemohon.';
    case 'missing-not-named':
      return 'Tandai dahulu apa yang kurang.';
    case 'not-due':
      return 'Belum waktunya.';
    case 'receipt-refused':
      return rejection.reason === 'in-future'
        ? 'Waktu terima tidak boleh di masa depan.'
        : 'Waktu terima lebih awal hanya dapat dicatat petugas.';
    case 'product-provisional':
      return 'Kartu sementara harus diputuskan dahulu sebelum berkas ditutup.';
    default:
      return unreachable(rejection);
  }
}

function unreachable(rejection: never): never {
  throw new Error(`unworded rejection ${JSON.stringify(rejection)}`);
}
