// Scans as bytes: small, whole, and with everything in them that must not survive.
import { deflateSync } from 'node:zlib';
import { crc32 } from '@layan/domain/document/png';

const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

const segment = (marker: number, payload: readonly number[]) => [
  0xff,
  marker,
  (payload.length + 2) >> 8,
  (payload.length + 2) & 0xff,
  ...payload,
];

/** Where the picture was taken, in words that a search finds. */
export const POSITION = 'GPS 7.7543S 113.2159E';

const exif = (orientation: number) =>
  segment(0xe1, [
    ...ascii('Exif\0\0MM'),
    0x00,
    0x2a,
    ...[0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
    ...ascii(POSITION),
  ]);

export interface JpegParts {
  readonly orientation?: number;
  readonly width?: number;
  readonly end?: boolean;
  readonly trailer?: string;
}

/** A photo of a phone: density, camera data with position, a comment, colour profile, picture, end. */
export const aJpeg = ({
  orientation = 1,
  width = 16,
  end = true,
  trailer = '',
}: JpegParts = {}): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...exif(orientation),
    ...segment(0xe2, [...ascii('ICC_PROFILE\0'), 1, 1, 7]),
    ...segment(0xed, ascii(`Photoshop 3.0 ${POSITION}`)),
    ...segment(0xfe, ascii('<script>alert(1)</script>')),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, 0, 16, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0, ...Array.from({ length: 16 }, () => 0)]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    ...(end ? [0xff, 0xd9] : []),
    ...ascii(trailer),
  ]);

export const pngChunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

export const pngHeader = (width: number, height: number): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return pngChunk('IHDR', header);
};

const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A real picture of one grey dot, with a text and a position beside it. */
export const aPng = (chunks: readonly Uint8Array[] = []): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      pngSignature,
      pngHeader(1, 1),
      ...chunks,
      pngChunk('tEXt', Buffer.from(`Comment\0${POSITION}`)),
      pngChunk('eXIf', Buffer.from(POSITION)),
      pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
      pngChunk('IEND', new Uint8Array()),
    ]),
  );

/** One empty page. `trailer` goes into the trailer dictionary, `objects` before the table. */
export const aPdf = ({ trailer = '', objects = '', after = '' } = {}): Uint8Array => {
  const head = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';
  const body = `${head}2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${objects}`;
  const table = 'xref\n0 1\n0000000000 65535 f \n';
  const end = `trailer\n<< /Size 3 /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(`${body}${table}${end}${after}`, 'latin1'));
};
