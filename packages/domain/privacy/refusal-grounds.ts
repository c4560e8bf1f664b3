// Why a request of a data subject may be refused. Every refusal names one of these; there is no other.
import * as z from 'zod/mini';

export const RequestKind = z
  .enum(['access', 'correction', 'restriction', 'objection', 'erasure'])
  .check(
    z.describe(
      'access: a copy of one’s data and who looked at them (art. 7, 32); correction (art. 6, 30); restriction: keep and do nothing else (art. 11, 41); objection: stop, or take back a consent (art. 9, 10, 40); erasure (art. 8, 43, 44).',
    ),
  );
export type RequestKind = z.infer<typeof RequestKind>;

export const RefusalGround = z.enum([
  'endangers-somebody',
  'data-of-others',
  'national-security',
  'law-enforcement',
  'state-administration',
  'archive',
  'still-needed',
  'not-incorrect',
  'not-proven',
  'nothing-here',
]);
export type RefusalGround = z.infer<typeof RefusalGround>;

interface Ground {
  /** As the person reads it. */
  readonly sentence: string;
  readonly rule: string;
  readonly kinds: readonly RequestKind[];
}

const everything: readonly RequestKind[] = ['access', 'correction', 'restriction', 'objection', 'erasure'];

export const refusalGrounds = {
  'endangers-somebody': {
    sentence: 'Memenuhi permintaan ini membahayakan keamanan atau kesehatan Anda atau orang lain.',
    rule: 'Pasal 33 huruf a Undang-Undang Nomor 27 Tahun 2022',
    kinds: ['access', 'correction'],
  },
  'data-of-others': {
    sentence: 'Memenuhi permintaan ini membuka data pribadi orang lain.',
    rule: 'Pasal 33 huruf b Undang-Undang Nomor 27 Tahun 2022',
    kinds: ['access', 'correction'],
  },
  'national-security': {
    sentence: 'Permintaan ini bertentangan dengan kepentingan pertahanan dan keamanan nasional.',
    rule: 'Pasal 15, Pasal 33 huruf c, dan Pasal 50 Undang-Undang Nomor 27 Tahun 2022',
    kinds: everything,
  },
  'law-enforcement': {
    sentence: 'Data ini sedang diperlukan dalam proses penegakan hukum.',
    rule: 'Pasal 15 dan Pasal 50 Undang-Undang Nomor 27 Tahun 2022',
    kinds: everything,
  },
  'state-administration': {
    sentence: 'Data ini diperlukan untuk penyelenggaraan negara demi kepentingan umum.',
    rule: 'Pasal 15 dan Pasal 50 Undang-Undang Nomor 27 Tahun 2022',
    kinds: ['restriction', 'objection', 'erasure'],
  },
  archive: {
    sentence: 'Data ini bagian dari arsip yang menurut jadwal retensi belum boleh dimusnahkan.',
    rule: 'Pasal 15 Undang-Undang Nomor 27 Tahun 2022 dan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan',
    kinds: ['objection', 'erasure'],
  },
  'still-needed': {
    sentence: 'Data ini masih diperlukan: berkasnya masih berjalan, atau surat atau kartunya masih berlaku.',
    rule: 'Pasal 43 Undang-Undang Nomor 27 Tahun 2022',
    kinds: ['restriction', 'objection', 'erasure'],
  },
  'not-incorrect': {
    sentence: 'Data yang tersimpan sudah sesuai dengan bukti yang ada.',
    rule: 'Pasal 30 Undang-Undang Nomor 27 Tahun 2022',
    kinds: ['correction'],
  },
  'not-proven': {
    sentence:
      'Belum terbukti bahwa permintaan ini datang dari orang yang datanya diminta, atau dari wakilnya.',
    rule: 'Pasal 6 sampai Pasal 14 Undang-Undang Nomor 27 Tahun 2022',
    kinds: everything,
  },
  'nothing-here': {
    sentence: 'Dinas ini tidak menyimpan data pribadi yang diminta.',
    rule: 'Pasal 7 Undang-Undang Nomor 27 Tahun 2022',
    kinds: everything,
  },
} as const satisfies Record<RefusalGround, Ground>;

/** Grounds on which a request of this kind may be refused. */
export const groundsFor = (kind: RequestKind): readonly RefusalGround[] =>
  RefusalGround.options.filter((ground) => {
    const kinds: readonly RequestKind[] = refusalGrounds[ground].kinds;
    return kinds.includes(kind);
  });
