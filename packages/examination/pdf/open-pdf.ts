// A PDF as its tables say it is: what is found only by searching the bytes is not part of it. Source: ISO 32000-2, 7.5.
import { latin1 } from '@layan/domain/document/bytes';
import { decodeStream } from './decode-stream.ts';
import { readObject } from './read-object.ts';
import { type Place, readTables } from './read-tables.ts';
import { type Spend, valueReader } from './read-value.ts';
import {
  entriesOf,
  integerIn,
  isKind,
  type PdfEntries,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from './values.ts';

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly root: PdfEntries;
  /** What its writer says of it. */
  readonly info: PdfEntries | undefined;
  /** What a reference leads to, and what is no reference itself. Something that is not there is null. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined;
  readonly content: (stream: PdfStream) => ReturnType<typeof decodeStream>;
}

const ENDING = /startxref\s+(\d{1,10})\s+%%EOF\s*$/;
const MOST_OBJECTS = 200_000;
/** All streams of a file together. */
const MOST_CONTENT = 160 * 1024 * 1024;
/** Of one pack; common writers put a hundred objects into each. */
const MOST_PACKED = 16 * 1024 * 1024;
/** Of all that is read of a file; each takes some hundred bytes. */
const MOST_VALUES = 1_000_000;
const BETWEEN_LOOKS = 10_000;

const startOfTables = (bytes: Uint8Array): number => {
  const start = Number(ENDING.exec(latin1(bytes.subarray(-1024)))?.[1] ?? Number.NaN);
  if (!(start < bytes.length)) throw new UnreadablePdf('The end does not say where the tables are.');
  return start;
};

const spending = (isLate: () => boolean): Spend => {
  let spent = 0;
  let looked = 0;
  return (values) => {
    spent += values;
    if (spent > MOST_VALUES) throw new UnreadablePdf('It has too many values.');
    if (spent - looked < BETWEEN_LOOKS) return;
    looked = spent;
    if (isLate()) throw new UnreadablePdf('It takes too long.');
  };
};

/** @throws UnreadablePdf when two readers might read it differently, or it asks for too much */
export function openPdf(bytes: Uint8Array, isLate = () => false): Pdf {
  const spend = spending(isLate);
  const { places, trailer } = readTables(bytes, startOfTables(bytes), spend);
  if (trailer.has('Encrypt')) throw new UnreadablePdf('It is encrypted.');
  if (places.size > MOST_OBJECTS) throw new UnreadablePdf('It has too many objects.');
  const known = new Map<number, PdfValue>();
  const packed = new Map<number, ReadonlyMap<number, PdfValue>>();
  let content = 0;

  const counted = (stream: PdfStream) => {
    const decoded = decodeStream(stream, resolve);
    content += decoded.data.length;
    if (content > MOST_CONTENT) throw new UnreadablePdf('It unpacks to too much.');
    return decoded;
  };

  const packedIn = (container: number): ReadonlyMap<number, PdfValue> => {
    const opened = packed.get(container);
    if (opened) return opened;
    const place = places.get(container);
    if (place?.kind !== 'at') throw new UnreadablePdf('A pack of objects is itself packed.');
    const stream = readObject(bytes, place.offset, { number: container, generation: 0 }, lengthOf, spend);
    if (!isKind(stream, 'stream')) throw new UnreadablePdf('A pack of objects is none.');
    const read = unpack(counted(stream).data, stream.entries, spend);
    packed.set(container, read);
    return read;
  };

  const load = (number: number, generation: number, place: Place | undefined): PdfValue => {
    if (place === undefined || place.kind === 'free') return null;
    if (place.kind === 'packed') return packedIn(place.container).get(number) ?? null;
    return place.generation === generation
      ? readObject(bytes, place.offset, { number, generation }, lengthOf, spend)
      : null;
  };

  const resolve: Pdf['resolve'] = (value) => {
    if (!isKind(value, 'reference')) return value;
    const { number, generation } = value;
    const before = known.get(number);
    const loaded = before === undefined ? load(number, generation, places.get(number)) : before;
    known.set(number, loaded);
    if (isKind(loaded, 'reference')) throw new UnreadablePdf('A reference leads to a reference.');
    return loaded;
  };

  /** The length of a stream may stand elsewhere, as a plain number. */
  const lengthOf = (value: PdfValue | undefined): number | undefined => {
    if (!isKind(value, 'reference')) return integerIn(value);
    const place = places.get(value.number);
    if (place?.kind !== 'at') return undefined;
    const noLength = () => undefined;
    return integerIn(readObject(bytes, place.offset, value, noLength, spend));
  };

  const root = entriesOf(resolve(trailer.get('Root')));
  if (!root) throw new UnreadablePdf('It has no catalogue.');
  return { bytes, root, info: entriesOf(resolve(trailer.get('Info'))), resolve, content: counted };
}

/** Each object behind the one before it: one that many places name would be read for each of them. */
function unpack(data: Uint8Array, entries: PdfEntries, spend: Spend): ReadonlyMap<number, PdfValue> {
  const count = integerIn(entries.get('N')) ?? -1;
  const first = integerIn(entries.get('First')) ?? -1;
  const isPossible = count >= 0 && count <= MOST_OBJECTS && first >= 0 && first <= data.length;
  if (!isPossible || data.length > MOST_PACKED)
    throw new UnreadablePdf('A pack of objects says the impossible.');
  const index = valueReader(data, 0, false);
  const places = Array.from({ length: count }, () => [index.integer(), first + index.integer()] as const);
  const read = new Map<number, PdfValue>();
  let end = first;
  for (const [number, place] of places) {
    if (place < end) throw new UnreadablePdf('Objects of a pack do not stand beside each other.');
    const reader = valueReader(data, place, false, spend);
    read.set(number, reader.value());
    end = reader.position();
  }
  return read;
}
