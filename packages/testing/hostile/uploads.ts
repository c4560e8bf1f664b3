// Files that somebody might send instead of a photo of a card: each made here, none brought from elsewhere.
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import type { ScanRejection } from '@layan/domain/document/scan-rejection';
import { aJpeg, aPdf, aPng, POSITION, pngChunk, pngHeader } from '../builders/scans.ts';
import { packedPdf, plainPdf, predicted } from './whole-pdfs.ts';

interface HostileUpload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How it is refused; or what must be gone from what is kept. */
  readonly refused?: ScanRejection;
  readonly without?: readonly string[];
}

const text = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'latin1'));
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const SCRIPT = '<script>alert(document.cookie)</script>';

/** The text by which programs against viruses are tried; harmless in itself. Written in two parts, so that this file is not one. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const zip = `PK\x03\x04\x14\0\0\0\0\0${'\0'.repeat(16)}a.htmlPK\x05\x06${'\0'.repeat(18)}`;

/** A stream of a PDF, with what its dictionary says. */
export const pdfStream = (number: number, entries: string, data: Uint8Array | string): string => {
  const held = typeof data === 'string' ? data : latin(data);
  return `${number} 0 obj\n<< ${entries} /Length ${held.length} >>\nstream\n${held}\nendstream\nendobj\n`;
};

const objects = (content: string): string => {
  const index = '7 0 ';
  return `${index}${content}`;
};
const packed = (content: string): Uint8Array => deflateSync(Buffer.from(objects(content), 'latin1'));
const pack = (entries: string, data: Uint8Array | string): Uint8Array =>
  aPdf({ objects: pdfStream(6, `/Type /ObjStm /N 1 /First 4 ${entries}`, data) });

const IN_LZW = '\x80\x0b\x60\x50\x22\x0c';

/** What is looked at at once ends some hundred bytes behind the beginning of this entry. */
const overTwoPieces = (entry: string): Uint8Array => {
  const before = '7 0 << /T ()';
  const filled = 'x'.repeat(1024 * 1024 - before.length - 580);
  const content = `7 0 << /T (${filled})${entry} >>`;
  return pack('/Filter /FlateDecode', deflateSync(Buffer.from(content, 'latin1')));
};

const script = '<< /Type /Action /S /JavaScript /JS (app.alert(1)) >>';
const toAddress = '<< /S /URI /URI (https://jahat.example) >>';
const opening = (action: string) => ({
  objects: [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction 3 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    action,
  ],
});
const hex = (bytes: Uint8Array): string => `${Buffer.from(bytes).toString('hex')}>`;

const in85 = (bytes: Uint8Array): string => {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.alloc(4);
    group.set(bytes.subarray(at, at + 4));
    let value = group.readUInt32BE();
    const signs: string[] = [];
    for (let digit = 0; digit < 5; digit += 1) {
      signs.unshift(String.fromCharCode(33 + (value % 85)));
      value = Math.floor(value / 85);
    }
    out.push(signs.slice(0, Math.min(4, bytes.length - at) + 1).join(''));
  }
  return `${out.join('')}~>`;
};

/** Deflated zeros, one megabyte after the other, in a kilobyte each. */
export const bomb = (megabytes: number): Uint8Array => {
  const zeros = Buffer.alloc(1024 * 1024);
  const one = deflateRawSync(zeros, { finishFlush: constants.Z_FULL_FLUSH });
  return joined(Uint8Array.of(0x78, 0x9c), ...Array.from({ length: megabytes }, () => one), text('\x03\0'));
};

/** A pack of objects with nothing in it but these letters again and again, so many megabytes of them, so many times. */
export const packsOf = (letters: string, megabytes: number, times: number): Uint8Array => {
  const data = deflateSync(Buffer.concat([text('1 0 '), Buffer.alloc(megabytes * 1024 * 1024, letters)]), {
    level: 9,
  });
  return aPdf({
    objects: pdfStream(6, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', data).repeat(times),
  });
};

/** A JPEG that says it is this large. */
const jpegOf = (width: number, height: number): Uint8Array => {
  const bytes = Uint8Array.from(aJpeg());
  const frame = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0, 0, 11]));
  bytes.set([height >> 8, height & 0xff, width >> 8, width & 0xff], frame + 5);
  return bytes;
};

const behindHead = (bytes: Uint8Array, segment: string): Uint8Array =>
  joined(bytes.subarray(0, 2), text(segment), bytes.subarray(2));

const segmentOf = (marker: string, payload: string): string =>
  `\xff${marker}${String.fromCharCode((payload.length + 2) >> 8, (payload.length + 2) & 0xff)}${payload}`;

const XMP =
  'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>7,45.26S</exif:GPSLatitude></x:xmpmeta>';
const IPTC = 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x5a\0\x0bProbolinggo';

const refused = (
  refusal: ScanRejection,
  files: Readonly<Record<string, Uint8Array>>,
): readonly HostileUpload[] =>
  Object.entries(files).map(([name, bytes]) => ({ name, bytes, refused: refusal }));

const notPictures = refused('unknown-type', {
  'an SVG with a script': text(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
  'an SVG behind a mark of its encoding': text(`\xef\xbb\xbf<?xml version="1.0"?><svg>${SCRIPT}</svg>`),
  'an SVG packed as SVGZ': text(`\x1f\x8b\x08${'\0'.repeat(20)}`),
  'a web page': text(`<!doctype html><body>${SCRIPT}</body>`),
  'a web page saved whole (MHTML)': text(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n${SCRIPT}`,
  ),
  'a web page behind blanks': text(`${' '.repeat(600)}<html>${SCRIPT}</html>`),
  'XML that transforms into a page': text('<?xml-stylesheet type="text/xsl" href="#a"?><a/>'),
  'a GIF that is a script': text(`GIF89a/*\x01\0\x01\0*/=1;alert(1)`),
  'a WebP': text('RIFF\x1a\0\0\0WEBPVP8 '),
  'a bitmap': text('BM\x1e\0\0\0'),
  'a TIFF': text('II*\0\x08\0\0\0'),
  'a HEIC photo': text('\0\0\0\x18ftypheic\0\0\0\0'),
  'a program for Windows': text('MZ\x90\0\x03'),
  'a program for Linux': text('\x7fELF\x02\x01'),
  'a script for a shell': text('#!/bin/sh\nrm -rf /\n'),
  'an archive': text(zip),
  'an office document': text(zip.replace('a.html', '[Conte')),
  'a bomb of an archive': joined(text(zip.slice(0, 30)), bomb(4)),
  PostScript: text('%!PS-Adobe-3.0\n'),
  'the text that tries programs against viruses': text(eicar),
  'a JPEG by its name only': text('foto-ktp.jpg'),
  'two bytes of a JPEG': Uint8Array.of(0xff, 0xd8),
  'a PDF behind a web page': joined(text(`<html>${SCRIPT}</html>\n`), aPdf()),
  'a PDF behind an archive': joined(text(zip), aPdf()),
  'a PDF with a web page behind it': aPdf({ after: `<html>${SCRIPT}</html>` }),
});

const broken = refused('damaged', {
  'a web page with the first bytes of a JPEG': text(`\xff\xd8\xff\xe0<html>${SCRIPT}</html>`),
  'a web page with the first bytes of a PNG': text(`\x89PNG\r\n\x1a\n<html>${SCRIPT}</html>`),
  'a web page in a segment of a JPEG without a picture': text(
    `\xff\xd8${segmentOf('\xfe', `<html>${SCRIPT}`)}\xff\xd9`,
  ),
  'a JPEG that claims a wall of pixels': jpegOf(60_000, 60_000),
  'a JPEG that claims no height': jpegOf(16, 0),
  'a JPEG with a thousand scans': text(
    latin(aJpeg()).replace(
      /(\xff\xda\0[\s\S]*)\xff\xd9$/,
      (_all, scan: string) => `${scan.repeat(1000)}\xff\xd9`,
    ),
  ),
  'a JPEG with ten thousand tables': behindHead(aJpeg(), segmentOf('\xc4', '').repeat(10_000)),
  'a JPEG cut off': aJpeg().subarray(0, -2),
  'a PNG that claims a wall of pixels': joined(
    aPng().subarray(0, 8),
    pngHeader(60_000, 60_000),
    aPng().subarray(33),
  ),
  'a PNG with a wrong sum': aPng().map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
  'a PNG cut off': aPng().subarray(0, -1),
  'a PDF cut off': aPdf().subarray(0, -20),
  'a PDF with an archive behind it': aPdf({ after: zip }),
  'a PDF with the text that tries programs against viruses behind it': aPdf({ after: eicar }),
  'a PDF with a stream that unpacks to a gigabyte': aPdf({
    objects: pdfStream(5, '/Filter /FlateDecode', bomb(1024)),
  }),
  'a PDF with a stream packed over and over': aPdf({
    objects: pdfStream(
      5,
      '/Filter [/FlateDecode /FlateDecode /FlateDecode /FlateDecode /FlateDecode]',
      [1, 2, 3, 4].reduce((inner) => deflateSync(inner), deflateSync(Buffer.alloc(2_000_000))),
    ),
  }),
  'a PDF with a stream that unpacks to one that unpacks to a gigabyte': aPdf({
    objects: pdfStream(5, '/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb(1024))),
  }),
  'a PDF with a pack of objects that breaks off in what no reader can unpack': pack(
    '/Filter /FlateDecode',
    joined(packed(script).subarray(0, 30), text('\xff\xff\xff\xff\xff')),
  ),
  'a PDF with a pack of names that are spelled by numbers of letters': packsOf('#41', 1, 1),
  'a PDF with packs of nothing but names': packsOf('/', 10, 57),
  'a PDF with dictionaries in dictionaries without an end': aPdf({
    objects: `6 0 obj\n${'<< /A 1 0 obj '.repeat(100_000)}\n`,
  }),
  'a PDF with a hundred thousand streams': aPdf({
    objects: 'stream\n\x78\x9c\x03\0\0\0\0\x01\nendstream\nendobj\n'.repeat(100_000),
  }),
  'a PDF with nothing but beginnings of streams': aPdf({ objects: 'stream\n'.repeat(20_000) }),
});

const activePdfs = refused('unknown-type', {
  'a PDF that is a web page as well': aPdf({ objects: `% <html>${SCRIPT}\n` }),
  'a PDF with a script': aPdf({ objects: `3 0 obj\n${script}\nendobj\n` }),
  'a PDF that starts a program': aPdf({ objects: '3 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n' }),
  'a PDF that opens a file of another computer': aPdf({
    objects: '3 0 obj\n<< /S /GoToR /F (\\\\\\\\jahat\\\\a.pdf) >>\nendobj\n',
  }),
  'a PDF that sends what is filled in': aPdf({
    objects: '3 0 obj\n<< /S /SubmitForm /F (http://a) >>\nendobj\n',
  }),
  'a PDF that carries a file': aPdf({ objects: pdfStream(3, '/Type /EmbeddedFile', eicar) }),
  'a PDF with a form of XFA': aPdf({ objects: '3 0 obj\n<< /XFA 5 0 R >>\nendobj\n' }),
  'a PDF with a film': aPdf({ objects: '3 0 obj\n<< /Subtype /Movie >>\nendobj\n' }),
  'a PDF with a script in a pack of objects': pack('/Filter /FlateDecode', packed(script)),
  'a PDF with a script in a pack, by numbers of letters': pack(
    '/Filter /FlateDecode',
    packed('<< /S /J#61va#53cript /J#53 7 0 R >>'),
  ),
  'a PDF with a launch in a pack': pack('/Filter /FlateDecode', packed('<< /S /Launch /F (a.exe) >>')),
  'a PDF with XFA in a pack': pack('/Filter /FlateDecode', packed('<< /XFA [ (a) 9 0 R ] >>')),
  'a PDF with files in a pack': pack('/Filter /FlateDecode', packed('<< /EmbeddedFiles 9 0 R >>')),
  'a PDF with a script in a pack that does not say what it is': aPdf({
    objects: pdfStream(6, '/N 1 /First 4 /Filter /FlateDecode', packed(script)),
  }),
  'a PDF with a script in a pack that calls itself a picture': aPdf({
    objects: pdfStream(6, '/Type /XObject /Subtype /Image /Filter /FlateDecode', packed(script)),
  }),
  'a PDF with a script in a pack behind a long blank': pack(
    '/Filter /FlateDecode',
    deflateSync(Buffer.from(' '.repeat(300_000) + objects(script))),
  ),
  'a PDF with a script in a pack behind a long comment': pack(
    '/Filter /FlateDecode',
    deflateSync(Buffer.from(`%${'x'.repeat(300_000)}\n${objects(script)}`)),
  ),
  'a PDF with a script far into a pack': pack(
    '/Filter /FlateDecode',
    packed(`${'<< /A (b) >> '.repeat(200_000)}${script}`),
  ),
  'a PDF with a script in a pack whose end was cut': pack(
    '/Filter /FlateDecode',
    packed(script).subarray(0, -4),
  ),
  'a PDF with a script in a pack that holds the word of its end': pack(
    '/Filter /FlateDecode',
    deflateSync(Buffer.from(objects(`(endstream endobj) ${script}`)), { level: 0 }),
  ),
  'a PDF with a script in a pack packed twice': pack(
    '/Filter [/FlateDecode /FlateDecode]',
    deflateSync(packed(script)),
  ),
  'a PDF with a script in a pack written as digits': pack(
    '/Filter [/ASCIIHexDecode /FlateDecode]',
    hex(packed(script)),
  ),
  'a PDF with a script in a pack written as letters': pack(
    '/Filter [/ASCII85Decode /FlateDecode]',
    in85(packed(script)),
  ),
  'a PDF with a script in a pack that is only written as letters': pack(
    '/Filter /A85',
    in85(Buffer.from(objects(script))),
  ),
  'a PDF with a pack in a packing that few know': pack('/Filter /LZWDecode', IN_LZW),
  ...Object.fromEntries(
    [1, 3, 7].map((columns) => [
      `a PDF that opens an address by itself, from a pack of rows, ${columns} to the row`,
      packedPdf({ ...opening(toAddress), pack: predicted(columns, 0) }),
    ]),
  ),
  'a PDF that opens an address by itself, from a pack of rows that does not say what it is': packedPdf({
    ...opening(toAddress),
    pack: predicted(3, 0),
    type: '',
  }),
  ...Object.fromEntries(
    Object.entries({
      'the word of an end in a comment': '%endstream\n',
      'an end in a comment of old lines': '%endstream\r',
      'the end of an object in a text': '/X (endstream\nendobj\n7 0 obj << ()) ',
      'a stream in a comment': '%stream\n',
      'an end in a text behind a list that closes too much': '/X [ >> >> ] (endstream\nendobj) ',
      'an end in a text behind a value that is none': '/X >> /Y (endstream\nendobj) ',
    }).map(([what, behind]) => [
      `a PDF that opens an address by itself, from a pack of rows that says so before ${what}`,
      packedPdf({ ...opening(toAddress), pack: predicted(3), behind }),
    ]),
  ),
  'a PDF that opens an address by itself, from a pack of rows that hides what it is': packedPdf({
    ...opening(toAddress),
    pack: predicted(3),
    type: '',
    behind: '%obj\n',
  }),
  ...Object.fromEntries(
    Object.entries({
      'a comment': '%endstream\n',
      'a text': '/X (endstream\nendobj) ',
    }).map(([what, behind]) => [
      `a PDF with a pack in a packing that few know, which hides behind ${what} what it is`,
      pack(`${behind} /Filter /LZWDecode`, IN_LZW),
    ]),
  ),
  'a PDF with a pack in a packing that few know, which is no object': aPdf({
    objects: pdfStream(6, '/Type /ObjStm %endstream\n /Filter /LZWDecode', IN_LZW).replace('6 0 obj', 'null'),
  }),
  'a PDF with a pack of rows whose parameters stand elsewhere': pack(
    '/Filter /FlateDecode /DecodeParms 9 0 R',
    packed('<< /Type /Page >>'),
  ),
  'a PDF with a form of XFA behind a stream that is a comment': plainPdf([
    '% stream x',
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 3 0 R >> >>\nendobj',
    '% endstream',
  ]),
  'a PDF with a form of XFA behind a stream that is a text': plainPdf([
    '1 0 obj\n<< /Type /Catalog /A (>>\nstream\n) /Pages 2 0 R /AcroForm << /XFA [ 3 0 R ] >> >>\nendobj',
    '% endstream',
  ]),
  'a PDF that opens an address by itself': plainPdf([
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (https://jahat.example) >> >>\nendobj',
  ]),
  'a PDF that opens an address by itself, from elsewhere in the file': plainPdf([
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction 3 0 R >>\nendobj',
    '3 0 obj\n<< /S /URI /URI (https://jahat.example) >>\nendobj',
  ]),
  'a PDF that opens an address after it went to a page': plainPdf([
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /GoTo /D [ 2 0 R /Fit ] /Next 3 0 R >> >>\nendobj',
    '3 0 obj\n<< /S /URI /URI (https://jahat.example) >>\nendobj',
  ]),
  'a PDF that opens an address by itself, from a pack': packedPdf(opening(toAddress)),
  'a PDF that prints itself': packedPdf(opening('<< /S /Named /N /Print >>')),
  'a PDF whose opening cannot be read for certain': aPdf({
    objects: '1 0 obj\n<< /OpenAction 3 0 R >>\nendobj\n',
  }),
  'a PDF that opens an address when its page is shown': aPdf({
    objects: '3 0 obj\n<< /Type /Page /AA << /O << /S /URI /URI (https://a) >> >> >>\nendobj\n',
  }),
  'a PDF that acts when its page is shown, from elsewhere': aPdf({
    objects: '3 0 obj\n<< /Type /Page /A#41 % of the page\n 4 0 R >>\nendobj\n',
  }),
  'a PDF that acts when its page is shown, behind blanks': aPdf({
    objects: `3 0 obj\n<< /Type /Page /AA${' '.repeat(100)}4 0 R >>\nendobj\n`,
  }),
  'a PDF that acts when its page is shown, behind comments': aPdf({
    objects: `3 0 obj\n<< /Type /Page /AA${'%\n'.repeat(50)}null >>\nendobj\n`,
  }),
  'a PDF that acts when its page is shown, from a pack': pack(
    '/Filter /FlateDecode',
    packed('<< /Type /Page /AA << /C 9 0 R >> >>'),
  ),
  ...Object.fromEntries(
    Object.entries({
      'a form of XFA': `/XFA${' '.repeat(600)}12 0 R`,
      'what is done unasked': `/AA${' '.repeat(600)}5 0 R`,
      'what is done unasked, behind its number': `/AA 5${' '.repeat(600)}0 R`,
      'what is done unasked, behind both its numbers': `/AA 5 0${' '.repeat(600)}R`,
      'what is done unasked, in a long number': `/AA ${'0'.repeat(600)}5 0 R`,
      'what is done unasked, behind a long comment': `/AA %${'x'.repeat(568)}\n${' '.repeat(10)}5 0 R`,
    }).map(([what, entry]) => [`a PDF with ${what}, over two pieces of a pack`, overTwoPieces(entry)]),
  ),
  'a PDF with a pack of rows that are differences': pack(
    '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>',
    deflateSync(Buffer.from(`\x02${objects(script)}`)),
  ),
});

const encryptedPdfs = refused('encrypted', {
  'a PDF with a password': aPdf({ trailer: '/Encrypt 5 0 R' }),
  'a PDF with a password, by numbers of letters': aPdf({ trailer: '/Enc#72ypt 5 0 R' }),
  'a PDF with a password behind a comment': aPdf({ trailer: '/Encrypt%\n5 0 R' }),
});

/** Behind the first kilobyte, where a web page would count as the file itself. */
const photoPdf = (entries = '', photo = latin(aJpeg())): Uint8Array =>
  aPdf({
    objects: `%${'x'.repeat(1024)}\n${pdfStream(5, `/Subtype /Image /Filter /DCTDecode ${entries}`, photo)}`,
  });

/** What is kept, without what somebody put beside them. */
const carriers: readonly HostileUpload[] = [
  {
    name: 'a JPEG with a web page in its comment and behind its end',
    bytes: aJpeg({ trailer: `<html>${SCRIPT}</html>` }),
    without: ['<html', '<script'],
  },
  {
    name: 'a JPEG with an archive behind it',
    bytes: aJpeg({ trailer: zip }),
    without: ['PK\x03\x04', 'PK\x05\x06'],
  },
  { name: 'a JPEG with a virus behind it', bytes: aJpeg({ trailer: eicar }), without: ['EICAR'] },
  {
    name: 'a JPEG with a web page where its density is said',
    bytes: behindHead(aJpeg(), segmentOf('\xe0', `JFIF\0\x01\x01\0\0\x01\0\x01\0\0<html>${SCRIPT}`)),
    without: ['<html', '<script'],
  },
  {
    name: 'a JPEG with a web page where its colours are said',
    bytes: behindHead(aJpeg(), segmentOf('\xee', `Adobe\0d\0\0\0\0\x01<html>${SCRIPT}`)),
    without: ['<html', '<script'],
  },
  {
    name: 'a JPEG with a web page in a segment nobody knows',
    bytes: behindHead(aJpeg(), segmentOf('\xf3', `<html>${SCRIPT}`)),
    without: ['<html', '<script'],
  },
  {
    name: 'a JPEG with its place in XMP, IPTC and Exif',
    bytes: behindHead(aJpeg(), segmentOf('\xe1', XMP) + segmentOf('\xed', IPTC)),
    without: ['GPS', '7,45.26S', 'xmpmeta', 'Probolinggo', 'Photoshop'],
  },
  {
    name: 'a JPEG with a film of a second picture',
    bytes: behindHead(aJpeg(), segmentOf('\xe2', 'MPF\0II*\0')),
    without: ['MPF'],
  },
  {
    name: 'a PNG with texts, XMP, times and chunks of its own',
    bytes: aPng([
      pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)),
      pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from(SCRIPT))])),
      pngChunk('tIME', Buffer.alloc(7)),
      pngChunk('prVt', Buffer.from(SCRIPT)),
      pngChunk('acTL', Buffer.alloc(8)),
    ]),
    without: ['xmpmeta', 'Comment', 'tIME', '<script', 'GPS', 'acTL'],
  },
  {
    name: 'a PDF with a photo that says where it was taken',
    bytes: photoPdf(),
    without: [POSITION, 'Exif', 'Photoshop', '<script'],
  },
  {
    name: 'a PDF with a photo with a second picture and a film behind it',
    bytes: photoPdf('', latin(aJpeg({ trailer: `${latin(aJpeg())}\0\0\0\x18ftypmp42 -7.7543` }))),
    without: [POSITION, 'Exif', 'ftyp', '-7.7543'],
  },
  {
    name: 'a PNG with an archive behind it',
    bytes: joined(aPng(), text(zip)),
    without: ['PK\x03\x04'],
  },
];

export const hostileUploads: readonly HostileUpload[] = [
  ...notPictures,
  ...broken,
  ...activePdfs,
  ...encryptedPdfs,
  ...carriers,
];

/** What is like them and all right. */
export const harmlessPdfs: Readonly<Record<string, Uint8Array>> = {
  'with objects in a pack': pack('/Filter /FlateDecode', packed('<< /Type /Page /Contents 9 0 R >>')),
  'with a table of rows that are differences': packedPdf({
    objects: ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'],
    table: predicted(4),
  }),
  'with a picture of rows that are differences behind a list of chapters': aPdf({
    objects: `4 0 obj\n<< /First 5 0 R /N 1 >>\nendobj\n${pdfStream(
      5,
      '/Subtype /Image /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 3 >>',
      deflateSync(Buffer.alloc(40)),
    )}`,
  }),
  'that opens on a page of its own': plainPdf([
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction [ 2 0 R /XYZ null null 0 ] >>\nendobj',
  ]),
  'that goes to a page of its own': plainPdf([
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /GoTo /D [ 2 0 R /Fit ] >> >>\nendobj',
  ]),
  'that goes to a page of its own, from a pack': packedPdf(opening('<< /S /GoTo /D [ 2 0 R /Fit ] >>')),
  'that opens on a page of its own, and whose tables a strict reader does not follow': aPdf({
    objects: '3 0 obj\n<< /Type /Catalog /OpenAction [ 2 0 R /Fit ] >>\nendobj\n',
  }),
  'with a link to click on': aPdf({
    objects: '3 0 obj\n<< /Subtype /Link /A << /S /URI /URI (https://a.example) >> >>\nendobj\n',
  }),
  'about batteries': aPdf({
    objects: pdfStream(
      5,
      '/Filter /FlateDecode',
      deflateSync(Buffer.from('1 0 0 1 9 9 cm (AAA/AA 2) Tj /AA gs')),
    ),
  }),
  'with nothing to do when a page is shown': aPdf({
    objects: '3 0 obj\n<< /Type /Page /AA << >> >>\nendobj\n',
  }),
  'with a photo that somebody signed': photoPdf('/ByteRange [ 0 1 2 3 ]'),
  'with a page about programs': aPdf({
    objects: pdfStream(
      5,
      '/Filter /FlateDecode',
      deflateSync(Buffer.from('1 0 0 1 9 9 cm (HTML/CSS/JS) Tj')),
    ),
  }),
  'with a scan of a whole sheet': aPdf({
    objects: pdfStream(5, '/Subtype /Image /Filter /FlateDecode', bomb(100)),
  }),
  'with a page written as letters': aPdf({
    objects: pdfStream(
      5,
      '/Filter [/ASCII85Decode /FlateDecode]',
      in85(deflateSync(Buffer.from('BT (Surat keterangan) Tj ET'))),
    ),
  }),
  'with two thousand small streams': aPdf({
    objects: pdfStream(5, '/Filter /FlateDecode', deflateSync(Buffer.from('q Q'))).repeat(2_000),
  }),
};
