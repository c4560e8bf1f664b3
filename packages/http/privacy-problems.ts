// What the staff API answers when something around the rights of data subjects is not done: one status and one sentence for
// every named error.
import type { PrivacyError } from '@layan/application/privacy/errors';
import { closedMinutes, guessesAtMost } from '@layan/domain/case/guesses';
import { type ProblemBody, problem, problems } from './problem.ts';
import { staffProblem } from './staff-problems.ts';

/** Said with every wrong secret alike: of none it says whether its ticket is closed already (decision 0102). */
const afterGuesses = `Setelah ${guessesAtMost} kali salah, tunggu ${closedMinutes} menit; selama itu kode yang benar pun belum diterima.`;

/** @returns the answer for a named error; every name has one, or this does not compile. */
export function privacyProblem(error: PrivacyError): ProblemBody {
  switch (error.code) {
    case 'member-deactivated':
    case 'role-missing':
      return staffProblem(error);
    case 'request-not-found':
      return problems.notFound;
    case 'request-changed':
    case 'terms-changed':
      return problem(
        409,
        error.code,
        'Baru saja berubah',
        'Orang lain baru saja mengubahnya. Yang terbaru sudah ditampilkan; periksa, lalu ulangi.',
      );
    case 'request-settled':
      return problem(409, error.code, 'Sudah dijawab', 'Permintaan ini sudah dijawab sebelumnya.');
    case 'request-unanswered':
      return problem(409, error.code, 'Belum dijawab', 'Jawab permintaan ini dahulu.');
    case 'request-waits':
      return problem(
        409,
        error.code,
        'Masih menunggu jawaban',
        'Permintaan yang sama tentang berkas ini masih menunggu jawaban.',
      );
    case 'ground-unfit':
      return problem(
        422,
        error.code,
        'Alasan belum tepat',
        'Alasan itu tidak berlaku untuk permintaan ini. Pilih alasan lain.',
      );
    case 'identifier-malformed':
      return problem(
        422,
        error.code,
        'Belum dapat dibaca',
        'NIK terdiri atas 16 angka; nomor tiket tertulis pada tanda terima. Periksa lagi.',
      );
    case 'ticket-or-secret-wrong':
      return problem(
        422,
        error.code,
        'Tidak cocok',
        `Nomor tiket dan kode rahasia tidak cocok. Periksa keduanya pada tanda terima. ${afterGuesses}`,
      );
    case 'secret-wrong':
      return problem(
        422,
        error.code,
        'Tidak cocok',
        `Kode rahasia tidak cocok. Periksa lagi pada tanda terima. ${afterGuesses}`,
      );
    case 'breach-closed':
      return problem(409, error.code, 'Sudah ditutup', 'Insiden ini sudah ditutup sebelumnya.');
    case 'not-told':
      return problem(
        409,
        error.code,
        'Belum dapat ditutup',
        'Catat dahulu bahwa warga dan lembaga sudah diberi tahu.',
      );
    case 'moment-refused':
      return problem(
        422,
        error.code,
        'Waktu belum tepat',
        'Insiden diketahui paling lambat sekarang, dan masa berkas berakhir setelah dimulai.',
      );
    case 'tickets-unknown':
      return problem(
        422,
        error.code,
        'Tiket tidak ditemukan',
        `Tidak ada berkas dinas ini dengan tiket ${error.tickets.slice(0, 5).join(', ')}. Periksa lagi; yang lain belum dicatat.`,
      );
    case 'too-many-affected':
      return problem(
        422,
        error.code,
        'Terlalu banyak',
        `Satu insiden mencatat paling banyak ${error.atMost} berkas. Catat sisanya sebagai insiden lain.`,
      );
    case 'held-already':
      return problem(409, error.code, 'Sudah ditahan', 'Pemusnahan berkas ini sudah ditahan sebelumnya.');
    case 'case-erased':
      return problem(
        409,
        error.code,
        'Sudah dihapus',
        'Data pribadi berkas ini sudah dihapus sebelumnya, sehingga tidak ada lagi yang dapat ditahan.',
      );
    case 'corrections-missing':
      return problem(
        422,
        error.code,
        'Belum ada perbaikan',
        'Isi data yang benar pada sekurangnya satu isian.',
      );
    case 'correction-begun':
      return problem(
        409,
        error.code,
        'Data sudah diperbaiki',
        'Sebagian data sudah diperbaiki atas permintaan ini, sehingga tidak dapat lagi ditolak. Kabulkan dengan isian yang sama.',
      );
    case 'correction-invalid':
      return problem(422, error.code, 'Isian belum dapat disimpan', error.message);
    case 'correction-locked':
      return problem(
        409,
        error.code,
        'Nomor ini sudah dipakai',
        `Dengan nomor itu sudah ada ${error.product} yang berlaku atas nama orang lain. Periksa nomornya; bila memang benar, selesaikan dahulu kartu yang lain itu.`,
      );
    case 'case-unreadable':
      return problem(
        409,
        error.code,
        'Berkas tidak terbaca',
        'Data berkas ini sudah dihapus, jadi tidak dapat diperbaiki.',
      );
    case 'case-not-in-request':
      return problem(
        422,
        error.code,
        'Bukan berkas permintaan ini',
        'Pilih hanya berkas yang tampil pada permintaan ini. Berkas yang hanya menyebut orang ini dapat ditambahkan pada pembatasan dan keberatan saja.',
      );
    case 'cases-kept':
      return problem(
        409,
        error.code,
        'Belum semuanya dapat dihapus',
        `${error.count} berkas masih berjalan, atau kartu atau suratnya masih berlaku. Yang lain sudah dihapus; ulangi setelah itu berakhir.`,
      );
    case 'copy-unavailable':
      return problem(
        409,
        error.code,
        'Salinan tidak tersedia',
        'Salinan hanya tersedia tujuh hari setelah permintaan dikabulkan. Yang diminta dari halaman berkas diambil di sana.',
      );
  }
}
