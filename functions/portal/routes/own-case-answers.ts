// Why something cannot be done with an own file now, and where to look instead.
import { say } from '../answer.tsx';
import type { PortalContext } from '../env.ts';
import { paths } from '../present/filing-way.ts';

export const changedMeanwhile = (c: PortalContext) =>
  say(c, 409, {
    title: 'Berkas baru saja diubah',
    sentences: [
      'Petugas mengubah berkas ini pada saat yang sama. Kiriman Anda belum dipakai.',
      'Buka lagi, lalu lihat keadaan terbaru.',
    ],
    way: { path: paths.ownCase, label: 'Buka berkas' },
  });

export const notPossible = (c: PortalContext) =>
  say(c, 409, {
    title: 'Hal ini tidak bisa dilakukan lagi',
    sentences: ['Keadaan berkas sudah berubah. Buka berkas untuk melihat keadaan terbaru.'],
    way: { path: paths.ownCase, label: 'Buka berkas' },
  });
