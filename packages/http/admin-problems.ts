// What the admin API answers when a use case refuses.
import type { TenantError } from '@layan/application/tenant/errors';
import { type ProblemBody, problem, problems } from './problem.ts';

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function adminProblem(error: TenantError): ProblemBody {
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
    default:
      return unreachable(error);
  }
}

function unreachable(error: never): never {
  throw new Error(`unmapped error ${JSON.stringify(error)}`);
}
