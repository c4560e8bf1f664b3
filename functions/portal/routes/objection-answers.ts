// Why an objection cannot be filed (any more), each as a page that says what to do instead.
import { say } from '../answer.tsx';
import type { PortalContext } from '../env.ts';
import { paths } from '../present/filing-way.ts';

const ownCase = { path: paths.ownCase, label: 'Buka berkas' } as const;

export const objectionFiled = (c: PortalContext) =>
  say(c, 409, {
    title: 'Keberatan sudah kami terima',
    sentences: [
      'Keberatan atas keputusan ini sudah pernah diajukan. Tidak perlu mengajukan lagi.',
      'Keadaannya tertulis di berkas Anda.',
    ],
    way: ownCase,
  });

export const objectionTooLate = (c: PortalContext, until?: string) =>
  say(c, 409, {
    title: 'Batas mengajukan keberatan sudah lewat',
    sentences: [
      until === undefined
        ? 'Keberatan tidak dapat diajukan lagi. Isian Anda tidak kami kirim.'
        : `Keberatan dapat diajukan paling lambat ${until}.`,
      'Anda tetap dapat bertanya kepada dinas di bawah, atau mengajukan permohonan baru.',
    ],
    way: ownCase,
  });

export const notObjectable = (c: PortalContext) =>
  say(c, 409, {
    title: 'Keberatan tidak dapat diajukan di sini',
    sentences: ['Berkas ini tidak memuat keputusan yang dapat diajukan keberatan lewat situs.'],
    way: ownCase,
  });
