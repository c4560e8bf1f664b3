// Where the objects of a PDF are, by its tables, the newest first: as lists of lines or packed as streams.
// Source: ISO 32000-2, 7.5.4 to 7.5.8.
import { decodeStream } from './decode-stream.ts';
import { readObject } from './read-object.ts';
import { type Spend, type ValueReader, valueReader } from './read-value.ts';
import {
  entriesOf,
  integerIn,
  isKind,
  nameIn,
  type PdfEntries,
  type PdfStream,
  UnreadablePdf,
} from './values.ts';

export type Place =
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly container: number }
  | { readonly kind: 'free' };

interface Table {
  readonly places: readonly (readonly [number, Place])[];
  readonly trailer: PdfEntries;
}

/** A document that was changed more often is nobody's letter. */
const MOST_TABLES = 60;
const MOST_PLACES = 400_000;

const readLines = (reader: ValueReader): Table => {
  const places: (readonly [number, Place])[] = [];
  while (!reader.takes('trailer')) {
    const [first, count] = [reader.integer(), reader.integer()];
    if (places.length + count > MOST_PLACES) throw new UnreadablePdf('A table is too long.');
    for (let index = 0; index < count; index += 1) {
      const [offset, generation] = [reader.integer(), reader.integer()];
      if (reader.takes('n')) places.push([first + index, { kind: 'at', offset, generation }]);
      else if (reader.takes('f')) places.push([first + index, { kind: 'free' }]);
      else throw new UnreadablePdf('A line of a table says neither used nor free.');
    }
  }
  const trailer = entriesOf(reader.value());
  if (!trailer) throw new UnreadablePdf('A table has no trailer.');
  // A second table beside this one: some readers see it, some do not.
  if (trailer.has('XRefStm')) throw new UnreadablePdf('It is made for two kinds of readers.');
  return { places, trailer };
};

const integersOf = (entries: PdfEntries, key: string): readonly number[] | undefined => {
  const value = entries.get(key);
  if (!isKind(value, 'array')) return undefined;
  const numbers = value.items.map((item) => integerIn(item) ?? -1);
  return numbers.some((number) => number < 0) ? undefined : numbers;
};

const placeOf = (kind: number, second: number, third: number): Place => {
  if (kind === 1) return { kind: 'at', offset: second, generation: third };
  return kind === 2 ? { kind: 'packed', container: second } : { kind: 'free' };
};

const readPacked = (stream: PdfStream): Table => {
  const { entries } = stream;
  const widths = integersOf(entries, 'W');
  const [first = 0, second = 0, third = 0, ...more] = widths ?? [9];
  const width = first + second + third;
  if (!widths || more.length > 0 || Math.max(first, second, third) > 6 || width === 0)
    throw new UnreadablePdf('A packed table has strange columns.');
  const { data, left } = decodeStream(stream, (value) => value);
  const ranges = integersOf(entries, 'Index') ?? [0, integerIn(entries.get('Size')) ?? -1];
  if (left.length > 0 || data.length > MOST_PLACES * width) throw new UnreadablePdf('A table is too long.');
  const numberAt = (at: number, bytes: number) =>
    data.subarray(at, at + bytes).reduce((number, byte) => number * 256 + byte, 0);
  const places: (readonly [number, Place])[] = [];
  let at = 0;
  for (let range = 0; range < ranges.length; range += 2) {
    const [start = 0, count = -1] = ranges.slice(range);
    if (count < 0 || at + count * width > data.length) throw new UnreadablePdf('A packed table is cut off.');
    for (let index = 0; index < count; index += 1, at += width) {
      const kind = first === 0 ? 1 : numberAt(at, first);
      const place = placeOf(kind, numberAt(at + first, second), numberAt(at + first + second, third));
      places.push([start + index, place]);
    }
  }
  return { places, trailer: entries };
};

const readTable = (bytes: Uint8Array, offset: number, spend: Spend): Table => {
  const reader = valueReader(bytes, offset, true, spend);
  if (reader.takes('xref')) return readLines(reader);
  const [number, generation] = [reader.integer(), reader.integer()];
  const stream = readObject(bytes, offset, { number, generation }, integerIn, spend);
  if (!isKind(stream, 'stream') || nameIn(stream.entries.get('Type')) !== 'XRef')
    throw new UnreadablePdf('There is no table where one should be.');
  return readPacked(stream);
};

export function readTables(
  bytes: Uint8Array,
  start: number,
  spend: Spend,
): { readonly places: ReadonlyMap<number, Place>; readonly trailer: PdfEntries } {
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  let trailer: PdfEntries | undefined;
  let read = 0;
  for (let next: number | undefined = start; next !== undefined; ) {
    if (seen.has(next) || seen.size > MOST_TABLES) throw new UnreadablePdf('Its tables have no end.');
    seen.add(next);
    const table = readTable(bytes, next, spend);
    // The newest word counts, also where it says that an object is gone.
    for (const [number, place] of table.places) if (!places.has(number)) places.set(number, place);
    read += table.places.length;
    if (read > MOST_PLACES) throw new UnreadablePdf('Its tables are too long.');
    trailer ??= table.trailer;
    next = integerIn(table.trailer.get('Prev'));
  }
  if (!trailer) throw new UnreadablePdf('It has no table.');
  return { places, trailer };
}
