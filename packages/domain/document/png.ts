// Walks the chunks of a PNG, verifies each checksum and keeps only what the picture needs. Source: W3C PNG, third edition.
import { err, ok, type Result } from '../kernel/result.ts';
import { joined, latin1, plausibleSize, uint32At } from './bytes.ts';
import type { ScanRejection } from './scan-rejection.ts';

const SIGNATURE_LENGTH = 8;

/** Everything else (texts, time, Exif, animation, private chunks) is dropped. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

export const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};

export const readPng = (bytes: Uint8Array): Result<Uint8Array, ScanRejection> => {
  const parts = [bytes.subarray(0, SIGNATURE_LENGTH)];
  let hasData = false;
  let offset = SIGNATURE_LENGTH;
  while (offset < bytes.length) {
    const length = uint32At(bytes, offset);
    const end = offset + 12 + length;
    if (!(end <= bytes.length)) return err('damaged');
    const type = latin1(bytes.subarray(offset + 4, offset + 8));
    if (crc32(bytes.subarray(offset + 4, end - 4)) !== uint32At(bytes, end - 4)) return err('damaged');
    if (offset === SIGNATURE_LENGTH) {
      const sized = plausibleSize(uint32At(bytes, offset + 8), uint32At(bytes, offset + 12));
      if (type !== 'IHDR' || length !== 13 || !sized) return err('damaged');
    }
    if (kept.has(type)) parts.push(bytes.subarray(offset, end));
    if (type === 'IDAT' && length > 0) hasData = true;
    if (type === 'IEND') return hasData ? ok(joined(parts)) : err('damaged');
    offset = end;
  }
  return err('damaged');
};
