// Takes what a camera noted (place, time, device, comments) out of the JPEG pictures of a PDF: blanked, not cut, so that
// every byte stays where the tables say it is. Pictures that are packed once more keep theirs.
// Source: ITU-T T.81 annex B; ISO 32000-2, 7.4.8.
import { byteAt, uint16At } from './bytes.ts';

const PICTURE = /stream[ \t]*(?:\r\n|\n|\r)(?=\xff\xd8\xff)/g;
const SOS = 0xda;

/** Density, colour profile and how colours are written stay; the rest is for programs that we do not know. */
const isNote = (marker: number): boolean =>
  marker === 0xfe || (marker > 0xe0 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);

/** Up to the picture itself. What is no marker is passed over, as forgiving readers do. */
const blankNotes = (bytes: Uint8Array, start: number, end: number): void => {
  for (let at = start + 2; at < end; ) {
    const marker = byteAt(bytes, at + 1);
    if (byteAt(bytes, at) !== 0xff || !(marker > 0 && marker < 0xff)) {
      at += 1;
      continue;
    }
    const after = at + 2 + uint16At(bytes, at + 2);
    if (marker === SOS || !(after >= at + 4 && after <= end)) return;
    if (isNote(marker)) bytes.fill(0, at + 4, after);
    at = after;
  }
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
    blankNotes(kept, start, seen);
  }
  return kept ?? bytes;
};
