// What a scan may be, and the one entry that decides: by content only, never by name or declared type.
import { err, ok, type Result } from '../kernel/result.ts';
import { readJpeg } from './jpeg.ts';
import { readPdf } from './pdf.ts';
import { readPng } from './png.ts';
import type { ScanRejection } from './scan-rejection.ts';

export const maxScanBytes = 8 * 1024 * 1024;

/** A decree of many pages, signed or scanned. */
export const maxSignedBytes = 10 * 1024 * 1024;

export interface Scan {
  readonly contentType: 'image/jpeg' | 'image/png' | 'application/pdf';
  /** What may be kept: without position, camera data, comments and anything behind the end. */
  readonly bytes: Uint8Array;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const jpegSignature = [0xff, 0xd8, 0xff];
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pdfSignature = [0x25, 0x50, 0x44, 0x46, 0x2d];

export const readScan = (bytes: Uint8Array, atMost = maxScanBytes): Result<Scan, ScanRejection> => {
  if (bytes.length === 0) return err('empty');
  if (bytes.length > atMost) return err('too-large');
  if (startsWith(bytes, jpegSignature)) return asScan('image/jpeg', readJpeg(bytes));
  if (startsWith(bytes, pngSignature)) return asScan('image/png', readPng(bytes));
  if (startsWith(bytes, pdfSignature)) return asScan('application/pdf', readPdf(bytes));
  return err('unknown-type');
};

const asScan = (
  contentType: Scan['contentType'],
  read: Result<Uint8Array, ScanRejection>,
): Result<Scan, ScanRejection> => (read.ok ? ok({ contentType, bytes: read.value }) : read);
