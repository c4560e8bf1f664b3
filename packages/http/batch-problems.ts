// What the staff API answers when something about a batch is refused.
import type { BatchError } from '@layan/application/batch/errors';
import { type ProblemBody, problem, problems } from './problem.ts';
import { staffProblem } from './staff-problems.ts';

const NAMED = 5;

/** "ABCD-EFGH-J, KLMN-PQRS-T, dan 3 lainnya" */
const ticketsInWords = (tickets: readonly string[]): string =>
  [
    ...tickets.slice(0, NAMED),
    ...(tickets.length > NAMED ? [`dan ${tickets.length - NAMED} lainnya`] : []),
  ].join(', ');

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function batchProblem(error: BatchError): ProblemBody {
  switch (error.code) {
    case 'batch-not-found':
      return problems.notFound;
    case 'area-refused':
      return problem(
        403,
        error.code,
        'Wilayah belum tepat',
        'Pilih satu desa atau kelurahan dalam wilayah kerja Anda. Satu berkas bersama memuat satu wilayah saja.',
      );
    case 'nothing-waits':
      return problem(
        409,
        error.code,
        'Belum ada yang menunggu',
        'Belum ada berkas yang menunggu untuk dikumpulkan di wilayah ini.',
      );
    case 'cases-gone':
      return problem(
        409,
        error.code,
        'Ada berkas yang tidak lagi menunggu',
        `${error.count} berkas yang dipilih sudah ditarik atau sudah dikumpulkan. Muat ulang daftarnya, lalu pilih lagi.`,
      );
    case 'cases-unprintable':
      return problem(
        409,
        error.code,
        'Ada huruf yang tidak dapat dicetak',
        `Huruf ${error.characters.join(' ')} pada berkas ${ticketsInWords(error.tickets)} tidak dapat dicetak pada lampiran. Kumpulkan tanpa berkas itu, lalu ajukan lagi dengan huruf Latin seperti di KTP.`,
      );
    case 'note-unprintable':
      return problem(
        422,
        error.code,
        'Ada huruf yang tidak dapat dicetak',
        `Huruf ${error.characters.join(' ')} pada alasan tidak dapat dicetak pada lampiran. Tulis alasannya dengan huruf Latin.`,
      );
    case 'batch-running':
      return problem(
        409,
        error.code,
        'Masih ada yang berjalan',
        `Berkas bersama ${error.ticket} untuk wilayah dan masa yang sama masih berjalan. Selesaikan dahulu yang itu.`,
      );
    default:
      return staffProblem(error);
  }
}
