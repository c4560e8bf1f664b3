// What the renderer answers when a card is not printed.
import type { PreviewLetterError } from '@layan/application/letter/errors';
import type { PrintLetterError } from '@layan/application/letter/print-letter';
import type { PrintError } from '@layan/application/product/errors';
import type { ProductState } from '@layan/domain/product/product-state';
import { type ProblemBody, problem, problems } from './problem.ts';
import { staffProblem } from './staff-problems.ts';

const why = {
  frozen: 'Surat ini belum ditandatangani.',
  provisional: 'Kartu ini belum dapat dicetak.',
  active: 'Kartu ini belum dapat dicetak.',
  suspended: 'Kartu ini sedang dibekukan. Aktifkan kembali sebelum mencetaknya.',
  revoked: 'Kartu ini sudah dicabut. Terbitkan kartu baru bila pemegangnya berhak.',
  expired: 'Masa berlaku kartu ini sudah habis. Terbitkan kartu baru bila pemegangnya berhak.',
  returned: 'Kartu ini sudah dikembalikan. Terbitkan kartu baru bila pemegangnya berhak.',
  cancelled: 'Surat ini batal ditandatangani.',
} as const satisfies Record<ProductState, string>;

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function printProblem(error: PrintError): ProblemBody {
  switch (error.code) {
    case 'product-not-found':
      return problems.notFound;
    case 'product-not-printable':
      return problem(
        409,
        error.code,
        'Tidak dicetak di sini',
        'Hanya kartu yang diterbitkan lewat sistem ini yang dapat dicetak di sini.',
      );
    case 'product-not-in-force':
      return problem(409, error.code, 'Kartu tidak berlaku', why[error.state]);
    default:
      return staffProblem(error);
  }
}

const whyNoLetter = {
  ...why,
  suspended: 'Surat ini sedang dibekukan.',
  revoked: 'Surat ini sudah dicabut.',
  expired: 'Masa berlaku surat ini sudah habis.',
  returned: 'Surat ini sudah dikembalikan.',
} as const satisfies Record<ProductState, string>;

/** @returns the answer when a letter is not given out. */
export function printLetterProblem(error: PrintLetterError): ProblemBody {
  switch (error.code) {
    case 'product-not-in-force':
      return problem(409, error.code, 'Surat tidak dapat dicetak', whyNoLetter[error.state]);
    default:
      return staffProblem(error);
  }
}

/** @returns the answer when a draft of a letter is not shown. */
export const previewProblem = (error: PreviewLetterError): ProblemBody =>
  error.code === 'letter-not-shown'
    ? problem(
        409,
        error.code,
        'Konsep surat tidak ditampilkan',
        'Konsep surat dilihat oleh yang sedang menyusun, memeriksa, memaraf, atau menandatanganinya.',
      )
    : staffProblem(error);
