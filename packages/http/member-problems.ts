// What the staff API answers when the staff of an agency are not changed: one status and one sentence for every named error.
import type { StaffError } from '@layan/application/staff/errors';
import { type ProblemBody, problem } from './problem.ts';
import { staffProblem } from './staff-problems.ts';

const officialWords = {
  position: 'Isi jabatannya seperti tertulis pada surat.',
  nameWithTitles: 'Isi namanya dengan gelar seperti tertulis pada surat.',
  nip: 'NIP terdiri dari 18 angka.',
} as const;

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function memberProblem(error: StaffError): ProblemBody {
  switch (error.code) {
    case 'member-deactivated':
    case 'role-missing':
    case 'not-a-member':
    case 'member-not-found':
      return staffProblem(error);
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
    case 'official-invalid':
      return problem(422, error.code, 'Data pejabat belum benar', officialWords[error.field], {
        problems: [{ field: error.field, code: error.code, detail: officialWords[error.field] }],
      });
    case 'absence-invalid':
      return problem(
        422,
        error.code,
        'Tanggal tidak berurutan',
        'Hari terakhir tidak boleh sebelum hari pertama, dan masa tidak di tempat tidak boleh bertumpuk.',
      );
    case 'settings-changed':
      return problem(
        409,
        error.code,
        'Pengaturan sudah berubah',
        'Rekan Anda baru saja mengubah pengaturan ini. Muat ulang halaman, lalu ulangi.',
      );
    case 'bsre-without-certificate':
      return problem(
        422,
        error.code,
        'Cara tanda tangan tidak cocok',
        'Sertifikat BSrE hanya dipakai bila surat ditandatangani dengan sertifikat elektronik.',
      );
    case 'last-manager':
      return problem(
        409,
        error.code,
        'Manajer terakhir',
        'Dinas ini harus punya paling sedikit satu manajer layanan. Tunjuk penggantinya dahulu.',
      );
  }
}
