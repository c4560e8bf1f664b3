// What the staff API answers in the room for cards: one status and one sentence for every named error.
import type { RegisterError } from '@layan/application/register/errors';
import { type ProblemBody, problem, problems } from './problem.ts';
import { rejectionWords } from './rejection-words.ts';
import { staffProblem } from './staff-problems.ts';

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function registerProblem(error: RegisterError): ProblemBody {
  switch (error.code) {
    case 'member-deactivated':
    case 'role-missing':
    case 'value-unreadable':
      return staffProblem(error);
    case 'import-not-found':
    case 'import-row-not-found':
      return problems.notFound;
    case 'card-not-found':
      return problem(
        404,
        error.code,
        'Kartu tidak ditemukan',
        'Kartu ini tidak ada dalam register dinas Anda. Periksa nomornya.',
      );
    case 'product-not-found':
      return problem(
        404,
        error.code,
        'Register tidak ditemukan',
        'Dinas Anda belum punya standar yang menerbitkan kartu ini.',
      );
    case 'columns-missing':
      return problem(
        422,
        error.code,
        'Kolom belum lengkap',
        'Pilih kolom untuk nomor kartu, nama pemegang, tanggal terbit, dan jenis kartu.',
      );
    case 'rows-out-of-order':
      return problem(
        409,
        error.code,
        'Baris tidak berurutan',
        `Lanjutkan dari baris data ke-${error.next}. Yang sudah diambil tidak diulang.`,
      );
    case 'import-row-settled':
      return problem(
        409,
        error.code,
        'Baris sudah diselesaikan',
        'Rekan Anda sudah menyelesaikan baris ini. Muat ulang daftar.',
      );
    case 'settling-unfit':
      return problem(
        409,
        error.code,
        'Belum dapat dilakukan',
        'Baris ini belum terbaca, jadi belum dapat diambil. Perbaiki di lembar kerja, lalu impor lagi.',
      );
    case 'import-changed':
      return problem(
        409,
        error.code,
        'Impor sedang berjalan di tempat lain',
        'Berkas yang sama sedang diambil di jendela lain. Muat ulang halaman; yang sudah diambil tidak hilang.',
      );
    case 'card-changed':
      return problem(
        409,
        error.code,
        'Kartu sudah berubah',
        'Rekan Anda baru saja mengubah kartu ini. Keadaan terbaru sudah ditampilkan; catatan Anda masih ada.',
      );
    case 'card-refused':
      return problem(
        error.rejection.code === 'role-missing' ? 403 : 409,
        error.rejection.code,
        'Belum dapat dilakukan',
        `${rejectionWords(error.rejection)} Isian Anda masih ada di layar.`,
      );
    case 'search-unreadable':
      return problem(400, error.code, 'Belum ada yang dicari', 'Tulis nomor kartu, NIK, atau nomor KK.');
    default:
      return unreachable(error);
  }
}

function unreachable(error: never): never {
  throw new Error(`unmapped error ${JSON.stringify(error)}`);
}
