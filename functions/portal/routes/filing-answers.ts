// Why an unsent filing could not be changed just now.
import { say } from '../answer.tsx';
import type { PortalContext } from '../env.ts';

export const tooBusy = (c: PortalContext, path: string) =>
  say(c, 409, {
    title: 'Permohonan ini sedang diubah di tempat lain',
    sentences: [
      'Mungkin di tab atau HP lain. Yang sudah tersimpan tidak hilang.',
      'Buka lagi, lalu lanjutkan.',
    ],
    way: { path, label: 'Buka lagi' },
  });
