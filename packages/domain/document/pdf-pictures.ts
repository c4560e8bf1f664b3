// Takes what a camera noted (place, time, device, comments) out of the JPEG pictures of a PDF: blanked, not cut, so that
// every byte stays where the tables say it is; and what a phone wrote behind them (a second picture, a film).
// Pictures that are packed once more keep theirs.
// Source: ITU-T T.81 annex B; ISO 32000-2, 7.4.8.
import { byteAt, uint16At } from './bytes.ts';
import { endOfData } from './jpeg.ts';

const PICTURE = /stream[ \t]*(?:\r\n|\n|\r)(?=\xff\xd8\xff)/g;
const SOS = 0xda;
const EOI = 0xd9;

/** Density, colour profile and how colours are written stay; the rest is for programs that we do not know. */
const isNote = (marker: number): boolean =>
  marker === 0xfe || (marker > 0xe0 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);

/** Answers where the picture ends, if it does. What is no marker is passed over, as forgiving readers do. */
const blankNotes = (bytes: Uint8Array, start: number, end: number): number | undefined => {
  let shown = false;
  for (let at = start + 2; at < end; ) {
    const marker = byteAt(bytes, at + 1);
    if (byteAt(bytes, at) !== 0xff || !(marker > 0 && marker < 0xff)) {
      at += 1;
      continue;
    }
    if (marker === EOI && shown) return at + 2;
    const after = at + 2 + uint16At(bytes, at + 2);
    if (!(after >= at + 4 && after <= end)) return undefined;
    if (isNote(marker)) bytes.fill(0, at + 4, after);
    shown ||= marker === SOS;
    at = marker === SOS ? endOfData(bytes.subarray(0, end), after) : after;
  }
  return undefined;
};

/** But the line break before the mark of the end. */
const blankTrailer = (bytes: Uint8Array, from: number, end: number): void => {
  let last = end;
  while (last > from && (byteAt(bytes, last - 1) === 0x0a || byteAt(bytes, last - 1) === 0x0d)) last -= 1;
  bytes.fill(0, from, last);
};

/** `text`: the same bytes as characters. */
export const withoutCameraNotes = (bytes: Uint8Array, text: string): Uint8Array => {
  let kept: Uint8Array | undefined;
  let seen = 0;
  for (const { index, 0: mark } of text.matchAll(PICTURE)) {
    const start = index + mark.length;
    if (start < seen) continue;
    const end = text.indexOf('endstream', start);
    seen = end < 0 ? text.length : end;
    // A slice of a Buffer would be the same bytes.
    kept ??= new Uint8Array(bytes);
    const shown = blankNotes(kept, start, seen);
    // A stream that says no end: what stands behind the picture may be anything.
    const more = shown === undefined ? -1 : text.slice(shown, seen).indexOf('endobj');
    if (shown !== undefined && end >= 0 && more < 0) blankTrailer(kept, shown, end);
  }
  return kept ?? bytes;
};
