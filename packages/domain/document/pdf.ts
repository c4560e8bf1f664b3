// Looks whether a PDF is whole, unencrypted and nothing besides a PDF. Its pages are not interpreted here; it is shown
// by the reader's own viewer under its own type. Source: ISO 32000-2, 7.5.
import { err, ok, type Result } from '../kernel/result.ts';
import { latin1 } from './bytes.ts';
import { actsUnasked } from './pdf-actions.ts';
import { withoutCameraNotes } from './pdf-pictures.ts';
import type { ScanRejection } from './scan-rejection.ts';

const HEADER = /^%PDF-[12]\.\d[ \t]*[\r\n]/;
/** Nothing but white space may follow the last end mark: other formats hide behind it. */
const ENDING = /startxref\s+(\d+)\s+%%EOF[\s\0]*$/;
/** As a table or as a stream; a slightly wrong offset is mended by every viewer, a missing table is not. */
const XREF = /\bxref\b|\/XRef\b/;
const SIGNED = /\/ByteRange\b/;
const ENCRYPTED = /\/Encrypt\b/;
/** What a browser might run when it guesses the type of the file. */
const MARKUP = /<(html|script|svg|!doctype|body|iframe)\b/i;
/**
 * Runs, sends or carries something else than pages. Names this long do not come up by chance, so they are refused wherever
 * they stand: what looks like a stream to us need not be one to a reader.
 */
const ACTIVE =
  /\/(JavaScript|Launch|SubmitForm|ImportData|GoTo[ER]|EmbeddedFiles?|RichMedia|Rendition|Movie)(?!\w)/;
/** Short names come up in compressed data; they count outside of streams. */
const ACTIVE_OUTSIDE = /\/(JS|XFA)\b/;
/**
 * With what must follow it, the one that needs no other name beside it counts within streams too: the mark of a stream may
 * stand in a comment, a text or a place that no reader comes by.
 */
const FORM = /\/XFA[\s\0]*[(<[%\d]/;

export const readPdf = (bytes: Uint8Array): Result<Uint8Array, ScanRejection> => {
  const text = latin1(bytes);
  if (!HEADER.test(text)) return err('unknown-type');
  if (MARKUP.test(text.slice(0, 1024))) return err('unknown-type');
  const ending = ENDING.exec(text.slice(-2048));
  if (ending?.[1] === undefined) return err('damaged');
  if (Number(ending[1]) >= bytes.length || !XREF.test(text)) return err('damaged');
  const spelled = latin1(plainNames(bytes));
  if (ENCRYPTED.test(spelled)) return err('encrypted');
  if (isActive(spelled) || FORM.test(spelled) || ACTIVE_OUTSIDE.test(withoutStreams(spelled)))
    return err('unknown-type');
  // A signature is of all bytes; a letter that somebody signed stays as it came.
  return ok(SIGNED.test(spelled) ? bytes : withoutCameraNotes(bytes, text));
};

/** Whether text, spelled plainly, names something that runs, sends or carries something else than pages. */
export const isActive = (spelled: string): boolean => ACTIVE.test(spelled) || actsUnasked(spelled);

const digits: ReadonlyMap<number, number> = new Map(
  [...'0123456789abcdefABCDEF'].map((sign) => [sign.charCodeAt(0), Number.parseInt(sign, 16)]),
);
const HASH = 0x23;

/**
 * Any character of a name may be written as its number: `/J#53` is `/JS`. In one pass over bytes, because a file may hold
 * nothing else for hundreds of megabytes.
 */
export const plainNames = (bytes: Uint8Array): Uint8Array => {
  const first = bytes.indexOf(HASH);
  if (first < 0) return bytes;
  // A slice of a Buffer would be the same bytes.
  const plain = new Uint8Array(bytes);
  let to = first;
  for (let at = first; at < bytes.length; at += 1, to += 1) {
    const byte = bytes[at] ?? 0;
    const high = byte === HASH ? digits.get(bytes[at + 1] ?? 0) : undefined;
    const low = high === undefined ? undefined : digits.get(bytes[at + 2] ?? 0);
    const isSpelled = high !== undefined && low !== undefined;
    plain[to] = isSpelled ? high * 16 + low : byte;
    if (isSpelled) at += 2;
  }
  return plain.subarray(0, to);
};

/** Compressed data may contain any letters by chance. Found from mark to mark, because a pattern would try every start. */
const withoutStreams = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('stream', from);
    const end = start < 0 ? -1 : text.indexOf('endstream', start + 'stream'.length);
    if (end < 0) return kept.join(' ') + text.slice(from);
    kept.push(text.slice(from, start));
    from = end + 'endstream'.length;
  }
};
