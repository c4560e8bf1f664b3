// What the admin API answers when a use case refuses.
import type { EmergencyError } from '@layan/application/emergency/errors';
import type { TenantError } from '@layan/application/tenant/errors';
import { type ProblemBody, problem, problems } from './problem.ts';

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function adminProblem(error: TenantError | EmergencyError): ProblemBody {
  switch (error.code) {
    case 'tenant-not-found':
      return problems.notFound;
    case 'tenant-suspended':
      return problem(409, error.code, 'Sudah dihentikan', 'Daerah ini sedang dihentikan sementara.');
    case 'tenant-exists':
      return problem(
        409,
        error.code,
        'Sudah terdaftar',
        'Daerah dengan kode ini sudah terdaftar. Buka datanya di daftar daerah.',
      );
    case 'tenant-changed':
      return problem(
        409,
        error.code,
        'Data daerah sudah berubah',
        'Data ini baru saja berubah. Muat ulang, lalu ulangi.',
      );
    case 'tenant-invalid':
      return problem(
        422,
        error.code,
        'Ada isian yang perlu diperbaiki',
        'Perbaiki isian yang disebut, lalu kirim lagi.',
        {
          problems: error.problems.map(({ field, code, message }) => ({ field, code, detail: message })),
        },
      );
    case 'not-failed':
      return problem(
        409,
        error.code,
        'Tidak ada yang perlu diulang',
        'Penyiapan daerah ini tidak sedang gagal.',
      );
    case 'offboarding-too-soon':
      return problem(
        422,
        error.code,
        'Tanggal terlalu dekat',
        'Beri daerah waktu 30 hari, atau catat persetujuan tertulisnya.',
        {
          problems: [{ field: 'on', code: 'too-soon', detail: 'Sedikitnya 30 hari dari sekarang.' }],
        },
      );
    case 'offboarding-not-due':
      return problem(409, error.code, 'Belum waktunya', 'Tanggal yang diumumkan belum tiba.');
    case 'offboarding-not-fetched':
      return problem(
        409,
        error.code,
        'Data belum diambil daerah',
        'Pengelola layanan daerah belum mengambil semua berkas. Tunggu, atau minta pemusnahan dengan alasan sesudah 30 hari.',
      );
    case 'offboarding-reason-short':
      return problem(422, error.code, 'Alasan terlalu pendek', 'Tulis alasan sedikitnya 20 huruf.', {
        problems: [{ field: 'reason', code: 'too-short', detail: 'Tulis sedikitnya 20 huruf.' }],
      });
    case 'offboarding-own':
      return problem(
        403,
        error.code,
        'Perlu orang kedua',
        'Pengakhiran yang Anda umumkan harus disetujui admin pusat yang lain.',
      );
    case 'offboarding-not-possible':
      return problem(
        409,
        error.code,
        'Belum dapat dilakukan',
        'Langkah ini tidak dapat dilakukan pada tahap sekarang. Muat ulang halaman.',
      );
    case 'emergency-not-found':
      return problems.notFound;
    case 'emergency-changed':
      return problem(
        409,
        error.code,
        'Baru saja berubah',
        'Permintaan ini baru saja berubah. Muat ulang, lalu ulangi.',
      );
    case 'emergency-not-open':
      return problem(
        409,
        error.code,
        'Sudah tidak menunggu',
        'Permintaan ini sudah diputuskan, sudah lewat waktunya, atau sudah berakhir.',
      );
    case 'own-emergency':
      return problem(
        403,
        error.code,
        'Perlu orang kedua',
        'Permintaan Anda sendiri harus disetujui oleh admin pusat yang lain.',
      );
    case 'emergency-reason-short':
      return problem(422, error.code, 'Alasan terlalu pendek', 'Tulis alasan sedikitnya 20 huruf.', {
        problems: [{ field: 'reason', code: 'too-short', detail: 'Tulis sedikitnya 20 huruf.' }],
      });
    case 'emergency-tenant-unknown':
      return problem(
        422,
        error.code,
        'Daerah tidak dibuka',
        'Daerah ini tidak ada atau sedang tidak dibuka.',
        {
          problems: [{ field: 'tenant', code: 'unknown', detail: 'Pilih daerah yang sedang dibuka.' }],
        },
      );
    case 'agency-unknown':
      return problem(
        422,
        error.code,
        'Perangkat daerah tidak dikenal',
        'Pilih perangkat daerah dari daftar.',
        {
          problems: [{ field: 'agency', code: 'unknown', detail: 'Pilih dari daftar.' }],
        },
      );
    case 'emergency-mismatch':
      return problem(
        422,
        error.code,
        'Tanda sudah dipakai',
        'Muat ulang halaman, lalu kirim permintaan yang baru.',
      );
    default:
      return unreachable(error);
  }
}

function unreachable(error: never): never {
  throw new Error(`unmapped error ${JSON.stringify(error)}`);
}
