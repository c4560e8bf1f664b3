// Looks whether a PDF is whole, unencrypted and nothing besides a PDF. Its pages are not interpreted here; it is shown
// by the reader's own viewer under its own type. Source: ISO 32000-2, 7.5.
import { err, ok, type Result } from '../kernel/result.ts';
import { latin1 } from './bytes.ts';
import type { ScanRejection } from './scan-rejection.ts';

const HEADER = /^%PDF-[12]\.\d[ \t]*[\r\n]/;
/** Nothing but white space may follow the last end mark: other formats hide behind it. */
const ENDING = /startxref\s+(\d+)\s+%%EOF[\s\0]*$/;
/** As a table or as a stream; a slightly wrong offset is mended by every viewer, a missing table is not. */
const XREF = /\bxref\b|\/XRef\b/;
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

export const readPdf = (bytes: Uint8Array): Result<Uint8Array, ScanRejection> => {
  const text = latin1(bytes);
  if (!HEADER.test(text)) return err('unknown-type');
  if (MARKUP.test(text.slice(0, 1024))) return err('unknown-type');
  const ending = ENDING.exec(text.slice(-2048));
  if (ending?.[1] === undefined) return err('damaged');
  if (Number(ending[1]) >= bytes.length || !XREF.test(text)) return err('damaged');
  const spelled = plainNames(text);
  if (ENCRYPTED.test(spelled)) return err('encrypted');
  if (isActive(spelled) || ACTIVE_OUTSIDE.test(withoutStreams(spelled))) return err('unknown-type');
  return ok(bytes);
};

/** Whether text, spelled plainly, names something that runs, sends or carries something else than pages. */
export const isActive = (spelled: string): boolean => ACTIVE.test(spelled);

/** Any character of a name may be written as its number: `/J#53` is `/JS`. */
export const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

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
