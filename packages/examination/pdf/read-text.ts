// Strings of a PDF, in brackets or in hexadecimal digits. Source: ISO 32000-2, 7.3.4.
import { hexDigit, isWhite } from './characters.ts';
import { UnreadablePdf } from './values.ts';

export interface ReadText {
  readonly bytes: Uint8Array;
  readonly next: number;
}

/** `at` is behind the opening `<`. */
export const readHexText = (bytes: Uint8Array, at: number): ReadText => {
  const end = bytes.indexOf(0x3e, at);
  if (end < 0) throw new UnreadablePdf('A string does not end.');
  const digits: number[] = [];
  for (let offset = at; offset < end; offset += 1) {
    const digit = hexDigit(bytes[offset]);
    if (digit !== undefined) digits.push(digit);
    else if (!isWhite(bytes[offset])) throw new UnreadablePdf('A string has a digit that is none.');
  }
  const read = Uint8Array.from(
    { length: Math.ceil(digits.length / 2) },
    (_, index) => (digits[2 * index] ?? 0) * 16 + (digits[2 * index + 1] ?? 0),
  );
  return { bytes: read, next: end + 1 };
};

const escapes: ReadonlyMap<number, number> = new Map(
  Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 }).map(([letter, code]) => [letter.charCodeAt(0), code]),
);

const isOctal = (byte: number | undefined): byte is number =>
  byte !== undefined && byte >= 0x30 && byte <= 0x37;

const LF = 0x0a;
const CR = 0x0d;

/** What stands behind a backslash at `at`: a byte, or none for a line that goes on. */
const readEscape = (bytes: Uint8Array, at: number): { byte?: number; next: number } => {
  const sign = bytes[at];
  if (sign === CR) return { next: bytes[at + 1] === LF ? at + 2 : at + 1 };
  if (sign === LF) return { next: at + 1 };
  if (isOctal(sign)) {
    let code = 0;
    let next = at;
    for (let digit = bytes[next]; next < at + 3 && isOctal(digit); digit = bytes[next]) {
      code = code * 8 + digit - 0x30;
      next += 1;
    }
    return { byte: code & 0xff, next };
  }
  const code = sign === undefined ? undefined : (escapes.get(sign) ?? sign);
  return code === undefined ? { next: at + 1 } : { byte: code, next: at + 1 };
};

/** `at` is behind the opening bracket. */
export const readBracketText = (bytes: Uint8Array, at: number): ReadText => {
  const read: number[] = [];
  let open = 1;
  let offset = at;
  while (offset < bytes.length) {
    const byte = bytes[offset] ?? 0;
    offset += 1;
    if (byte === 0x5c) {
      const escaped = readEscape(bytes, offset);
      if (escaped.byte !== undefined) read.push(escaped.byte);
      offset = escaped.next;
      continue;
    }
    if (byte === 0x28) open += 1;
    if (byte === 0x29) open -= 1;
    if (open === 0) return { bytes: Uint8Array.from(read), next: offset };
    if (byte === CR) {
      read.push(LF);
      if (bytes[offset] === LF) offset += 1;
    } else read.push(byte);
  }
  throw new UnreadablePdf('A string does not end.');
};
