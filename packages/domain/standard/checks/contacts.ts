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
  ['Surel', /[A-Za-z0-9._%+-]{2,60}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,4}/g, /\s/g],
  ['Nomor', /\(?0\d{2,4}\)?[ .-]{0,3}\d{3,4}[ .-]{0,2}\d{2,4}(?:[ .-]{0,2}\d{2,4})?/g, /\D/g],
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

/** Neighbouring lines of one switchboard differ in their last digit; that is no slip. */
const isSlip = (a: Contact, b: Contact): boolean => {
  if (a.kind !== b.kind || a.plain === b.plain) return false;
  if (a.kind !== 'Nomor') return distance(a.plain, b.plain, 2) <= 2;
  const sameStart = a.plain.length === b.plain.length && a.plain.slice(0, -1) === b.plain.slice(0, -1);
  return !sameStart && a.plain.length >= 8 && distance(a.plain, b.plain, 1) <= 1;
};

export const checkContacts = (standard: Standard): readonly Finding[] => {
  const read = standard.readings.map(({ cites }) => new Set(cites));
  const contacts = sentencesOf(standard).flatMap(({ sentence }) => contactsIn(sentence.id, sentence.text));
  const distinct = contacts.filter(
    ({ kind, plain }, at) =>
      contacts.findIndex((other) => other.kind === kind && other.plain === plain) === at,
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
