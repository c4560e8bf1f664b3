// The one thing of a photo's camera data that must survive: which way is up. Source: CIPA DC-008 (Exif 2.32), tag 0x0112.
import { byteAt, latin1, uint16At, uint32At } from './bytes.ts';

const HEADER = 'Exif\0\0';
const ORIENTATION = 0x0112;

/** Orientation 1-8 in the payload of an APP1 segment, if it says so. */
export const orientationOf = (payload: Uint8Array): number | undefined => {
  if (latin1(payload.subarray(0, 6)) !== HEADER) return undefined;
  const tiff = payload.subarray(6);
  const littleEndian = byteAt(tiff, 0) === 0x49;
  const directory = uint32At(tiff, 4, littleEndian);
  const entries = uint16At(tiff, directory, littleEndian);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (uint16At(tiff, at, littleEndian) !== ORIENTATION) continue;
    const value = uint16At(tiff, at + 8, littleEndian);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
};

/** A complete APP1 segment that says the orientation and nothing else. */
export const orientationSegment = (orientation: number): Uint8Array => {
  const tiff = [0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const payload = [...HEADER].map((character) => character.charCodeAt(0)).concat(tiff, [0, 0, 0, 0]);
  return Uint8Array.of(0xff, 0xe1, 0, payload.length + 2, ...payload);
};
