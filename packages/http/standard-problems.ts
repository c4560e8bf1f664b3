// What the staff API answers about standards: one status and one sentence for every named error.
import type { StandardError } from '@layan/application/standard/errors';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import type { Blocker } from '@layan/domain/standard/life-steps';
import { type ProblemBody, problem, problems } from './problem.ts';
import { staffProblem } from './staff-problems.ts';

const blockerWords = (blocker: Blocker): string => {
  switch (blocker.code) {
    case 'wrong-state':
      return 'Tahap versi ini sudah lain. Muat ulang halaman untuk melihat tahapnya sekarang.';
    case 'errors':
      return `Perbaiki dahulu ${blocker.count} temuan yang menghalangi.`;
    case 'unconfirmed':
      return `Konfirmasi dahulu ${blocker.count} tafsir yang tersisa.`;
    case 'consultation-open':
      return `Masyarakat masih dapat memberi masukan sampai ${plainDateInWords(blocker.until)}.`;
    case 'minutes-missing':
      return 'Catat dahulu berita acara konsultasi.';
    case 'minutes-recorded':
      return 'Berita acara konsultasi ini sudah dicatat.';
    case 'not-approved':
      return 'Naskah menyebut nomor keputusan. Catat dahulu penetapannya.';
  }
};

const days = {
  from: 'Pilih hari mulai hari ini.',
  until: 'Hari terakhir tidak boleh sebelum hari pertama.',
  publishOn: 'Pilih hari mulai besok. Untuk terbit hari ini, tekan "Terbitkan sekarang".',
  enactedOn: 'Tanggal keputusan tidak boleh di masa depan.',
} as const;

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function standardProblem(error: StandardError): ProblemBody {
  switch (error.code) {
    case 'member-deactivated':
    case 'role-missing':
    case 'standard-not-found':
      return staffProblem(error);
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
    case 'not-ready': {
      const words = error.blockers.map(blockerWords);
      return problem(409, error.code, 'Belum dapat dilakukan', words.join(' '), {
        problems: error.blockers.map((blocker) => ({
          field: error.step,
          code: blocker.code,
          detail: blockerWords(blocker),
        })),
      });
    }
    case 'day-unfit':
      return problem(422, error.code, 'Tanggal belum tepat', days[error.field], {
        problems: [{ field: error.field, code: error.code, detail: days[error.field] }],
      });
    case 'consultation-missing': {
      const detail = 'Naskah ini belum dikonsultasikan di sini. Tulis mengapa, atau buka konsultasi dahulu.';
      return problem(422, error.code, 'Alasan belum ditulis', detail, {
        problems: [{ field: 'withoutConsultation', code: error.code, detail }],
      });
    }
    case 'reading-not-found':
    case 'template-not-found':
      return problems.notFound;
    case 'standard-exists': {
      const detail = `Kode layanan "${error.id}" sudah dipakai di daerah ini. Tulis kode lain.`;
      return problem(409, error.code, 'Kode layanan sudah dipakai', detail, {
        problems: [{ field: 'standardId', code: error.code, detail }],
      });
    }
    case 'not-adopted':
      return problem(
        409,
        error.code,
        'Bukan dari pustaka',
        'Standar ini tidak diambil dari pustaka nasional, jadi tidak ada contoh yang dapat dibandingkan.',
      );
    case 'elements-unfit':
      return problem(
        409,
        error.code,
        'Belum dapat diambil sendiri',
        'Bagian ini bergantung pada bagian lain yang juga berubah. Ambil semua perubahan, atau pilih bagian lainnya juga. Rancangan Anda tidak berubah.',
      );
    case 'nothing-published':
      return problem(
        409,
        error.code,
        'Belum ada versi terbit',
        'Terbitkan dahulu versi yang baru. Setelah itu permohonan dapat dipindahkan.',
      );
  }
}
