// Walks the segments of a JPEG, keeps what the picture needs and drops the rest (position, camera, comments, thumbnails,
// trailing data). The picture itself is not decoded again, so nothing of it is lost. Source: ITU-T T.81 annex B.
import { err, ok, type Result } from '../kernel/result.ts';
import { byteAt, joined, latin1, plausibleSize, uint16At } from './bytes.ts';
import { orientationOf, orientationSegment } from './exif-orientation.ts';
import type { ScanRejection } from './scan-rejection.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

/** Tables and lengths that decoding needs: Huffman, arithmetic, number of lines, quantization, restart interval. */
const decoding: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdc, 0xdb, 0xdd]);

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** A progressive picture comes in about ten; a small file with thousands keeps who shows it busy for minutes. */
const MOST_SCANS = 100;

/** Profiles of colours and tables of every scan come in some hundred; each costs far more than the four bytes it may have. */
const MOST_SEGMENTS = 5_000;

const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  joined([Uint8Array.of(0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff), payload]);

/**
 * What stays of a segment: of JFIF the density, of Adobe how to read the colours, each without what may hang behind it; the
 * colour profile; tables. Anything else is for programs that we do not know.
 */
const kept = (marker: number, payload: Uint8Array): Uint8Array | undefined => {
  if (isFrame(marker) || decoding.has(marker)) return segment(marker, payload);
  const name = latin1(payload.subarray(0, 12));
  if (marker === APP0 && name.startsWith('JFIF\0') && payload.length >= 14)
    return segment(marker, joined([payload.subarray(0, 12), Uint8Array.of(0, 0)]));
  if (marker === APP14 && name.startsWith('Adobe') && payload.length >= 12)
    return segment(marker, payload.subarray(0, 12));
  return marker === APP2 && name.startsWith('ICC_PROFILE\0') ? segment(marker, payload) : undefined;
};

/** Offset of the first marker after entropy-coded data; stuffed zeros and restarts belong to the data. */
export const endOfData = (bytes: Uint8Array, from: number): number => {
  let offset = from;
  while (offset < bytes.length) {
    const next = bytes.indexOf(0xff, offset);
    if (next < 0) return bytes.length;
    const marker = byteAt(bytes, next + 1);
    if (marker !== 0x00 && marker !== 0xff && !isRestart(marker)) return next;
    offset = marker === 0xff ? next + 1 : next + 2;
  }
  return bytes.length;
};

export const readJpeg = (bytes: Uint8Array): Result<Uint8Array, ScanRejection> => {
  const parts: Uint8Array[] = [];
  let orientation = 1;
  let framed = false;
  let scans = 0;
  let segments = 0;
  let offset = 2;
  while (offset < bytes.length) {
    if (byteAt(bytes, offset) !== 0xff) return err('damaged');
    const marker = byteAt(bytes, offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === EOI) {
      if (!framed || scans === 0) return err('damaged');
      return ok(
        joined([
          Uint8Array.of(0xff, SOI),
          ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
          ...parts,
          Uint8Array.of(0xff, EOI),
        ]),
      );
    }
    segments += 1;
    if (segments > MOST_SEGMENTS) return err('damaged');
    const length = uint16At(bytes, offset + 2);
    const after = offset + 2 + length;
    if (!(length >= 2) || after > bytes.length) return err('damaged');
    const payload = bytes.subarray(offset + 4, after);
    if (isFrame(marker)) {
      if (!plausibleSize(uint16At(payload, 3), uint16At(payload, 1))) return err('damaged');
      framed = true;
    }
    if (marker === APP1) orientation = orientationOf(payload) ?? orientation;
    if (marker === SOS) {
      if (!framed) return err('damaged');
      const end = endOfData(bytes, after);
      if (end - after < 1) return err('damaged');
      scans += 1;
      if (scans > MOST_SCANS) return err('damaged');
      parts.push(bytes.subarray(offset, end));
      offset = end;
      continue;
    }
    const stays = kept(marker, payload);
    if (stays) parts.push(stays);
    offset = after;
  }
  return err('damaged');
};
