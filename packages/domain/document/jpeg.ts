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
const COM = 0xfe;

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isApplication = (marker: number) => marker >= APP0 && marker <= 0xef;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** JFIF says density, ICC and Adobe say how to read the colours. */
const keeps = (marker: number, payload: Uint8Array): boolean => {
  if (marker === COM) return false;
  if (!isApplication(marker)) return true;
  const name = latin1(payload.subarray(0, 12));
  return (
    (marker === APP0 && name.startsWith('JFIF\0')) ||
    (marker === APP2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === APP14 && name.startsWith('Adobe'))
  );
};

/** Offset of the first marker after entropy-coded data; stuffed zeros and restarts belong to the data. */
const endOfData = (bytes: Uint8Array, from: number): number => {
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
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let framed = false;
  let scanned = false;
  let offset = 2;
  while (offset < bytes.length) {
    if (byteAt(bytes, offset) !== 0xff) return err('damaged');
    const marker = byteAt(bytes, offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === EOI) {
      if (!framed || !scanned) return err('damaged');
      return ok(
        joined([
          Uint8Array.of(0xff, SOI),
          ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
          ...kept,
          Uint8Array.of(0xff, EOI),
        ]),
      );
    }
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
      scanned = true;
      kept.push(bytes.subarray(offset, end));
      offset = end;
      continue;
    }
    if (keeps(marker, payload)) kept.push(bytes.subarray(offset, after));
    offset = after;
  }
  return err('damaged');
};
