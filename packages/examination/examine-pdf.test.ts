import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { examinePdf } from './examine-pdf.ts';
import { aLetter } from './fixtures/a-letter.ts';
import { aSigner, type Signer, signCms } from './fixtures/a-signer.ts';
import { firstPage, rootOf, signPdf } from './fixtures/sign-pdf.ts';
import { append, rewrite, type Written, writeEntries } from './fixtures/write-pdf.ts';

let prepared: Uint8Array;
let signer: Signer;

beforeAll(async () => {
  prepared = await aLetter();
  signer = await aSigner({
    subject: { CN: 'Pejabat Uji Satu', O: 'Dinas Contoh', C: 'ID', E: 'uji@example.id' },
  });
});

const examine = async (signed: Uint8Array) => examinePdf(signed, prepared);

describe('a signed PDF', () => {
  it.each(['rsa', 'pss', 'ecdsa'] as const)(
    'holds with a key of kind %s, and says by whom and when',
    async (kind) => {
      const other = await aSigner({ kind });
      expect(await examine(await signPdf(prepared, other))).toEqual({
        signatures: [
          {
            subject: 'CN=Pejabat Uji Satu, O=Dinas Contoh, C=ID',
            issuer: 'CN=Pejabat Uji Satu, O=Dinas Contoh, C=ID',
            signedAt: '2026-02-10T02:30:00.000Z',
            valid: true,
            bsre: false,
          },
        ],
        matches: 'same',
      });
    },
  );

  it('is the same letter when the signer’s program wrote it all anew', async () => {
    const anew = rewrite(prepared);
    expect(Buffer.from(anew).subarray(0, 400)).not.toEqual(Buffer.from(prepared).subarray(0, 400));
    expect(await examine(await signPdf(anew, signer))).toMatchObject({
      signatures: [{ valid: true }],
      matches: 'same',
    });
  });

  it('tells nothing of a PDF that bears none', async () => {
    expect(await examine(prepared)).toEqual({});
  });

  it('keeps mail addresses in certificates to the file', async () => {
    const { signatures } = await examine(await signPdf(prepared, signer));
    expect(JSON.stringify(signatures)).not.toContain('example.id');
  });

  it('holds with two signatures, one after the other', async () => {
    const second = await aSigner({ kind: 'rsa', subject: { CN: 'Pejabat Uji Dua' } });
    const twice = await signPdf(await signPdf(prepared, signer), second, { rect: '300 100 450 150' });
    const { signatures, matches } = await examine(twice);
    expect(signatures?.map(({ subject, valid }) => [subject, valid])).toEqual([
      ['CN=Pejabat Uji Satu, O=Dinas Contoh, C=ID', true],
      ['CN=Pejabat Uji Dua', true],
    ]);
    expect(matches).toBe('same');
  });
});

describe('a signature does not hold', () => {
  const faultOf = async (signed: Uint8Array) => (await examine(signed)).signatures?.map(({ fault }) => fault);

  it('when a byte of the letter was changed afterwards', async () => {
    const signed = Buffer.from(await signPdf(prepared, signer));
    signed.write('X', signed.indexOf('Surat Keterangan'), 'latin1');
    expect(await faultOf(signed)).toEqual(['content']);
  });

  it('when something follows it that it is not of', async () => {
    const signed = await signPdf(prepared, signer);
    const page = firstPage(signed);
    const added = append(
      signed,
      new Map([
        [page.number, writeEntries(page.entries)],
        [900, '(lagi)'],
      ]),
      {
        root: rootOf(signed),
        size: 901,
      },
    );
    expect(await faultOf(added)).toEqual([undefined]);
    const changed = append(signed, new Map([[page.number, '<< /Type /Page /MediaBox [0 0 595 842] >>']]), {
      root: rootOf(signed),
      size: 901,
    });
    expect(await faultOf(changed)).toEqual(['uncovered']);
  });

  it('when its range leaves out more than itself', async () => {
    const signed = Buffer.from(await signPdf(prepared, signer));
    const at = signed.lastIndexOf('/ByteRange [0 ') + '/ByteRange [0 '.length;
    const first = Number(signed.toString('latin1', at, at + 10));
    signed.write(String(first - 40).padStart(10, '0'), at, 'latin1');
    expect(await faultOf(signed)).toEqual(['uncovered']);
  });

  it('when it is of other bytes, by another key, with a broken hash or with content of its own', async () => {
    const other = await aSigner();
    const forged = { ...signer, keys: other.keys };
    const faults = await Promise.all(
      [
        signPdf(prepared, signer, { signature: () => signCms(signer, Buffer.from('surat lain')) }),
        signPdf(prepared, forged),
        signPdf(prepared, signer, { hash: 'SHA-1' }),
        signPdf(prepared, signer, { attached: Buffer.from('surat lain') }),
        signPdf(prepared, signer, { signature: async () => Buffer.from('3082ffff', 'hex') }),
        signPdf(prepared, signer, { format: 'adbe.x509.rsa_sha1' }),
      ].map(async (signed) => (await faultOf(await signed))?.[0]),
    );
    expect(faults).toEqual(['content', 'signature', 'content', 'unreadable', 'unreadable', 'unreadable']);
  });

  it('when its certificate was over or had not begun', async () => {
    const late = await aSigner({ until: new Date('2026-02-01T00:00:00Z') });
    const early = await aSigner({ from: new Date('2026-03-01T00:00:00Z') });
    expect(await faultOf(await signPdf(prepared, late))).toEqual(['expired']);
    expect(await faultOf(await signPdf(prepared, early))).toEqual(['expired']);
  });
});

describe('another letter than the prepared one', () => {
  const isAltered = async (signed: Uint8Array) => {
    const { signatures, matches } = await examine(signed);
    expect(signatures?.map(({ valid }) => valid)).toEqual([true]);
    return matches === 'altered';
  };

  it.each([
    ['with another text', { body: 'Bantuan sebesar Rp900.000' }],
    ['with a page more', { pages: 3 }],
    ['with a page less', { pages: 1 }],
    ['with another picture', { picture: 0 }],
  ])('is found %s, signed rightly or not', async (_what, text) => {
    const other = await aLetter(text);
    expect(await isAltered(await signPdf(other, signer))).toBe(true);
    expect(await isAltered(await signPdf(rewrite(other), signer))).toBe(true);
  });

  it('is found although it begins with every byte of the prepared one', async () => {
    const text = Buffer.from('BT /F1 12 Tf 72 600 Td (Rp900.000) Tj ET');
    const signed = await signPdf(prepared, signer, {
      also: ({ page }) =>
        new Map<number, Written>([
          [700, { entries: '', data: text }],
          [
            page,
            writeEntries(
              new Map([
                ...firstPage(prepared).entries,
                ['Contents', { kind: 'reference', number: 700, generation: 0 }],
              ]),
            ),
          ],
        ]),
    });
    expect(Buffer.from(signed).subarray(0, prepared.length)).toEqual(Buffer.from(prepared));
    expect(await isAltered(signed)).toBe(true);
  });

  it.each([
    ['cut off', { onPage: '/CropBox [0 0 595 400]' }],
    ['turned', { onPage: '/Rotate 180' }],
    ['with an action of its page', { onPage: '/AA << >>' }],
    ['with layers', { catalogue: '/OCProperties << >>' }],
    ['that opens as something else', { catalogue: '/Collection << /View /T >>' }],
    ['under a signature as large as the page', { rect: '0 0 595 842' }],
  ])('is found %s', async (_what, facts) => {
    expect(await isAltered(await signPdf(prepared, signer, facts))).toBe(true);
  });

  it('is found under a note or an empty field that was laid on top', async () => {
    const on = (annotation: string) =>
      signPdf(prepared, signer, {
        also: ({ page }) =>
          new Map<number, Written>([
            [page, `${writeEntries(firstPage(prepared).entries).slice(0, -2)} /Annots [ 701 0 R ] >>`],
            [701, annotation],
          ]),
      });
    const place = '/Type /Annot /Rect [72 600 300 700]';
    expect(await isAltered(await on(`<< ${place} /Subtype /FreeText /Contents (Rp900.000) >>`))).toBe(true);
    expect(await isAltered(await on(`<< ${place} /Subtype /Widget /FT /Sig >>`))).toBe(true);
  });
});

describe('a hostile file', () => {
  it('is answered at once, whatever was done to its signed bytes, and never taken for the prepared one', async () => {
    const signed = await signPdf(prepared, signer);
    // The signature itself stands in a gap that it cannot be of.
    const gap = Buffer.from(signed).lastIndexOf('/Contents <') + '/Contents <'.length;
    const gapEnd = Buffer.from(signed).indexOf('>', gap);
    const change = fc.record({
      at: fc.nat(signed.length - 1),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const hostile = Uint8Array.from(signed);
        for (const { at, bytes } of changes) hostile.set(bytes.subarray(0, signed.length - at), at);
        hostile.set(signed.subarray(gap, gapEnd), gap);
        fc.pre(Buffer.compare(hostile, signed) !== 0);
        const { signatures = [], matches } = await examine(hostile);
        expect(matches === 'same' && signatures.length > 0 && signatures.every(({ valid }) => valid)).toBe(
          false,
        );
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it.each([
    ['a tree of pages that contains itself', '/Type /Catalog /Pages 1 0 R /Kids [1 0 R]'],
    ['a reference to itself', '/Pages 2 0 R'],
    ['a field within itself', '/AcroForm << /Fields [ 3 0 R ] >> /Pages 4 0 R'],
  ])('with %s is unreadable, not endless', async (_what, catalogue) => {
    const hostile = append(
      prepared,
      new Map<number, Written>([
        [1, `<< ${catalogue} >>`],
        [2, '2 0 R'],
        [3, '<< /FT /Sig /V 3 0 R /Kids [ 3 0 R 3 0 R ] >>'],
      ]),
      { root: 1, size: 99 },
    );
    expect((await examine(hostile)).matches ?? 'none').not.toBe('same');
  });

  it('that unpacks to more than any letter is not unpacked', async () => {
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024));
    const signed = await signPdf(prepared, signer, {
      onPage: '/Group 702 0 R',
      also: () => new Map<number, Written>([[702, { entries: '/Filter /FlateDecode', data: bomb }]]),
    });
    expect(await examine(signed)).toMatchObject({ matches: 'altered' });
  });

  it('of brackets and of tables without end is answered within a second', async () => {
    // The time of the processor, in microseconds: another program's work is no fault of this one.
    const begun = process.cpuUsage();
    const deep = append(prepared, new Map([[1, '['.repeat(1_000_000)]]), { root: 1, size: 99 });
    expect(await examine(deep)).toEqual({ signatures: [], matches: 'altered' });
    const at = prepared.length + 1;
    const circle = Buffer.concat([
      prepared,
      Buffer.from(`\nxref\n0 0\ntrailer\n<< /Prev ${at} >>\nstartxref\n${at}\n%%EOF\n`),
    ]);
    expect(await examine(circle)).toEqual({ signatures: [], matches: 'altered' });
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });
});

describe('the issuer of a certificate', () => {
  const government = { CN: 'OSD LU Kelas 2', O: 'Lembaga Sandi Negara', C: 'ID' };
  const bsreOf = async (signed: Uint8Array) => (await examine(signed)).signatures?.[0]?.bsre;

  it('is known to be BSrE by its names, alone or beside it', async () => {
    const authority = await aSigner({ kind: 'rsa', subject: government });
    const official = await aSigner({ issuer: authority });
    expect(await bsreOf(await signPdf(prepared, official))).toBe(true);
    expect(await bsreOf(await signPdf(prepared, official, { beside: [authority] }))).toBe(true);
  });

  it('is not, when the one that lies beside it did not issue it, or only part of the name is right', async () => {
    const authority = await aSigner({ kind: 'rsa', subject: government });
    const borrowed = await aSigner({ issuerName: government });
    expect(await bsreOf(await signPdf(prepared, borrowed, { beside: [authority] }))).toBe(false);
    const half = await aSigner({ issuerName: { CN: 'OSD LU Kelas 2', O: 'Toko Stempel' } });
    expect(await bsreOf(await signPdf(prepared, half))).toBe(false);
  });

  it('must lead to a root where roots are known', async () => {
    const authority = await aSigner({ kind: 'rsa', subject: government });
    const official = await aSigner({ issuer: authority });
    const borrowed = await aSigner({ issuerName: government });
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.certificate.toSchema(true).toBER()).toString('base64')}\n-----END CERTIFICATE-----`;
    const issuer = { organisations: [government.O], names: ['osd lu kelas'], roots: [pem] };
    const found = async (by: Signer) =>
      (await examinePdf(await signPdf(prepared, by), prepared, issuer)).signatures?.[0]?.bsre;
    expect([await found(official), await found(borrowed)]).toEqual([true, false]);
  });
});
