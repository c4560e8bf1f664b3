// Where the dictionary of each stream begins, as forgiving readers see it: words in its texts and comments are none of its
// marks. A marker of an object may itself stand in a text, so that of several that lead to a stream the first counts.
// Source: ISO 32000-2, 7.2 and 7.3.
import { isRegular, isWhite } from './characters.ts';

/** A dictionary is shorter. */
export const MOST_SAID = 64 * 1024;
/** Of a whole file; honest dictionaries do not lie in each other, and so are looked through once. */
const MOST_LOOKED = 16 * 1024 * 1024;

const code = (sign: string) => sign.charCodeAt(0);
const [OPENS, CLOSES, LIST, LIST_END] = [code('<'), code('>'), code('['), code(']')] as const;
const [TEXT, TEXT_END, ESCAPE, COMMENT, NAME] = ['(', ')', '\\', '%', '/'].map(code);
const [LF, CR] = [0x0a, 0x0d] as const;

interface Open {
  readonly isList: boolean;
  /** A name was said whose value must follow; whatever comes next is taken for it. */
  owes: boolean;
}

const pastText = (bytes: Uint8Array, from: number, to: number): number => {
  let open = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === ESCAPE) at += 1;
    else if (byte === TEXT) open += 1;
    else if (byte === TEXT_END) open -= 1;
    if (open === 0) return at + 1;
  }
  return to;
};

const pastBlanks = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && (isWhite(bytes[at]) || bytes[at] === COMMENT)) {
    if (bytes[at] === COMMENT) while (at < to && bytes[at] !== LF && bytes[at] !== CR) at += 1;
    else at += 1;
  }
  return at;
};

const pastHex = (bytes: Uint8Array, from: number, to: number): number => {
  const length = bytes.subarray(from, to).indexOf(CLOSES);
  return length < 0 ? to : from + length + 1;
};

const pastWord = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from + 1;
  while (at < to && isRegular(bytes[at])) at += 1;
  return at;
};

/** Behind the dictionary, or behind as much as is looked at. */
const pastDictionary = (bytes: Uint8Array, from: number, to: number): number => {
  const open: Open[] = [];
  const takes = () => {
    const last = open.at(-1);
    if (last) last.owes = false;
  };
  for (let at = from; at < to; ) {
    at = pastBlanks(bytes, at, to);
    const byte = bytes[at];
    const isDouble = bytes[at + 1] === byte;
    const last = open.at(-1);
    if (byte === LIST || (byte === OPENS && isDouble)) {
      takes();
      open.push({ isList: byte === LIST, owes: false });
      at += byte === LIST ? 1 : 2;
    } else if (byte === CLOSES && isDouble) {
      at += 2;
      if (last && !last.isList && !last.owes) open.pop();
      else takes();
      if (open.length === 0) return at;
    } else if (byte === LIST_END) {
      at += 1;
      if (last?.isList) open.pop();
      else takes();
    } else if (byte === NAME) {
      if (last && !last.isList) last.owes = !last.owes;
      at = pastWord(bytes, at, to);
    } else {
      takes();
      if (byte === TEXT) at = pastText(bytes, at, to);
      else if (byte === OPENS) at = pastHex(bytes, at, to);
      else at = pastWord(bytes, at, to);
    }
  }
  return to;
};

/** By the place of the word before its data. Undefined where dictionaries lie in each other again and again. */
export const dictionariesOf = (bytes: Uint8Array): ReadonlyMap<number, number> | undefined => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = new Map<number, number>();
  let looked = 0;
  for (let mark = file.indexOf('obj'); mark >= 0; mark = file.indexOf('obj', mark + 3)) {
    const to = Math.min(file.length, mark + MOST_SAID);
    const from = pastBlanks(file, mark + 3, to);
    const isDictionary = file[from] === OPENS && file[from + 1] === OPENS;
    const at = isDictionary ? pastBlanks(file, pastDictionary(file, from, to), to) : from;
    looked += at - mark;
    if (looked > MOST_LOOKED) return undefined;
    if (isDictionary && file.toString('latin1', at, at + 6) === 'stream' && !begins.has(at))
      begins.set(at, from);
  }
  return begins;
};
