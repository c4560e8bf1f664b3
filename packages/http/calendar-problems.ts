// What the staff API answers when the calendar is not changed: one status and one sentence for every named error.
import type { CalendarError } from '@layan/application/calendar/errors';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { type ProblemBody, problem, problems } from './problem.ts';
import { staffProblem } from './staff-problems.ts';

const noSuchDay = (code: string, detail: string): ProblemBody =>
  problem(422, code, 'Tanggal belum tepat', detail, { problems: [{ field: 'date', code, detail }] });

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function calendarProblem(error: CalendarError): ProblemBody {
  switch (error.code) {
    case 'member-deactivated':
    case 'role-missing':
      return staffProblem(error);
    case 'date-past':
      return noSuchDay(error.code, 'Hari itu sudah lewat. Pilih hari mulai besok.');
    case 'date-today':
      return noSuchDay(
        error.code,
        'Hari itu hari ini, dan warga mungkin sudah menunggu. Tandai bahwa Anda tetap menghendakinya.',
      );
    case 'date-too-far':
      return noSuchDay(error.code, `Pilih hari paling lambat ${plainDateInWords(error.last)}.`);
    case 'already-closed':
      return noSuchDay(
        error.code,
        error.name === undefined
          ? 'Kantor dan loket memang tutup pada hari itu.'
          : `Hari itu sudah libur: ${error.name}.`,
      );
    case 'period-malformed':
      return noSuchDay(error.code, 'Masa itu harus berakhir setelah dimulai, paling lama 62 hari.');
    case 'period-overlaps':
      return noSuchDay(error.code, `Sebagian harinya sudah termasuk ${error.name}.`);
    case 'hours-malformed':
      return problem(
        422,
        error.code,
        'Jam kerja belum tepat',
        'Jam tutup harus setelah jam buka, dan istirahat harus di antaranya.',
        {
          problems: [{ field: 'hours', code: error.code, detail: 'Periksa jam buka, istirahat, dan tutup.' }],
        },
      );
    case 'period-not-found':
    case 'closure-not-found':
      return problems.notFound;
    case 'calendar-changed':
      return problem(
        409,
        error.code,
        'Kalender baru saja berubah',
        'Orang lain baru saja mengubah kalender. Kalender terbaru sudah ditampilkan; periksa, lalu ulangi.',
      );
  }
}
