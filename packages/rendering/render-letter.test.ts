import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesBesideFonts } from './fixtures/font-bytes.ts';
import {
  batch,
  certified,
  concept,
  copy,
  LONG_NAME,
  letter,
  longNames,
  minutes,
  outside,
} from './fixtures/letters.ts';
import { open, pagesOf, pictureOf, readCode } from './fixtures/pictures.ts';
import { renderLetter } from './render-letter.ts';

const millimetres = (points: number): number => Math.round((points * 25.4 * 100) / 72) / 100;
const flat = (text: string): string => text.replace(/\s+/g, ' ');

const textsOf = async (artwork: LetterArtwork): Promise<readonly string[]> =>
  (await pagesOf(await renderLetter(artwork))).map(({ text }) => flat(text));
const textOf = async (artwork: LetterArtwork): Promise<string> => (await textsOf(artwork)).join(' ');

const withBody = (count: number, more: Partial<LetterArtwork> = {}): LetterArtwork => ({
  ...letter,
  ...more,
  text: {
    ...letter.text,
    body: Array.from({ length: count }, (_, index) => ({
      kind: 'paragraph' as const,
      text: `Alinea ${index + 1} surat ini menyebutkan hal yang perlu diketahui penerima, dan akhirnya ${index + 1}.`,
    })),
  },
});

describe('a letter', () => {
  test('says who writes where, when, under which number, about what and to whom, from top to bottom', async () => {
    const text = await textOf(letter);
    const parts = [
      'PEMERINTAH KOTA PEKALONGAN',
      'DINAS SOSIAL, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA',
      'Jalan Contoh Nomor 2, Kota Pekalongan 51111',
      'Telepon (0285) 000000 · Surel dinas@pekalongan.example',
      'Laman dinas.pekalongan.example',
      'Pekalongan, 21 November 2026',
      'Nomor : 400.9.14/0012/08.1006/XI/2026',
      'Sifat : Biasa',
      'Lampiran : 1 (satu) berkas',
      'Hal : Rekomendasi Kepesertaan',
      'Yth. Kepala BPJS Kesehatan',
      'Berdasarkan hasil verifikasi lapangan dan pencocokan data tunggal',
      'Nama : Warga Uji Satu',
      'Penghasilan sebulan : Rp750.000 (tujuh ratus lima puluh ribu rupiah)',
      '2. Surat rekomendasi ini tidak dipungut biaya',
      'Kepala Dinas Sosial, Pengendalian Penduduk dan Keluarga Berencana Kota Pekalongan,',
      'Dra. Pejabat Uji Satu, M.Si. Pembina Utama Muda, IV/c NIP 19700101 199501 2 001',
      'Periksa keaslian di kota-pekalongan.layan.example/',
      'Tembusan: 1. Wali Kota Pekalongan',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(parts.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test.each([
    ['a4', [210, 297]],
    ['f4', [215, 330]],
  ] as const)('is on paper of the size %s', async (paper, size) => {
    const pages = await pagesOf(await renderLetter({ ...letter, text: { ...letter.text, paper } }));
    expect(pages.map(({ width, height }) => [millimetres(width), millimetres(height)])).toEqual([size]);
  });

  test('shows names of 120 characters, of one word, with apostrophes and with marks whole', async () => {
    const text = await textOf(longNames);
    expect(LONG_NAME).toHaveLength(120);
    for (const words of [LONG_NAME, 'Ujiwati', 'Ṣalāḥuddīn Nur’aini O’Uji Łuç', `Prof. Dr. ${LONG_NAME}`])
      expect(text).toContain(words);
    expect(text.replaceAll(' ', '')).toContain('Uji'.repeat(40));
  });

  test('keeps the spaces of lines that reach both margins', async () => {
    expect(await textOf(letter)).toContain(
      'dengan ini kami menerangkan bahwa warga berikut tercatat sebagai',
    );
  });

  test('reaches the right margin with all lines of a paragraph but the last', async () => {
    const { data, width, height } = await pictureOf(await renderLetter(letter), 0, 100);
    const dots = (mm: number) => Math.round((mm * 100) / 25.4);
    const darkAt = (y: number) =>
      Array.from({ length: dots(1.4) }, (_, x) => data[y * width + dots(189) + x] ?? 255).some(
        (shade) => shade < 160,
      );
    const rows = Array.from({ length: height - dots(120) }, (_, y) => darkAt(y + dots(95)));
    const lines = rows.filter((dark, y) => dark && !rows[y - 1]).length;
    expect(lines).toBeGreaterThanOrEqual(6);
  });

  test('sets values with braces and control characters as text', async () => {
    const hostile = { label: 'Nama', value: '{nik} \u202Eterbalik\u0007 {@number}' };
    const text = await textOf({
      ...letter,
      text: { ...letter.text, body: [{ kind: 'table', rows: [hostile] }] },
    });
    expect(text).toContain('Nama : {nik} terbalik {@number}');
  });

  test('carries a code that is read from a picture of 130 dots an inch, also turned by 3 degrees', async () => {
    const picture = await pictureOf(await renderLetter(letter), 0, 130);
    expect(await readCode(picture)).toBe(letter.check?.qr);
    const turned = await open(picture)
      .rotate(3, { background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { data, info } = turned;
    expect(await readCode({ data, width: info.width, height: info.height })).toBe(letter.check?.qr);
  });

  test('says in the file itself where it is checked; a draft is checked nowhere', async () => {
    const said = async (artwork: LetterArtwork) =>
      Buffer.from(await renderLetter(artwork))
        .toString('latin1')
        .includes(`(${letter.check?.qr.split('#')[0]})`);
    expect(await said(letter)).toBe(true);
    expect(await said(concept)).toBe(false);
  });
});

describe('how it is signed', () => {
  const bsre = 'menggunakan sertifikat elektronik yang diterbitkan oleh BSrE';

  test('with the seal of the agency, which it does not call a certified signature', async () => {
    const text = await textOf(letter);
    expect(text).toContain('Disegel secara elektronik');
    expect(text).toContain('Segel ini bukan tanda tangan elektronik tersertifikasi.');
    expect(text).not.toContain(bsre);
  });

  test('with a certificate of BSrE, and only then with its sentences', async () => {
    const text = await textOf(certified);
    expect(text).toContain(bsre);
    expect(text).toContain('UU ITE Nomor 11 Tahun 2008 Pasal 5 ayat (1)');
    const { bsre: _none, ...other } = certified;
    expect(await textOf(other)).not.toContain('BSrE');
    expect(await textOf({ ...certified, method: 'ink' })).not.toContain('BSrE');
  });

  test('by hand, with room for a signature and nothing said', async () => {
    const text = await textOf({ ...letter, method: 'ink' });
    expect(text).not.toMatch(/[Ss]egel|BSrE|ttd\./);
  });

  test('outside the agency, on a line to write on', async () => {
    expect(await textOf(outside)).toMatch(/a\.n\. Bupati Lumajang Sekretaris Daerah, \.{30,}/);
  });
});

describe('its marks', () => {
  test('say of a draft that it is one, name its gaps, and no signature', async () => {
    const text = await textOf({ ...concept, method: 'certificate', bsre: true });
    expect(text).toContain('KONSEP');
    expect(text).toContain('Nomor : [nomor saat ditetapkan]');
    expect(text).toContain('Pekalongan, [tanggal saat ditetapkan]');
    expect(text).toContain('[belum diisi: Sapaan penerima]');
    expect(text).not.toMatch(/BSrE|Disegel|Periksa keaslian/);
  });

  test('say which copy it is, on each page', async () => {
    const pages = await textsOf({ ...batch(60), mark: copy.mark ?? { kind: 'concept' } });
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('SALINAN KE-2');
    expect(await textOf(copy)).toContain('ttd.');
    expect(await textOf(copy)).toContain('Salinan dari dokumen yang telah ditandatangani.');
  });

  test('say of what was practised with that it is worthless', async () => {
    expect(await textOf({ ...letter, practice: true })).toContain('LATIHAN, TIDAK BERLAKU');
    expect(await textOf(letter)).not.toMatch(/LATIHAN|KONSEP|SALINAN/);
  });
});

describe('minutes', () => {
  test('have title and number in the middle, place and date with the signature, and lines for all who sign', async () => {
    const text = await textOf(minutes);
    expect(text).toContain(
      'BERITA ACARA MUSYAWARAH DESA TENTANG USULAN PENERIMA BANTUAN IURAN Nomor: 470/0003',
    );
    expect(text).toMatch(/Pekalongan, 21 November 2026 Kepala Desa Contoh, \.{30,}/);
    for (const [index, other] of minutes.text.others.entries())
      expect(text).toContain(`${index + 1}. ${other} ....`);
    expect(text).not.toContain('Yth.');
  });
});

describe('pages', () => {
  test('never leave the signature alone, however long the letter is', async () => {
    let turned = 0;
    for (let count = 1; count <= 40; count += 1) {
      const pages = await textsOf(withBody(count));
      const page = pages.find((text) => text.includes('Dra. Pejabat Uji Satu'));
      expect(page, `${count} paragraphs`).toContain(`akhirnya ${count}.`);
      expect(page).toContain('Kepala Dinas Sosial, Pengendalian');
      expect(page).toContain('Periksa keaslian');
      if (pages.length > 1) turned += 1;
    }
    expect(turned).toBeGreaterThan(5);
  });

  test('come closer together rather than take a sheet for the copies alone', async () => {
    const pages = await textsOf(letter);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('3. Arsip');
  });

  test('list 500 lines, each once and in order, under headings that come again', async () => {
    const pages = await textsOf(batch(500));
    const listed = pages.filter((text) => text.includes('LMJ-'));
    for (const text of listed) expect(text).toContain('No Nomor tiket Nama NIK Alamat Keputusan Catatan');
    const tickets = [...pages.join(' ').matchAll(/LMJ-(\d{5})/g)].map(([, number]) => Number(number));
    expect(tickets).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(pages.join(' ')).toContain(LONG_NAME.slice(0, 20));
  });

  test('begin anew for each annex, which says what it belongs to', async () => {
    const pages = await textsOf(batch(3));
    expect(pages).toHaveLength(3);
    expect(pages[1]).toMatch(
      /^Lampiran I Surat Pengantar Usulan Nomor : 400\.9\.14\/0012\/08\.1006\/XI\/2026 Tanggal : 21 November 2026 Daftar Calon/,
    );
    expect(pages[2]).toContain('Lampiran II Surat Pengantar Usulan');
  });

  test('are counted from the second on', async () => {
    const pages = await textsOf(batch(3));
    expect(pages[0]).not.toContain('Halaman');
    expect(pages[1]).toContain('Nomor 400.9.14/0012/08.1006/XI/2026 Halaman 2 dari 3');
  });

  test('keep all that is said between their margins', async () => {
    for (const artwork of [letter, longNames, minutes, batch(30)]) {
      const pdf = await renderLetter(artwork);
      const { data, width, height } = await pictureOf(pdf, 0, 60);
      const dots = (mm: number) => Math.round((mm * 60) / 25.4);
      const dark = (x: number, y: number) => (data[y * width + x] ?? 255) < 160;
      for (let y = 0; y < height; y += 1)
        for (const x of [dots(23), width - dots(18)]) expect(dark(x, y)).toBe(false);
      for (let x = 0; x < width; x += 1) expect(dark(x, dots(10))).toBe(false);
    }
  });
});

describe('the file', () => {
  test.each([
    ['letter', letter],
    ['draft', concept],
    ['batch', batch(40)],
    ['marks', longNames],
  ])('is the same, byte for byte, for the same artwork: %s', async (_, artwork) => {
    const [once, again] = [await renderLetter(artwork), await renderLetter(structuredClone(artwork))];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });

  test('has an id of its own content', async () => {
    const idOf = async (artwork: LetterArtwork) =>
      /\/ID \[<(\w{32})> <\1>\]/.exec(Buffer.from(await renderLetter(artwork)).toString('latin1'))?.[1];
    const other = { ...letter, text: { ...letter.text, copies: ['Arsip'] } };
    expect(await idOf(letter)).toBeDefined();
    expect(await idOf(letter)).not.toBe(await idOf(other));
  });

  test('says what it is, of whom, in which language, since when', async () => {
    const pdf = Buffer.from(await renderLetter(letter)).toString('latin1');
    expect(pdf).toContain('/Lang (id-ID)');
    expect(pdf).toContain('(Surat Rekomendasi Kartu Indonesia Sehat 400.9.14/0012/08.1006/XI/2026)');
    expect(pdf).toContain(
      '(Dinas Sosial, Pengendalian Penduduk dan Keluarga Berencana, Pemerintah Kota Pekalongan)',
    );
    expect(pdf).toContain('(D:20261121023000Z)');
    expect(pdf).toContain('(Kode QR keaslian dokumen ini)');
    expect(pdf.match(/\/S \/P\n/g)?.length).toBeGreaterThan(10);
  });

  test('tells a table as a table', async () => {
    const pdf = Buffer.from(await renderLetter(minutes)).toString('latin1');
    const count = (tag: string) => pdf.match(new RegExp(`/S /${tag}\\n`, 'g'))?.length;
    expect([count('Table'), count('TR'), count('TH'), count('TD')]).toEqual([1, 4, 5, 15]);
  });

  test.each([
    ['letter', letter],
    ['long', longNames],
    ['certified', certified],
    ['copy', copy],
    ['minutes', minutes],
    ['draft', concept],
  ])('takes at most 25 KB of its own: %s', async (_, artwork) => {
    expect(bytesBesideFonts(await renderLetter(artwork))).toBeLessThanOrEqual(25 * 1024);
  });

  test('is drawn with a seal where the crest cannot be drawn', async () => {
    const broken = '<svg viewBox="0 0 10 10"><svg viewBox="0 0 0 0"><rect width="1" height="1"/></svg></svg>';
    const [drawn, sealed] = [await renderLetter({ ...letter, crest: broken }), await renderLetter(letter)];
    expect(Buffer.from(drawn).equals(Buffer.from(sealed))).toBe(true);
  });

  test('is drawn whatever is written in it', async () => {
    const text = fc.string({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(text, { maxLength: 3 }), async (value, label, points) => {
        const body = [
          { kind: 'paragraph' as const, text: value },
          { kind: 'list' as const, points },
          { kind: 'table' as const, rows: [{ label, value }] },
          { kind: 'lines' as const, head: [label, 'B'], rows: points.map((point) => [point, value]) },
        ];
        const pdf = await renderLetter({ ...letter, text: { ...letter.text, body } });
        expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
      }),
      { numRuns: 15 },
    );
  });
});
