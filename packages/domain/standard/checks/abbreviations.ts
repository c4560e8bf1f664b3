// Abbreviations of the official text that a stranger to the agency could not resolve.
import { type Finding, finding } from '../finding.ts';
import type { Standard } from '../standard.ts';

/** Known to everybody, or names of their own. */
const known = new Set(
  `KTP NIK KK RT RW HP WA SMS MMS FB IG ID AC TV PC CCTV ATM PIN QR PDF JPG USB URL NB
   UU PP PERPRES PERDA PERWALI SK SOP WIB WITA WIT SP4N LAPOR BPJS KIS JKN NPWP SIM STNK BPKB
   SD SMP SMA SMK SLTP SLTA MI MTS MA S1 S2 S3 D1 D2 D3 D4 PNS ASN TNI POLRI RI DKI DIY
   TUTUP BUKA GRATIS TIDAK DAN ATAU UNTUK YANG WAJIB NO NIP LINK HARI JAM POS NOMOR`.split(/\s+/),
);

const connectors = new Set(['dan', 'atau', 'untuk', 'di', 'ke', 'dari', 'pada', 'yang', 'dan/atau']);

const capitals = /(?<![\w@./-])[A-Z][A-Z0-9]{1,5}(?:-[A-Z0-9]{1,6})*(?![\w@./]|-\w)/g;

const shouting = /\b[A-Z]{2,}(?:[ ]+[A-Z]{2,})+\b/g;

/** Words in capitals in a row, three or with a long one, are a heading or a name: what can be spoken there is a word. */
const shoutedIn = (text: string): readonly (readonly [from: number, to: number])[] =>
  [...text.matchAll(shouting)]
    .filter(([run]) => {
      const words = run.split(/ +/);
      return words.length >= 3 || words.some(({ length }) => length >= 7);
    })
    .map(({ 0: run, index }) => [index, index + run.length]);

const canBeSpoken = (token: string): boolean =>
  token.length >= 3 && /[AIUEO]/.test(token) && !/\d/.test(token);

const abbreviationsIn = (text: string): readonly string[] => {
  const shouted = shoutedIn(text);
  return [...text.matchAll(capitals)]
    .filter(({ 0: token, index }) => {
      const isWord = canBeSpoken(token) && shouted.some(([from, to]) => from <= index && index < to);
      return !/^[IVXLC]+$/.test(token) && !isWord;
    })
    .map(([token]) => token);
};

/** The first letters of words that begin with a capital, in order; other words but connectors break the row. */
const initialsOf = (text: string): string =>
  text
    .split(/[^A-Za-z/]+/)
    .filter((word) => word !== '' && !connectors.has(word.toLowerCase()))
    .map((word) => (/^[A-Z][a-z]/.test(word) ? word.charAt(0) : '.'))
    .join('');

/** Everything that may explain an abbreviation: the text, what we say about it, and the names of the elements. */
const explanations = (standard: Standard): readonly string[] => {
  const { components, readings, process, sources } = standard;
  return [
    standard.title,
    standard.shortTitle,
    standard.summary,
    ...sources.flatMap(({ title, note }) => [title, note ?? '']),
    ...components.flatMap(({ title, sentences, alternates }) => [
      title,
      ...[...sentences, ...(alternates ?? [])].map(({ text }) => text),
    ]),
    ...readings.flatMap(({ statement, why }) => [statement, why]),
    ...[...process.roles, ...process.facts, ...process.products, ...process.requirements].map(
      ({ label }) => label,
    ),
  ];
};

/** "Data Terpadu (DTKS)", "DTKS (Data Terpadu)", "DTKS adalah": what stands beside an abbreviation explains it. */
const isExplainedAt = (text: string, at: number, length: number): boolean => {
  const before = text.slice(Math.max(0, at - 60), at);
  const after = text.slice(at + length, at + length + 30);
  return (
    /[A-Za-z]+ +[A-Za-z][\w./-]* *\((?:disingkat |selanjutnya disebut )?$/.test(before) ||
    /^ *\([A-Z][a-z]/.test(after) ||
    /^"? +(?:adalah|berarti|dibaca|singkatan|ialah)\b/.test(after)
  );
};

const explainer = (standard: Standard): ((token: string) => boolean) => {
  const texts = explanations(standard);
  const initials = texts.map(initialsOf).join(' ');
  const explained = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(capitals)]
        .filter(({ 0: token, index }) => isExplainedAt(text, index, token.length))
        .flatMap(([token]) => [token, ...token.split('-')]),
    ),
  );
  return (token) =>
    explained.has(token) || (token.length > 2 && initials.includes(token.replaceAll('-', '')));
};

/** More of them teach nothing. */
const most = 30;

export const checkAbbreviations = (standard: Standard): readonly Finding[] => {
  const sentences = standard.components.flatMap((component) => component.sentences);
  const isExplained = explainer(standard);
  const open = new Map<string, Set<string>>();
  for (const { id, text } of sentences) {
    if (open.size === most) break;
    for (const token of abbreviationsIn(text)) {
      const parts = token.split('-');
      if (known.has(token) || parts.every((part) => known.has(part)) || isExplained(token)) continue;
      if (open.size < most) open.set(token, (open.get(token) ?? new Set()).add(id));
    }
  }
  if (open.size === 0) return [];
  const cites = [...new Set([...open.values()].flatMap((ids) => [...ids]))];
  const message = `Singkatan ini tidak dijelaskan di mana pun: ${[...open.keys()].join(', ')}${open.size === most ? ', dan lainnya' : ''}.`;
  return [finding('abbreviation-undefined', 'components', message, cites)];
};
