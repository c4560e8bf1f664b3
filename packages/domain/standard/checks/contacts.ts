// Addresses and numbers that stand in the text twice, and differ by a slip of the pen.
import { type Finding, finding } from '../finding.ts';
import { sentencesOf } from '../lookup.ts';
import type { Standard } from '../standard.ts';

interface Contact {
  readonly kind: 'Surel' | 'Nomor' | 'Alamat';
  /** As written. */
  readonly shown: string;
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

const contactsIn = (sentence: string, text: string): readonly Contact[] =>
  patterns.flatMap(([kind, pattern, noise]) =>
    [...text.matchAll(pattern)].map(([shown]) => ({
      kind,
      shown: shown.trim(),
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

const isSlip = (a: Contact, b: Contact): boolean => {
  if (a.kind !== b.kind || a.plain === b.plain) return false;
  if (a.kind !== 'Nomor') return distance(a.plain, b.plain, 2) <= 2;
  if (a.plain.length < 8 || areNeighbours(a.plain, b.plain)) return false;
  return distance(a.plain, b.plain, 1) <= 1 || isSwapped(a.plain, b.plain);
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
      .filter((b) => isSlip(a, b))
      .filter((b) => !read.some((cites) => cites.has(a.sentence) && cites.has(b.sentence)))
      .map((b) =>
        finding(
          'contacts-contradict',
          `components.${a.sentence.split('.')[0]}.${a.sentence}`,
          `${a.kind} "${a.shown}" dan "${b.shown}" hampir sama; salah satunya mungkin keliru.`,
          [...new Set([a.sentence, b.sentence])],
        ),
      ),
  );
};
