// One numbered object at its place in the file: it must bear the number the table says, and a stream its exact length.
import { type Spend, type ValueReader, valueReader } from './read-value.ts';
import { entriesOf, type PdfEntries, type PdfValue, UnreadablePdf } from './values.ts';

const LF = 0x0a;
const CR = 0x0d;

const streamAt = (
  bytes: Uint8Array,
  reader: ValueReader,
  entries: PdfEntries,
  length: number | undefined,
): PdfValue => {
  let start = reader.position();
  if (bytes[start] === CR) start += 1;
  if (bytes[start] !== LF) throw new UnreadablePdf('A stream does not begin on a line of its own.');
  start += 1;
  const end = start + (length ?? Number.NaN);
  if (!(end <= bytes.length)) throw new UnreadablePdf('A stream has no length.');
  reader.moveTo(end);
  if (!reader.takes('endstream')) throw new UnreadablePdf('A stream is not as long as it says.');
  return { kind: 'stream', entries, data: bytes.subarray(start, end) };
};

/** @param lengthOf reads a length that may stand elsewhere */
export function readObject(
  bytes: Uint8Array,
  offset: number,
  { number, generation }: { readonly number: number; readonly generation: number },
  lengthOf: (value: PdfValue | undefined) => number | undefined,
  spend?: Spend,
): PdfValue {
  const reader = valueReader(bytes, offset, true, spend);
  const [foundNumber, foundGeneration] = [reader.integer(), reader.integer()];
  if (foundNumber !== number || foundGeneration !== generation || !reader.takes('obj'))
    throw new UnreadablePdf('Another object stands where the table points.');
  const value = reader.value();
  const entries = entriesOf(value);
  const read =
    entries && reader.takes('stream')
      ? streamAt(bytes, reader, entries, lengthOf(entries.get('Length')))
      : value;
  if (!reader.takes('endobj')) throw new UnreadablePdf('An object does not end where it should.');
  return read;
}
