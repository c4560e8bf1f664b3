// Times as the official text states them: "2 (dua) hari kerja", "tiga hari", "2x24 jam". More than one way to count may keep
// one of them.
import type { Duration } from '../duration.ts';
import { numberInWords } from './number-words.ts';

export interface StatedTime {
  /** As written. */
  readonly shown: string;
  /** Durations that say the same; "3 hari" may be either kind of day. */
  readonly ways: readonly Duration[];
}

const number = String.raw`(?<number>\d{1,4})(?: {0,3}\([^)]{1,40}\))?`;
const word = `(?<word>(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?: (?:belas|puluh)(?: (?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))?)?)`;
const times = new RegExp(
  String.raw`(?<![\d.,-])\b(?:${number}|${word}) {0,3}(?:x {0,3}(?<each>24) {0,3})?(?<unit>menit|jam|hari|minggu|bulan)\b(?: {0,3}(?<kind>kerja|kalender|layanan|pelayanan))?`,
  'gi',
);

/** An age, a delay that is judged, or how long a product is valid is no time that anybody takes. */
const ofSomethingElse =
  /(?:\b(?:usia|umur|berumur|berusia|lebih dari|melebihi|berlaku|selama masa|setiap|tiap|pukul|jam)\b.{0,12}|\bberlaku (?:selama )?)$/i;

const waysOf = (amount: number, unit: string, kind: string, each: string): readonly Duration[] => {
  if (each !== '')
    return [
      { amount: amount * 24, unit: 'hour' },
      { amount, unit: 'calendar_day' },
    ];
  const working = kind === 'kerja' || kind === 'layanan' || kind === 'pelayanan';
  switch (unit) {
    case 'menit':
      return working
        ? [{ amount, unit: 'working_minute' }]
        : [
            { amount, unit: 'minute' },
            { amount, unit: 'working_minute' },
          ];
    case 'jam':
      return working
        ? [{ amount, unit: 'working_hour' }]
        : [
            { amount, unit: 'hour' },
            { amount, unit: 'working_hour' },
          ];
    case 'hari':
      return [
        ...(kind === 'kalender' ? [] : [{ amount, unit: 'working_day' } as const]),
        ...(working ? [] : [{ amount, unit: 'calendar_day' } as const]),
      ];
    case 'minggu':
      return [
        { amount: amount * 7, unit: 'calendar_day' },
        { amount: amount * 5, unit: 'working_day' },
        { amount: amount * 6, unit: 'working_day' },
      ];
    default:
      return [28, 29, 30, 31].map((days) => ({ amount: amount * days, unit: 'calendar_day' }));
  }
};

/** "paling lambat hari kerja berikutnya" */
const nextDay = /\bhari kerja (?:berikutnya|yang sama)\b/gi;

export const statedTimes = (text: string): readonly StatedTime[] => [
  ...[...text.matchAll(nextDay)].map(([shown]) => ({
    shown,
    ways: [{ amount: 1, unit: 'working_day' } as const],
  })),
  ...[...text.matchAll(times)].flatMap(({ 0: shown, index, groups = {} }) => {
    if (ofSomethingElse.test(text.slice(Math.max(0, index - 30), index))) return [];
    const amount = groups.number === undefined ? numberInWords(groups.word ?? '') : Number(groups.number);
    if (amount === undefined || amount === 0) return [];
    const [unit = '', kind = '', each = ''] = [groups.unit, groups.kind, groups.each];
    return [{ shown: shown.trim(), ways: waysOf(amount, unit.toLowerCase(), kind.toLowerCase(), each) }];
  }),
];

const inMinutes = ({ amount, unit }: Duration): readonly [amount: number, kind: string] => {
  switch (unit) {
    case 'hour':
      return [amount * 60, 'minute'];
    case 'working_hour':
      return [amount * 60, 'working_minute'];
    default:
      return [amount, unit];
  }
};

/** Whether the text says just this. */
export const states = ({ ways }: StatedTime, duration: Duration): boolean => {
  const [amount, kind] = inMinutes(duration);
  return ways.map(inMinutes).some(([stated, unit]) => stated === amount && unit === kind);
};
