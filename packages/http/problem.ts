// Makes Problem Details out of a code: status, title, and an Indonesian sentence that says what to do.
import type { Problem } from '@layan/contract/problem';
import type { TokenRefusal } from './authenticate.ts';

/** A refusal on its way out; `reference` is added at the edge. */
export type ProblemBody = Omit<Problem, 'type' | 'reference'>;

export const problem = (
  status: number,
  code: string,
  title: string,
  detail: string,
  more: Pick<ProblemBody, 'problems' | 'lastChange'> = {},
): ProblemBody => ({ status, code, title, detail, ...more });

export const problems = {
  notFound: problem(
    404,
    'not-found',
    'Tidak ditemukan',
    'Yang Anda cari tidak ada, atau bukan bagian tugas Anda.',
  ),
  malformed: problem(
    400,
    'request-malformed',
    'Permintaan tidak terbaca',
    'Sebagian isian tidak sesuai bentuknya. Periksa lalu kirim lagi.',
  ),
  keyMissing: problem(
    428,
    'idempotency-key-missing',
    'Permintaan belum bertanda',
    'Permintaan ini belum membawa tanda yang menjaganya agar tidak dikerjakan dua kali. Muat ulang halaman, lalu ulangi.',
  ),
  tooLarge: problem(413, 'request-too-large', 'Kiriman terlalu besar', 'Perkecil kiriman, lalu kirim lagi.'),
  notJson: problem(415, 'not-json', 'Bentuk kiriman tidak dikenal', 'Kirim sebagai JSON.'),
  signInFirst: problem(401, 'token-missing', 'Masuk dahulu', 'Masuk dahulu dengan akun petugas Anda.'),
  signInAgain: problem(
    401,
    'token-expired',
    'Masuk lagi',
    'Waktu masuk Anda sudah habis. Masuk lagi; isian Anda masih ada di layar.',
  ),
  tokenInvalid: problem(
    401,
    'token-invalid',
    'Masuk lagi',
    'Tanda masuk Anda tidak berlaku di sini. Masuk lagi dengan akun yang benar.',
  ),
  broken: problem(
    500,
    'unexpected',
    'Layanan sedang terganggu',
    'Ada gangguan di pihak kami dan sudah tercatat. Coba lagi beberapa saat lagi.',
  ),
} as const;

/** What a refused token is answered with, on every API alike. */
export const tokenProblems = {
  'token-missing': problems.signInFirst,
  'token-expired': problems.signInAgain,
  'token-invalid': problems.tokenInvalid,
} as const satisfies Record<TokenRefusal, ProblemBody>;

/** The answer as it travels. */
export function problemResponse(body: ProblemBody, reference: string): Response {
  const answer: Problem = { type: 'about:blank', ...body, reference };
  return new Response(JSON.stringify(answer), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
