// Addresses and numbers that stand in the text twice, and differ by a slip of the pen.
import { type Finding, finding } from '../finding.ts';
import { sentencesOf } from '../lookup.ts';
import type { Standard } from '../standard.ts';

interface Contact {
  readonly kind: 'Surel' | 'Nomor' | 'Alamat';
  /** As written. */
  readonly shown: string;
  /** What the sentence calls it, where it says so just before: "surel pengaduan". */
  readonly label: string;
  /** Without what does not count. */
  readonly plain: string;
  readonly sentence: string;
}

/** How many letters must be changed, added or left out; more than `most` counts as `most + 1`. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1];
    for (let to = 1; to <= b.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (b[to - 1] === letter ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
};

const patterns = [
  [
    'Surel',
    /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{2,60}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,4}/g,
    /\s/g,
  ],
  ['Nomor', /(?<!\d)\(?0\d{2,4}\)?[ .-]{0,3}\d{3,4}[ .-]{0,2}\d{2,4}(?:[ .-]{0,2}\d{2,4})?/g, /\D/g],
  [
    'Alamat',
    /\b(?:jalan|jln|jl)\b\.? *[A-Za-z. ]{3,40}\bno\b\.? *\d{1,4}/gi,
    /^(?:jalan|jln|jl)|[^a-z]|no\b/gi,
  ],
] as const;

const media =
  /^(?:surel|e-?mail|telepon|telpon|telp|tlp|hp|fax|faks|whatsapp|wa|sms|hotline|call ?cent(?:er|re))\b/;
const sameMedia: Readonly<Record<string, string>> = {
  email: 'surel',
  'e-mail': 'surel',
  telpon: 'telepon',
  telp: 'telepon',
  tlp: 'telepon',
  wa: 'whatsapp',
};

/** "Surel pengaduan:" right before a value says what it is; one that stands in a list, or goes on, says nothing. */
const labelBefore = (text: string, at: number): string => {
  const words = (
    /([A-Za-z-][A-Za-z -]{1,30})[ .:]{1,4}$/.exec(text.slice(Math.max(0, at - 45), at))?.[1] ?? ''
  )
    .trim()
    .toLowerCase()
    .split(/ +/);
  const from = words.findIndex((word) => media.test(word));
  const [first = '', ...rest] = from < 0 ? [] : words.slice(from);
  return [sameMedia[first] ?? first, ...rest.filter((word) => word !== 'ke' && word !== 'nomor')].join(' ');
};

const contactsIn = (sentence: string, text: string): readonly Contact[] =>
  patterns.flatMap(([kind, pattern, noise]) =>
    [...text.matchAll(pattern)].map(({ 0: shown, index }) => ({
      kind,
      shown: shown.trim(),
      label: labelBefore(text, index),
      plain: shown.toLowerCase().replace(noise, ''),
      sentence,
    })),
  );

/** Two neighbouring digits that changed places. */
const isSwapped = (a: string, b: string): boolean => {
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
};

/** Lines of one switchboard: numbers that follow each other are no slip. */
const areNeighbours = (a: string, b: string): boolean =>
  a.length === b.length && Math.abs(Number(a.slice(-6)) - Number(b.slice(-6))) === 1;

/** The same name at two houses of nearly the same name. */
const isMovedHouse = (a: string, b: string): boolean => {
  const [[name = '', house = ''], [otherName, otherHouse = '']] = [a.split('@'), b.split('@')];
  const [own = '', other = ''] = [house.split('.')[0], otherHouse.split('.')[0]];
  return name === otherName && own !== other && (own.startsWith(other) || other.startsWith(own));
};

const isSlip = (a: Contact, b: Contact): boolean => {
  if (a.kind !== b.kind || a.plain === b.plain) return false;
  if (a.kind === 'Surel' && isMovedHouse(a.plain, b.plain)) return true;
  if (a.kind !== 'Nomor') return distance(a.plain, b.plain, 2) <= 2;
  if (a.plain.length < 8 || areNeighbours(a.plain, b.plain)) return false;
  return distance(a.plain, b.plain, 1) <= 1 || isSwapped(a.plain, b.plain);
};

/**
 * Both called by the same words, as if there were but one: "surel pengaduan" here and there. What is only called "telepon"
 * may be another's, unless the two are nearly the same.
 */
const isSameThing = (a: Contact, b: Contact): boolean => {
  if (a.kind !== b.kind || a.plain === b.plain || a.label === '' || a.label !== b.label) return false;
  return a.sentence !== b.sentence && (a.label.includes(' ') || distance(a.plain, b.plain, 1) <= 1);
};

/** Enough for any agency; each is held against each. */
const mostContacts = 200;

export const checkContacts = (standard: Standard): readonly Finding[] => {
  const read = standard.readings.map(({ cites }) => new Set(cites));
  const contacts = sentencesOf(standard).flatMap(({ sentence }) => contactsIn(sentence.id, sentence.text));
  const distinct = [...new Map(contacts.map((one) => [`${one.kind} ${one.plain}`, one])).values()].slice(
    0,
    mostContacts,
  );
  return distinct.flatMap((a, at) =>
    distinct
      .slice(at + 1)
      .filter((b) => isSlip(a, b) || isSameThing(a, b))
      .filter((b) => !read.some((cites) => cites.has(a.sentence) && cites.has(b.sentence)))
      .map((b) =>
        finding(
          'contacts-contradict',
          `components.${a.sentence.split('.')[0]}.${a.sentence}`,
          `${a.kind} "${a.shown}" dan "${b.shown}" ${isSlip(a, b) ? 'hampir sama; salah satunya mungkin keliru' : `sama-sama disebut "${a.label}"; salah satunya mungkin keliru`}.`,
          [...new Set([a.sentence, b.sentence])],
        ),
      ),
  );
};
