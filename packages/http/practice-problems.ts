// What the staff API answers when something around practice is refused: one status and one sentence for every named error.
import type { PracticeError } from '@layan/application/practice/errors';
import { type ProblemBody, problem } from './problem.ts';
import { staffProblem } from './staff-problems.ts';

/** Standards, staff and the calendar are real, and are looked after outside. */
export const notInPractice = problem(
  409,
  'not-in-practice',
  'Tidak di ruang latihan',
  'Standar, petugas, dan kalender dikelola di luar ruang latihan. Keluarlah dari ruang latihan, lalu ulangi.',
);

export const spaceUnknown = problem(
  400,
  'space-unknown',
  'Ruang tidak dikenal',
  'Tidak jelas apakah ini untuk ruang latihan. Muat ulang halaman ini, lalu ulangi.',
);

export function practiceProblem(error: PracticeError): ProblemBody {
  switch (error.code) {
    case 'member-deactivated':
    case 'role-missing':
      return staffProblem(error);
    case 'practice-closed':
      return problem(
        409,
        error.code,
        'Ruang latihan tertutup',
        'Ruang latihan sedang tertutup. Mintalah manajer layanan membukanya, atau bekerjalah di luar ruang latihan.',
      );
    case 'practice-changed':
      return problem(
        409,
        error.code,
        'Ruang latihan baru saja berubah',
        'Orang lain baru saja membuka, mengosongkan, atau menutup ruang latihan. Muat ulang halaman ini.',
      );
  }
}
