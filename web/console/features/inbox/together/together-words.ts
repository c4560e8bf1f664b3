// What is said while letters are signed or drafts initialled, each in the words of its way.
import type { AtOnce } from '../at-once.ts';

interface Words {
  readonly title: string;
  readonly noun: string;
  readonly verb: string;
  readonly explained: string;
  readonly done: (count: number) => string;
}

export const togetherWords: Record<AtOnce, Words> = {
  sign: {
    title: 'Tanda tangani bersama',
    noun: 'surat',
    verb: 'Tanda tangani',
    explained:
      'Tiap surat diberi segel elektronik dinas atas nama Anda. Segel ini membuktikan surat berasal dari dinas dan tidak berubah. Segel ini bukan tanda tangan elektronik tersertifikasi.',
    done: (count) => `${count} surat ditandatangani.`,
  },
  initial: {
    title: 'Paraf bersama',
    noun: 'konsep',
    verb: 'Paraf',
    explained: 'Tiap konsep yang Anda paraf diteruskan ke pejabat berikutnya.',
    done: (count) => `${count} konsep diparaf.`,
  },
};
