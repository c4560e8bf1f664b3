// What the staff API answers when a use case refuses: one status and one sentence for every named error.
import type { CaseError } from '@layan/application/case/errors';
import type { StaffError } from '@layan/application/staff/errors';
import type { StandardError } from '@layan/application/standard/errors';
import type { TenantFailure } from '@layan/application/tenant/errors';
import type { CaseRejection } from '@layan/domain/case/command';
import type { FieldProblem } from '@layan/domain/person/form-input';
import { type ProblemBody, problem, problems } from './problem.ts';
import { rejectionWords } from './rejection-words.ts';
import { standardProblem } from './standard-problems.ts';

export type StaffProblem =
  | CaseError
  | StaffError
  | StandardError
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
    case 'reading-not-found':
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
    case 'member-changed':
      return problem(
        409,
        error.code,
        'Data petugas sudah berubah',
        'Rekan Anda baru saja mengubah data ini. Muat ulang daftar, lalu ulangi.',
      );
    case 'member-exists':
      return problem(
        409,
        error.code,
        'Sudah terdaftar',
        'Alamat ini sudah terdaftar sebagai petugas. Ubah perannya di daftar petugas.',
      );
    case 'address-not-usable':
      return problem(
        409,
        error.code,
        'Alamat tidak dapat dipakai',
        'Alamat surel ini tidak dapat diundang. Gunakan alamat lain.',
      );
    case 'unknown-role':
      return problem(
        422,
        error.code,
        'Peran tidak dikenal',
        'Salah satu peran tidak ada pada standar dinas ini.',
        {
          problems: error.roles.map((role) => ({
            field: 'roles',
            code: error.code,
            detail: `Peran ${role} tidak dikenal.`,
          })),
        },
      );
    case 'unknown-area':
      return problem(422, error.code, 'Wilayah tidak dikenal', 'Periksa kode wilayah kerja.', {
        problems: error.areas.map((area) => ({
          field: 'areas',
          code: error.code,
          detail: `Kode ${area} bukan bagian daerah ini.`,
        })),
      });
    case 'own-roles':
      return problem(409, error.code, 'Peran sendiri', 'Peran Anda sendiri hanya dapat diubah manajer lain.');
    case 'own-account':
      return problem(
        409,
        error.code,
        'Akun sendiri',
        'Akses Anda sendiri hanya dapat dihentikan manajer lain.',
      );
    case 'last-manager':
      return problem(
        409,
        error.code,
        'Manajer terakhir',
        'Dinas ini harus punya paling sedikit satu manajer layanan. Tunjuk penggantinya dahulu.',
      );
    case 'standard-unreadable':
      return problem(
        422,
        error.code,
        'Dokumen standar tidak terbaca',
        'Bentuk dokumen belum sesuai layan.standard/1. Perbaiki tempat yang disebut.',
        {
          problems: error.problems.map(({ place, message }) => ({
            field: place,
            code: 'shape',
            detail: message,
          })),
        },
      );
    case 'other-agency':
      return problem(
        403,
        error.code,
        'Standar dinas lain',
        'Dokumen ini menyebut dinas lain. Hanya standar dinas Anda sendiri yang dapat disimpan.',
      );
    case 'draft-changed':
      return problem(
        409,
        error.code,
        'Rancangan sudah berubah',
        'Rancangan ini baru saja diubah. Muat ulang, lalu ulangi perubahan Anda.',
      );
    case 'not-a-draft':
      return problem(
        409,
        error.code,
        'Bukan rancangan',
        'Versi yang sudah terbit tidak dapat diubah. Buat rancangan baru.',
      );
    case 'not-ready':
    case 'day-unfit':
    case 'consultation-missing':
    case 'template-not-found':
    case 'standard-exists':
    case 'not-adopted':
    case 'nothing-published':
    case 'elements-unfit':
      return standardProblem(error);
    default:
      return unreachable(error);
  }
}

function unreachable(error: never): never {
  throw new Error(`unmapped error ${JSON.stringify(error)}`);
}
