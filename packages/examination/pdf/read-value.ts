// Reads one value after the other out of the bytes of a PDF. Strict: what other readers would mend or guess is refused,
// because a signature is worth nothing on a file that two readers show differently.
import { latin1 } from '@layan/domain/document/bytes';
import { hexDigit, isRegular, isWhite } from './characters.ts';
import { readBracketText, readHexText } from './read-text.ts';
import { type PdfValue, UnreadablePdf } from './values.ts';

/** Deeper than any producer nests. */
const DEEPEST = 40;
const LONGEST_WORD = 256;

const code = (sign: string) => sign.charCodeAt(0);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const INTEGER = /^\d{1,10}$/;

export interface ValueReader {
  readonly position: () => number;
  readonly moveTo: (offset: number) => void;
  readonly value: () => PdfValue;
  /** The next word of regular characters; empty when something else stands there. */
  readonly word: () => string;
  readonly integer: () => number;
  /** Takes the word, or answers false and takes nothing. */
  readonly takes: (word: string) => boolean;
}

/** Pays for values that are read, before they are; throws when a file asks for too many. */
export type Spend = (values: number) => void;

/** A text costs as much as values of this length do. */
const COMMON_LENGTH = 64;

/** `spans`: whether positions are positions in the file. */
export function valueReader(
  bytes: Uint8Array,
  from: number,
  spans: boolean,
  spend: Spend = () => {},
): ValueReader {
  let at = from;

  const skip = () => {
    for (;;) {
      while (isWhite(bytes[at])) at += 1;
      if (bytes[at] !== code('%')) return;
      while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
    }
  };

  const word = (): string => {
    skip();
    const start = at;
    while (isRegular(bytes[at]) && at - start <= LONGEST_WORD) at += 1;
    if (at - start > LONGEST_WORD) throw new UnreadablePdf('A word is too long.');
    return latin1(bytes.subarray(start, at));
  };

  const takes = (expected: string): boolean => {
    const before = at;
    if (word() === expected) return true;
    at = before;
    return false;
  };

  const integer = (): number => {
    const text = word();
    if (!INTEGER.test(text)) throw new UnreadablePdf('A whole number was expected.');
    return Number(text);
  };

  /** `#20` in a name is the character of that number. */
  const name = (): string => {
    at += 1;
    const start = at;
    const characters: number[] = [];
    for (let byte = bytes[at]; isRegular(byte); byte = bytes[at]) {
      if (at - start > LONGEST_WORD) throw new UnreadablePdf('A name is too long.');
      const high = byte === code('#') ? hexDigit(bytes[at + 1]) : undefined;
      const low = high === undefined ? undefined : hexDigit(bytes[at + 2]);
      if (high !== undefined && low !== undefined) {
        characters.push(high * 16 + low);
        at += 3;
      } else {
        characters.push(byte);
        at += 1;
      }
    }
    return String.fromCharCode(...characters);
  };

  const text = (): PdfValue => {
    const start = at;
    const { bytes: read, next } =
      bytes[at] === code('(') ? readBracketText(bytes, at + 1) : readHexText(bytes, at + 1);
    at = next;
    spend(Math.floor((next - start) / COMMON_LENGTH));
    return { kind: 'text', bytes: read, ...(spans && { span: { start, end: next } }) };
  };

  const array = (depth: number): PdfValue => {
    at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      skip();
      if (bytes[at] === code(']')) break;
      items.push(valueAt(depth + 1));
    }
    at += 1;
    return { kind: 'array', items };
  };

  const dictionary = (depth: number): PdfValue => {
    at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      skip();
      if (bytes[at] === code('>') && bytes[at + 1] === code('>')) break;
      if (bytes[at] !== code('/')) throw new UnreadablePdf('A dictionary has an entry without a name.');
      const key = name();
      // One reader would take the first, another the last.
      if (entries.has(key)) throw new UnreadablePdf('A dictionary names something twice.');
      entries.set(key, valueAt(depth + 1));
    }
    at += 2;
    return { kind: 'dictionary', entries };
  };

  const referenceFrom = (first: string): PdfValue | undefined => {
    const before = at;
    const generation = INTEGER.test(first) ? word() : '';
    if (INTEGER.test(generation) && takes('R'))
      return { kind: 'reference', number: Number(first), generation: Number(generation) };
    at = before;
    return undefined;
  };

  const plain = (): PdfValue => {
    const read = word();
    if (read === 'true' || read === 'false') return read === 'true';
    if (read === 'null') return null;
    if (!NUMBER.test(read)) throw new UnreadablePdf('Something stands where a value should.');
    return referenceFrom(read) ?? Number(read);
  };

  const valueAt = (depth: number): PdfValue => {
    if (depth > DEEPEST) throw new UnreadablePdf('Values are nested too deeply.');
    spend(1);
    skip();
    switch (bytes[at]) {
      case code('/'):
        return { kind: 'name', name: name() };
      case code('('):
        return text();
      case code('['):
        return array(depth);
      case code('<'):
        return bytes[at + 1] === code('<') ? dictionary(depth) : text();
      default:
        return plain();
    }
  };

  return {
    position: () => at,
    moveTo: (offset) => {
      at = offset;
    },
    value: () => valueAt(0),
    word,
    integer,
    takes,
  };
}
