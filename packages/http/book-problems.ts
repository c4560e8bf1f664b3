// What the staff API answers when a book cannot be shown: one status and one sentence for every named error.
import type { BookError } from '@layan/application/book/errors';
import { receiptWords } from './counter-problems.ts';
import { type ProblemBody, problem, problems } from './problem.ts';
import { staffProblem } from './staff-problems.ts';

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function bookProblem(error: BookError): ProblemBody {
  switch (error.code) {
    case 'member-deactivated':
    case 'role-missing':
      return staffProblem(error);
    case 'book-not-found':
      return problems.notFound;
    case 'month-malformed':
      return problem(400, error.code, 'Bulan belum tepat', 'Pilih bulan dari daftar, misalnya 2026-11.');
    case 'not-a-box':
      return problem(
        409,
        error.code,
        'Bukan kotak pengaduan',
        'Saluran ini bukan kotak yang dibuka. Pilih saluran kotak.',
      );
    case 'opening-time-refused':
      return problem(422, error.code, 'Waktu pembukaan belum tepat', receiptWords[error.problem], {
        problems: [{ field: 'opened', code: error.problem, detail: receiptWords[error.problem] }],
      });
  }
}
