// What a check of the audit trail found, in words for those who answer for it.
import type { AuditFault } from './fault.ts';

type Why<Where extends AuditFault['where']> = Extract<AuditFault, { where: Where }>['why'];

const ofRow = {
  unreadable: 'isinya tidak terbaca',
  elsewhere: 'ditulis untuk rantai lain',
  sequence: 'urutannya terputus: ada yang hilang, disisipkan, atau dipindahkan',
  previous: 'tidak menyambung dengan catatan sebelumnya',
  content: 'isinya diubah',
  place: 'tersimpan di tempat yang bukan tempatnya',
  more: 'diberi tambahan yang bukan bagian catatan',
} as const;

const ofChain = {
  ...ofRow,
  missing: 'catatan yang sudah disegel tidak ada lagi',
  replaced: 'diganti dengan catatan lain',
} as const satisfies Record<Why<'administration' | 'unmasking'>, string>;

const ofCase = {
  ...ofRow,
  gone: 'berkas tidak ada lagi; berkas yang dihapus menurut aturan pun catatannya tetap ada',
  missing: 'catatan yang sudah disegel tidak ada lagi',
  replaced: 'diganti dengan catatan lain',
  standing: 'keadaan berkas tidak sesuai dengan catatannya',
} as const satisfies Record<Why<'case'>, string>;

const ofSeal = {
  unreadable: 'segel tidak terbaca',
  signature: 'tanda tangannya tidak cocok dengan isinya',
  key: 'ditandatangani dengan kunci yang bukan milik daerah ini pada waktu itu',
  elsewhere: 'segel milik daerah lain atau bernomor lain',
  missing: 'segel tidak ada',
  previous: 'tidak menyambung dengan segel sebelumnya',
  order: 'lebih tua daripada segel sebelumnya, atau rantainya lebih pendek',
  'not-noted': 'tidak tercatat pada daftar segel',
  row: 'catatannya pada daftar segel tidak sesuai dengan segelnya',
  strange: 'ada yang bukan segel di antara segel',
  late: 'ini segel terakhir, dan segel berikutnya sudah terlambat',
} as const satisfies Record<Why<'seal'>, string>;

const chainNames = { administration: 'Tindakan pengelolaan', unmasking: 'Pembukaan data' } as const;

/** "Berkas c…, catatan ke-3: isinya diubah." */
export function faultInWords(fault: AuditFault): string {
  switch (fault.where) {
    case 'seal':
      return `Segel ${fault.at}: ${ofSeal[fault.why]}.`;
    case 'case':
      return fault.why === 'gone'
        ? `Berkas ${fault.caseId}: ${ofCase[fault.why]}.`
        : `Berkas ${fault.caseId}, catatan ke-${fault.at}: ${ofCase[fault.why]}.`;
    case 'administration':
    case 'unmasking':
      return `${chainNames[fault.where]}, catatan ke-${fault.at}: ${ofChain[fault.why]}.`;
  }
}
