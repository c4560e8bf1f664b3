import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { codeReader, idIn } from './codes/read-codes.ts';
import { makeExamine } from './examine-upload.ts';
import { aLetter } from './fixtures/a-letter.ts';
import { aSigner } from './fixtures/a-signer.ts';
import { signPdf } from './fixtures/sign-pdf.ts';

const wasm = () => readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
const examine = makeExamine(codeReader(wasm));

const id = `${'0'.repeat(25)}7`;
const address = `https://kota-contoh.layan.example/v/${id}#abc.def.ghi`;

/** A sheet of paper with a code in its corner, a little askew, as a scanner sees it. */
const scanOf = async (text: string | undefined) => {
  const { data, size } = encode(text ?? 'x', { border: 4 });
  const points = Buffer.from(data.flat().map((dark) => (dark && text !== undefined ? 0 : 255)));
  const code = await sharp(points, { raw: { width: size, height: size, channels: 1 } })
    .resize(4 * size, 4 * size, { kernel: 'nearest' })
    .rotate(3, { background: '#fff' })
    .png()
    .toBuffer();
  return sharp({ create: { width: 900, height: 1200, channels: 3, background: '#fff' } }).composite([
    { input: code, left: 500, top: 800 },
  ]);
};

const pdfOf = (picture: Buffer, pages = 1): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const document = new PDFDocument({ size: [595, 842], autoFirstPage: false });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.once('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    for (let page = 0; page < pages; page += 1) {
      document.addPage();
      document.image(picture, 0, 0, { width: 595 });
    }
    document.end();
  });

describe('a scan of paper', () => {
  it.each(['image/jpeg', 'image/png'] as const)(
    'tells the document whose code stands on it: %s',
    async (type) => {
      const picture = await scanOf(address);
      const bytes = await (type === 'image/png' ? picture.png() : picture.jpeg({ quality: 60 })).toBuffer();
      const { codes, signatures, matches } = await examine({ bytes, contentType: type });
      expect([codes, signatures, matches]).toEqual([[id], undefined, undefined]);
    },
  );

  it('tells it also as a PDF with a picture for each page, of either packing', async () => {
    const picture = await scanOf(address);
    const photo = await pdfOf(await picture.jpeg().toBuffer(), 2);
    const points = await pdfOf(await (await scanOf(address)).png().toBuffer());
    for (const bytes of [photo, points])
      expect(await examine({ bytes, contentType: 'application/pdf' })).toMatchObject({ codes: [id] });
  });

  it('without a code that can be read has none, and is no worse for it', async () => {
    const blank = await (await scanOf(undefined)).jpeg().toBuffer();
    const foreign = await (await scanOf('https://toko.example/promo')).png().toBuffer();
    expect((await examine({ bytes: blank, contentType: 'image/jpeg' })).codes).toEqual([]);
    expect((await examine({ bytes: foreign, contentType: 'image/png' })).codes).toEqual([]);
    const broken = Buffer.concat([blank.subarray(0, 300), Buffer.alloc(50)]);
    expect((await examine({ bytes: broken, contentType: 'image/jpeg' })).codes).toEqual([]);
    expect((await examine({ bytes: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' })).codes).toEqual(
      [],
    );
  });

  it('is not looked at for longer than there is time, however many pictures it holds', async () => {
    const pages = await pdfOf(await (await scanOf(address)).jpeg().toBuffer(), 12);
    let [clock, looked] = [0, 0];
    const slow = makeExamine(
      async () => {
        clock += 8_000;
        looked += 1;
        return [`id-${looked}`];
      },
      () => clock,
    );
    const { codes } = await slow({ bytes: pages, contentType: 'application/pdf' });
    expect(codes).toEqual(['id-1', 'id-2', 'id-3']);
  });

  it('is known by the hash of its bytes', async () => {
    expect(await examine({ bytes: Buffer.from('abc'), contentType: 'image/png' })).toMatchObject({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
    });
  });
});

it.each([
  ['of a document drawn here, never printed', `https://kota-contoh.layan.example/v/${id}`, [id]],
  ['of somebody else', 'rapat, anggaran', []],
  ['that says nothing of itself', undefined, []],
])('a PDF %s is told by what it says of itself', async (_what, said, codes) => {
  const bytes = await aLetter(said === undefined ? {} : { address: said });
  expect((await examine({ bytes, contentType: 'application/pdf' })).codes).toEqual(codes);
});

it('a signed PDF is told by its signatures, whatever codes it bears', async () => {
  const prepared = await aLetter();
  const bytes = await signPdf(prepared, await aSigner());
  const examined = await examine({ bytes, contentType: 'application/pdf', prepared });
  expect(examined).toMatchObject({ signatures: [{ valid: true }], matches: 'same', bytes: bytes.length });
  expect(examined).not.toHaveProperty('codes');
});

it.each([
  [address, id],
  [`http://kota-contoh.localhost:4400/v/${id}`, id],
  [`https://kota-contoh.layan.example/v/${id.slice(1)}`, undefined],
  [`https://kota-contoh.layan.example/x/v/${id}`, undefined],
  ['javascript:alert(1)', undefined],
  [`https://kota-contoh.layan.example/v/${'U'.repeat(26)}`, undefined],
  [`https://kota-contoh.layan.example/v/${'A'.repeat(26)}`, 'a'.repeat(26)],
])('reads the id out of an address: %s', (text, expected) => {
  expect(idIn(text)).toBe(expected);
});
