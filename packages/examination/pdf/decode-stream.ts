// The content of a stream behind the filters that keep it whole. Filters that only pictures use are left in place.
// Source: ISO 32000-2, 7.4.
import { inflateSync } from 'node:zlib';
import { hexDigit, isWhite } from './characters.ts';
import {
  entriesOf,
  integerIn,
  isKind,
  nameIn,
  type PdfEntries,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from './values.ts';

/** What one stream may become; a small file that claims more is a bomb. */
const MOST_DECODED = 64 * 1024 * 1024;

export interface DecodedStream {
  readonly data: Uint8Array;
  /** Names of the filters that are still on it, outermost first. */
  readonly left: readonly string[];
  /** Parameters of the first of them. */
  readonly parameters?: PdfEntries;
}

type Resolve = (value: PdfValue | undefined) => PdfValue | undefined;

const listOf = (value: PdfValue | undefined): readonly PdfValue[] => {
  if (value === undefined || value === null) return [];
  return isKind(value, 'array') ? value.items : [value];
};

const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
};

/** Rows that were written as differences to their neighbours, as in PNG. */
const withoutPngRows = (data: Uint8Array, pixel: number, row: number): Uint8Array => {
  const rows = Math.ceil(data.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line += 1) {
    const kind = data[line * (row + 1)] ?? 0;
    if (kind > 4) throw new UnreadablePdf('A row is written in an unknown way.');
    for (let column = 0; column < row; column += 1) {
      const target = line * row + column;
      const raw = data[line * (row + 1) + 1 + column] ?? 0;
      const left = column >= pixel ? (out[target - pixel] ?? 0) : 0;
      const above = line > 0 ? (out[target - row] ?? 0) : 0;
      const corner = line > 0 && column >= pixel ? (out[target - row - pixel] ?? 0) : 0;
      const added = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][kind] ?? 0;
      out[target] = (raw + added) & 0xff;
    }
  }
  return out;
};

const unpredicted = (data: Uint8Array, parameters: PdfEntries | undefined): Uint8Array => {
  const number = (key: string, otherwise: number) => integerIn(parameters?.get(key)) ?? otherwise;
  const predictor = number('Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10) throw new UnreadablePdf('A stream is predicted in a way that nobody uses.');
  const bits = number('Colors', 1) * number('BitsPerComponent', 8);
  const columns = number('Columns', 1);
  if (bits < 1 || bits > 64 || columns < 1 || columns > 100_000)
    throw new UnreadablePdf('A stream is predicted impossibly.');
  return withoutPngRows(data, Math.ceil(bits / 8), Math.ceil((bits * columns) / 8));
};

const inflated = (data: Uint8Array): Uint8Array => {
  try {
    return inflateSync(data, { maxOutputLength: MOST_DECODED });
  } catch (cause) {
    throw new UnreadablePdf('A stream cannot be unpacked.', { cause });
  }
};

const fromHex = (data: Uint8Array): Uint8Array => {
  // A list of digits would be many times as large.
  const out = new Uint8Array(Math.ceil(data.length / 2));
  let digits = 0;
  for (const byte of data) {
    if (byte === 0x3e) break;
    const digit = hexDigit(byte);
    if (digit !== undefined) {
      out[digits >> 1] = (out[digits >> 1] ?? 0) + (digits % 2 === 0 ? digit * 16 : digit);
      digits += 1;
    } else if (!isWhite(byte)) throw new UnreadablePdf('A stream has a digit that is none.');
  }
  return out.subarray(0, Math.ceil(digits / 2));
};

export function decodeStream({ data, entries }: PdfStream, resolve: Resolve): DecodedStream {
  const filters = listOf(resolve(entries.get('Filter'))).map((filter) => nameIn(resolve(filter)) ?? '');
  const parameters = listOf(resolve(entries.get('DecodeParms'))).map((one) => entriesOf(resolve(one)));
  if (filters.length > 4) throw new UnreadablePdf('A stream has too many filters.');
  let decoded = data;
  for (const [index, filter] of filters.entries()) {
    const given = parameters[index];
    if (filter === 'FlateDecode') decoded = unpredicted(inflated(decoded), given);
    else if (filter === 'ASCIIHexDecode') decoded = fromHex(decoded);
    else return { data: decoded, left: filters.slice(index), ...(given && { parameters: given }) };
  }
  return { data: decoded, left: [] };
}
