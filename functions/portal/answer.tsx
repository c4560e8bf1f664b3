// Pages as answers: status, cache rule, and the few pages that say one thing.

import { renderPage } from '@layan/portal/layout/render';
import { MessagePage, type MessageProps } from '@layan/portal/pages/message';
import { PlainMessagePage } from '@layan/portal/pages/plain-message';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PortalContext } from './env.ts';

/** A page of one person; never kept by anybody on the way. */
export const personalPage = async (
  c: PortalContext,
  page: JSX.Element,
  status: ContentfulStatusCode = 200,
): Promise<Response> => c.html(await renderPage(page), status, { 'cache-control': 'no-store' });

/** A page that is the same for everyone; kept, but asked for again. */
export const publicPage = async (c: PortalContext, page: JSX.Element): Promise<Response> =>
  c.html(await renderPage(page), 200, { 'cache-control': 'private, no-cache' });

/** After a form: the browser goes on with GET, so that reloading sends nothing twice. */
export const goOn = (c: PortalContext, path: string): Response => {
  c.header('cache-control', 'no-store');
  return c.redirect(path, 303);
};

export const say = (
  c: PortalContext,
  status: ContentfulStatusCode,
  message: Omit<MessageProps, 'site'>,
): Promise<Response> =>
  c.get('site')
    ? personalPage(c, <MessagePage site={c.get('site')} {...message} />, status)
    : personalPage(
        c,
        <PlainMessagePage
          title={message.title}
          sentences={message.sentences}
          {...(message.reference === undefined ? {} : { reference: message.reference })}
        />,
        status,
      );

export const notFound = (c: PortalContext) =>
  say(c, 404, {
    title: 'Halaman tidak ditemukan',
    sentences: [
      'Alamat ini tidak ada, atau sudah pindah.',
      'Periksa alamatnya, atau mulai dari daftar layanan.',
    ],
    way: { path: '/', label: 'Lihat semua layanan' },
  });

export const filingGone = (c: PortalContext) =>
  say(c, 403, {
    title: 'Sesi berakhir',
    sentences: [
      'Permohonan yang belum dikirim tidak terbuka di HP ini.',
      'Bila sudah Anda kirim, data Anda aman. Buka dengan nomor tiket dan kode rahasia.',
      c.get('tenant').state === 'closed'
        ? 'Bila belum, silakan datang ke loket: permohonan baru tidak diterima lagi di sini.'
        : 'Bila belum, mulai lagi dari daftar layanan.',
    ],
    way: { path: '/', label: 'Lihat semua layanan' },
  });

export const caseSessionEnded = (c: PortalContext) =>
  say(c, 403, {
    title: 'Sesi berakhir',
    sentences: [
      'Demi keamanan, berkas tertutup setelah 30 menit tidak dipakai. Data Anda aman.',
      'Masukkan lagi nomor tiket dan kode rahasia.',
    ],
    way: { path: '/lacak', label: 'Buka berkas lagi' },
  });

export const formTooOld = (c: PortalContext) =>
  say(c, 403, {
    title: 'Halaman terlalu lama terbuka',
    sentences: [
      'Kiriman ini tidak kami terima, agar tidak ada yang bisa mengisi atas nama Anda.',
      'Yang sudah tersimpan tidak hilang. Kembali, muat ulang halaman, lalu coba lagi.',
    ],
    way: { path: '/', label: 'Ke halaman depan' },
  });

export const tooLarge = (c: PortalContext) =>
  say(c, 413, {
    title: 'Kiriman terlalu besar',
    sentences: ['Persingkat jawaban, lalu kirim lagi. Yang sudah tersimpan tidak hilang.'],
  });

export const wrongWay = (c: PortalContext, allow: string) => {
  c.header('allow', allow);
  return say(c, 405, {
    title: 'Halaman ini tidak dibuka dengan cara itu',
    sentences: ['Kembali ke halaman sebelumnya, lalu pakai tombol di sana.'],
    way: { path: '/', label: 'Ke halaman depan' },
  });
};

export const fault = (c: PortalContext) =>
  say(c, 500, {
    title: 'Layanan sedang terganggu',
    sentences: [
      'Gangguan ada di pihak kami dan sudah tercatat. Yang sudah tersimpan tidak hilang.',
      'Coba lagi beberapa menit lagi. Bila perlu, sebutkan kode ini kepada petugas.',
    ],
    reference: c.get('reference').slice(0, 8).toUpperCase(),
  });
