// The result of a check in plain words: the verdict first, then what to compare, then what to do.
import type { CardFinding, SignedCode } from './card-check.ts';

export interface CardWords {
  readonly tone: 'good' | 'attention' | 'info';
  readonly title: string;
  readonly sentences: readonly string[];
  /** To be compared with what is printed. */
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

interface Telling {
  /** What the page above is about; a code that was read says so itself. */
  readonly paper?: Paper;
  /** A page of the record stands above; it tells the state better than a list can. */
  readonly online: boolean;
  /** Whether that page says that the card is valid. */
  readonly holds: boolean;
  readonly now: number;
  /** "Rabu, 25 Maret 2026" of seconds since 1970. */
  readonly date: (seconds: number) => string;
}

type Paper = 'kartu' | 'surat';

const paperOf = ({ letter }: SignedCode): Paper => (letter ? 'surat' : 'kartu');

const compare = (card: SignedCode): string =>
  card.letter
    ? 'Cocokkan nomor dan tanggal ini dengan yang tercetak. Bila berbeda, surat itu bukan yang asli.'
    : 'Cocokkan nama dan nomor ini dengan yang tercetak. Bila berbeda, kartu itu bukan yang asli.';

const rows = ({ letter, sub, prd, num, iat, exp }: SignedCode, { date }: Telling): CardWords['rows'] => [
  ...(sub === undefined ? [] : [{ label: 'Nama pemegang', value: sub }]),
  ...(num === undefined ? [] : [{ label: 'Nomor', value: num }]),
  ...(letter ? [{ label: 'Tanggal surat', value: date(iat) }] : []),
  { label: 'Jenis', value: prd },
  ...(letter ? [] : [{ label: 'Diterbitkan', value: date(iat) }]),
  ...(exp === undefined ? [] : [{ label: 'Berlaku sampai', value: date(exp) }]),
];

const standings = {
  valid: { tone: 'good', title: '✓ Asli dan berlaku' },
  provisional: { tone: 'good', title: '✓ Asli, berlaku sementara' },
  suspended: { tone: 'attention', title: 'Asli, tetapi sedang ditangguhkan' },
  invalid: { tone: 'attention', title: 'Asli, tetapi tidak berlaku lagi' },
  unknown: { tone: 'info', title: 'Asli. Masih berlaku atau tidak, belum dapat diperiksa' },
} as const;

type Genuine = Extract<CardFinding, { kind: 'genuine' }>;

/** A clock that is before the list is wrong, and can tell nothing about its age. */
const isClockWrong = (listedAt: number, now: number): boolean => now + 3600 < listedAt;

/** What the list tells, as far as it can be relied on: what an old one calls valid may have been revoked since. */
const relied = ({ standing, stale, listedAt }: Genuine, { now }: Telling): keyof typeof standings => {
  const isOld = stale || (listedAt !== undefined && isClockWrong(listedAt, now));
  return isOld && standings[standing].tone === 'good' ? 'unknown' : standing;
};

const listed = ({ listedAt, stale, standing, card }: Genuine, { now, date }: Telling): readonly string[] => {
  if (listedAt === undefined) return ['Sambungkan HP ini ke internet, lalu periksa lagi.'];
  const unlisted =
    standing === 'unknown' ? [`${card.letter ? 'Surat' : 'Kartu'} ini belum ada di daftar itu.`] : [];
  const dated = `Menurut daftar tertanggal ${date(listedAt)}.`;
  if (isClockWrong(listedAt, now))
    return [dated, ...unlisted, 'Jam HP ini tampaknya salah. Periksa juga tanggalnya.'];
  return stale
    ? [dated, ...unlisted, 'Daftar ini sudah lebih dari 7 hari. Sambungkan ke internet, lalu periksa lagi.']
    : [dated, ...unlisted];
};

const offline = (finding: Genuine, telling: Telling): CardWords => {
  const { card } = finding;
  const over = card.exp !== undefined && card.exp <= telling.now;
  const { tone, title } = over ? standings.invalid : standings[relied(finding, telling)];
  return {
    tone,
    title,
    sentences: [
      ...(over && card.exp !== undefined ? [`Masa berlakunya habis ${telling.date(card.exp)}.`] : []),
      ...listed(finding, telling),
      compare(card),
    ],
    rows: rows(card, telling),
  };
};

const genuine = (finding: Genuine, telling: Telling): CardWords =>
  telling.online
    ? {
        tone: telling.holds ? 'good' : 'info',
        title: telling.holds
          ? `✓ Kode pada ${paperOf(finding.card)} ini asli`
          : `Kode asli, tetapi ${paperOf(finding.card)}nya tidak boleh dipakai`,
        sentences: [`Kode ini milik ${paperOf(finding.card)} yang tercatat di atas.`, compare(finding.card)],
        rows: rows(finding.card, telling).slice(0, 2),
      }
    : offline(finding, telling);

export const cardWords = (finding: CardFinding, telling: Telling): CardWords => {
  const { paper = 'kartu' } = telling;
  switch (finding.kind) {
    case 'genuine':
      return genuine(finding, telling);
    case 'forged':
      return {
        tone: 'attention',
        title: 'Kode ini tidak asli',
        sentences: [
          `Kode pada ${paper} ini tidak ditandatangani pemerintah daerah ini, atau isinya sudah diubah.`,
          `Jangan pakai ${paper} ini sebagai bukti. Tanyakan kepada dinas.`,
        ],
        rows: [],
      };
    case 'other-card':
      return {
        tone: 'attention',
        title: `Kode ini milik ${paperOf(finding.card)} lain`,
        sentences: [
          `Alamat dan kode pada gambar tidak berasal dari ${paper} yang sama. Mungkin disalin dari yang lain.`,
          `Kode itu ditandatangani untuk ${paperOf(finding.card)} berikut:`,
        ],
        rows: rows(finding.card, telling),
      };
    case 'no-keys':
    case 'unknown-key':
      return {
        tone: 'info',
        title: 'Tidak dapat diperiksa di HP ini sekarang',
        sentences: [
          finding.kind === 'no-keys'
            ? 'HP ini belum menyimpan kunci pemeriksa.'
            : 'Kode ini mungkin lebih baru daripada kunci yang tersimpan di HP ini.',
          `Sambungkan ke internet, lalu pindai lagi. Jangan menolak ${paper} hanya karena ini.`,
        ],
        rows: [],
      };
  }
};
