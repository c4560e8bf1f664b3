// What the staff API answers when the counter is refused something: one status and one sentence for every named error.
import type { CounterError } from '@layan/application/counter/errors';
import type { ReceiptProblem } from '@layan/domain/case/paper-receipt';
import { type ProblemBody, problem, problems } from './problem.ts';
import { rejectionWords } from './rejection-words.ts';
import { staffProblem } from './staff-problems.ts';

export const receiptWords = {
  'time-missing': 'Isi tanggal dan jam berkas diterima di kertas.',
  'in-future': 'Waktu terima tidak boleh di masa depan. Periksa tanggal dan jamnya.',
  'long-ago': 'Tanggal terima sudah lebih dari 30 hari lalu. Centang tanda bahwa tanggal itu benar.',
  'too-long-ago': 'Tanggal terima sudah lebih dari setahun lalu. Periksa tahunnya.',
  'reason-missing': 'Tulis mengapa berkas diterima di kertas.',
} as const satisfies Record<ReceiptProblem, string>;

const incomplete = ({ pages, requirements }: Extract<CounterError, { code: 'filing-incomplete' }>) =>
  problem(
    422,
    'filing-incomplete',
    'Belum lengkap',
    'Lengkapi bagian yang ditandai. Semua isian sudah tersimpan.',
    {
      problems: [
        ...pages.flatMap((page) =>
          page.problems.map(({ fact, code, message }) => ({ field: `fact.${fact}`, code, detail: message })),
        ),
        ...requirements.map((id) => ({
          field: `requirement.${id}`,
          code: 'requirement-missing',
          detail: 'Centang bila kertasnya sudah diterima, atau kirim pindaiannya.',
        })),
      ],
    },
  );

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function counterProblem(error: CounterError): ProblemBody {
  switch (error.code) {
    case 'member-deactivated':
    case 'role-missing':
    case 'case-not-found':
    case 'document-not-found':
      return staffProblem(error);
    case 'service-not-found':
    case 'requirement-not-found':
      return problems.notFound;
    case 'filing-not-found':
      return problem(
        404,
        error.code,
        'Isian tidak ditemukan',
        'Isian ini sudah dibuang, sudah kedaluwarsa, atau milik rekan Anda. Mulai permohonan baru.',
      );
    case 'filing-already-sent':
      return problem(
        409,
        error.code,
        'Sudah dikirim',
        'Permohonan ini sudah tersimpan sebagai berkas. Cari dengan nomor tiketnya.',
      );
    case 'filing-changed':
      return problem(
        409,
        error.code,
        'Isian berubah di jendela lain',
        'Isian ini juga diubah di jendela atau tab lain. Yang ada di layar ini belum tersimpan; pilih mana yang dipakai.',
      );
    case 'too-many-uploads':
      return problem(
        409,
        error.code,
        'Terlalu banyak pindaian',
        `Paling banyak ${error.atMost} pindaian untuk satu permohonan. Terima kertasnya saja.`,
      );
    case 'service-withdrawn':
      return problem(
        409,
        error.code,
        'Layanan sudah ditarik',
        'Layanan ini sudah ditarik dan tidak menerima permohonan baru. Permohonan yang berjalan tetap diselesaikan.',
      );
    case 'filing-incomplete':
      return incomplete(error);
    case 'filing-refused':
      return problem(
        409,
        error.rejection.code,
        'Belum dapat disimpan',
        `${rejectionWords(error.rejection)} Semua isian masih ada.`,
      );
    case 'receipt-time-refused':
      return problem(422, error.code, 'Waktu terima belum tepat', receiptWords[error.problem], {
        problems: [{ field: 'receivedOnPaper', code: error.problem, detail: receiptWords[error.problem] }],
      });
    case 'earlier-case-unfit':
      return problem(
        409,
        error.code,
        'Keberatan belum dapat dicatat',
        'Keberatan hanya untuk berkas yang sudah selesai dengan keputusan yang dapat ditanggapi. Buka berkasnya, lalu periksa keputusannya.',
      );
    case 'objection-filed':
      return problem(
        409,
        error.code,
        'Keberatan sudah ada',
        'Keberatan atas keputusan yang sama sudah diajukan. Buka berkas keberatan itu untuk melihat keadaannya.',
      );
    case 'tenant-closing':
      return problem(
        409,
        error.code,
        'Permohonan baru tidak diterima lagi di sini',
        'Daerah ini berhenti memakai Layan sejak tanggal yang diumumkan. Terima permohonan dengan cara baru yang ditetapkan dinas; permohonan yang sudah masuk tetap diproses di sini.',
      );
    case 'opening-not-found':
      return problem(
        404,
        error.code,
        'Pembukaan kotak tidak ditemukan',
        'Pembukaan kotak ini tidak tercatat. Buka lagi daftar pembukaan kotak, lalu pilih dari sana.',
      );
    case 'not-in-queue':
      return problem(
        409,
        error.code,
        'Tidak sedang menunggu survei',
        'Berkas ini tidak ada di antrean survei, jadi belum ada slip yang dapat dicetak.',
      );
    default:
      return unreachable(error);
  }
}

function unreachable(error: never): never {
  throw new Error(`unmapped error ${JSON.stringify(error)}`);
}
