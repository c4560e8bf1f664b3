// What the staff API answers when a use case refuses: one status and one sentence for every named error that any room may
// meet. What only one room meets is answered in a module beside this one, which that room alone loads.
import type { CaseError } from '@layan/application/case/errors';
import type { StaffFailure } from '@layan/application/staff/errors';
import type { StandardFailure } from '@layan/application/standard/errors';
import type { TenantFailure } from '@layan/application/tenant/errors';
import type { CaseRejection } from '@layan/domain/case/command';
import type { FieldProblem } from '@layan/domain/person/form-input';
import { type ProblemBody, problem, problems } from './problem.ts';
import { rejectionWords } from './rejection-words.ts';

export type StaffProblem =
  | CaseError
  | StaffFailure<'not-a-member' | 'member-not-found'>
  | StandardFailure<'standard-not-found'>
  | TenantFailure<'tenant-not-found' | 'tenant-suspended'>
  | { readonly code: 'ticket-malformed' };

const fieldProblems = (found: readonly FieldProblem[]) =>
  found
    .filter(({ severity }) => severity === 'error')
    .map(({ fact, code, message }) => ({ field: fact, code, detail: message }));

const rejected = (rejection: CaseRejection): ProblemBody => {
  const status =
    rejection.code === 'role-missing' || rejection.code === 'area-missing' || rejection.code === 'own-work'
      ? 403
      : 409;
  return problem(
    status,
    rejection.code,
    'Belum dapat dilakukan',
    `${rejectionWords(rejection)} Isian Anda masih ada di layar.`,
  );
};

const whoWasFaster = (error: Extract<CaseError, { code: 'case-changed' }>): ProblemBody => {
  const { at, by, what } = error.lastChange;
  const who = by.party === 'staff' ? by.name : by.party === 'applicant' ? 'pemohon' : 'sistem';
  return problem(
    409,
    'case-changed',
    'Berkas sudah berubah',
    `Sementara Anda mengisi, ${who} mengubah berkas ini: ${what} Berkas terbaru sudah ditampilkan; isian Anda masih ada.`,
    { lastChange: { at, who, what } },
  );
};

const heldWords = (held: Extract<CaseError, { code: 'product-already-held' }>['held']): string =>
  held ? `${held.label} nomor ${held.number}${held.imported ? ' (dari buku lama)' : ''}` : 'kartu';

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function staffProblem(error: StaffProblem): ProblemBody {
  switch (error.code) {
    case 'tenant-not-found':
    case 'not-a-member':
      return problem(
        403,
        'not-a-member',
        'Belum terdaftar sebagai petugas',
        'Akun Anda belum terdaftar di dinas mana pun. Mintalah manajer layanan mengundang Anda.',
      );
    case 'tenant-suspended':
      return problem(
        403,
        error.code,
        'Layanan dihentikan sementara',
        'Layanan daerah ini sedang dihentikan sementara. Hubungi pengelola pusat.',
      );
    case 'member-deactivated':
      return problem(
        403,
        error.code,
        'Akses Anda dihentikan',
        'Akses Anda sudah dihentikan. Hubungi manajer layanan bila ini keliru.',
      );
    case 'role-missing':
      return problem(
        403,
        error.code,
        'Bukan peran Anda',
        'Tindakan ini untuk peran lain. Mintalah manajer layanan memberi Anda peran itu.',
      );
    case 'case-not-found':
    case 'document-not-found':
    case 'fact-not-found':
    case 'member-not-found':
    case 'standard-not-found':
      return problems.notFound;
    case 'ticket-malformed':
      return problem(
        400,
        error.code,
        'Nomor tiket belum tepat',
        'Nomor tiket tidak lengkap atau ada huruf yang tertukar. Periksa lagi pada tanda terima.',
      );
    case 'case-changed':
      return whoWasFaster(error);
    case 'idempotency-mismatch':
      return problem(
        422,
        error.code,
        'Kiriman berbeda dengan sebelumnya',
        'Kiriman ini memakai tanda yang sama dengan kiriman lain. Muat ulang halaman, lalu kirim lagi.',
      );
    case 'facts-invalid':
      return problem(
        422,
        error.code,
        'Ada isian yang perlu diperbaiki',
        'Perbaiki isian yang ditandai. Isian lain masih ada.',
        { problems: fieldProblems(error.problems) },
      );
    case 'product-already-held':
      return problem(
        409,
        error.code,
        'Sudah memiliki kartu',
        `Keluarga ini sudah memegang ${heldWords(error.held)} yang masih berlaku. Periksa kartu itu sebelum menerbitkan yang baru.`,
      );
    case 'reason-too-short':
      return problem(
        422,
        error.code,
        'Alasan terlalu pendek',
        `Tulis keperluannya, paling sedikit ${error.atLeast} huruf.`,
      );
    case 'unmasking-not-allowed':
      return problem(
        403,
        error.code,
        'Tidak dapat ditampilkan',
        'Nomor lengkap hanya untuk petugas yang sedang mengerjakan berkas ini.',
      );
    case 'value-unreadable':
      return problem(
        410,
        error.code,
        'Data tidak terbaca',
        'Data ini tidak dapat dibuka lagi; mungkin sudah dihapus atas permintaan pemiliknya.',
      );
    case 'form-not-shown':
      return problem(
        403,
        error.code,
        'Tidak dapat ditampilkan',
        'Isian lengkap ini hanya untuk petugas yang sedang mengerjakan langkah yang memerlukannya.',
      );
    case 'too-many-uploads':
      return problem(
        409,
        error.code,
        'Terlalu banyak kiriman',
        `Satu berkas menerima paling banyak ${error.atMost} foto dan pindaian. Pakai yang sudah terkirim.`,
      );
    case 'evidence-not-accepted':
      return problem(
        409,
        error.code,
        'Bukti belum dapat dipakai',
        'Salah satu bukti belum selesai diperiksa atau bukan bagian langkah ini. Muat ulang halaman, lalu periksa daftar bukti. Isian Anda masih ada.',
      );
    case 'case-rejected':
      return rejected(error.rejection);
    default:
      return unreachable(error);
  }
}

function unreachable(error: never): never {
  throw new Error(`unmapped error ${JSON.stringify(error)}`);
}
