// A hash of a value with everything it refers to, that does not depend on how a program wrote it down: numbers of
// objects, order of entries and packing may differ. Two parts with the same hash show the same.
import { createHash, type Hash } from 'node:crypto';
import type { Pdf } from './open-pdf.ts';
import {
  isKind,
  type PdfArray,
  type PdfDictionary,
  type PdfEntries,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from './values.ts';

type Composite = PdfArray | PdfDictionary | PdfStream;

const DEEPEST = 200;

/** Which kinds of content a page has, for printers of the last century; programs add and drop it. */
const OBSOLETE = 'ProcSet';

/** Says only how a stream is packed. */
const packing: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms', 'DL']);

export interface Digester {
  readonly value: (value: PdfValue | undefined) => string;
  /** Of a dictionary without some of its entries, on its first level. */
  readonly entries: (entries: PdfEntries, without: ReadonlySet<string>) => string;
}

export function digester({ resolve, content }: Pick<Pdf, 'resolve' | 'content'>): Digester {
  const known = new Map<number, string>();
  const open = new Set<number>();

  const writeEntries = (hash: Hash, entries: PdfEntries, without: ReadonlySet<string>, depth: number) => {
    const kept = [...entries]
      .filter(([key, value]) => !without.has(key) && key !== OBSOLETE && resolve(value) !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    hash.update(`dictionary ${kept.length};`);
    for (const [key, value] of kept) {
      hash.update(`${JSON.stringify(key)}:`);
      write(hash, value, depth + 1);
    }
  };

  const writeStream = (hash: Hash, stream: PdfStream, depth: number) => {
    const { data, left, parameters } = content(stream);
    hash.update(`stream ${left.join(' ')} ${data.length};`);
    hash.update(data);
    if (parameters) writeEntries(hash, parameters, new Set(), depth);
    writeEntries(hash, stream.entries, packing, depth);
  };

  const writeParts = (hash: Hash, value: Composite, depth: number): void => {
    if (depth > DEEPEST) throw new UnreadablePdf('Objects are nested too deeply.');
    if (value.kind === 'dictionary') writeEntries(hash, value.entries, new Set(), depth);
    else if (value.kind === 'stream') writeStream(hash, value, depth);
    else {
      hash.update(`array ${value.items.length};`);
      for (const item of value.items) write(hash, item, depth + 1);
    }
  };

  /** A value and a reference to it are the same. */
  const write = (hash: Hash, value: PdfValue | undefined, depth: number): void => {
    const target = resolve(value);
    if (target === null || target === undefined) hash.update('null;');
    else if (typeof target !== 'object') hash.update(`${target};`);
    else if (target.kind === 'name') hash.update(`/${JSON.stringify(target.name)};`);
    else if (target.kind === 'text') hash.update(`text ${target.bytes.length};`).update(target.bytes);
    else if (target.kind === 'reference') throw new UnreadablePdf('A reference leads to a reference.');
    else hash.update(digestOf(target, isKind(value, 'reference') ? value.number : undefined, depth));
  };

  const digestOf = (target: Composite, number: number | undefined, depth: number): string => {
    const before = number === undefined ? undefined : known.get(number);
    if (before !== undefined) return before;
    if (number !== undefined && open.has(number)) return 'again;';
    if (number !== undefined) open.add(number);
    const found = digest((hash) => writeParts(hash, target, depth + 1));
    if (number !== undefined) {
      open.delete(number);
      known.set(number, found);
    }
    return found;
  };

  const digest = (fill: (hash: Hash) => void): string => {
    const hash = createHash('sha256');
    fill(hash);
    return hash.digest('hex');
  };
  return {
    value: (value) => digest((hash) => write(hash, value, 0)),
    entries: (entries, without) => digest((hash) => writeEntries(hash, entries, without, 0)),
  };
}
