import { describe, expect, test } from 'vitest';
import { CARD_LAYOUTS, type CardArtwork } from './card-artwork.ts';
import { longest, oneWord, ordinary, practice, provisional } from './fixtures/cards.ts';
import { bytesBesideFonts } from './fixtures/font-bytes.ts';
import { pagesOf, pictureOf } from './fixtures/pictures.ts';
import { renderCard } from './render-card.ts';

const millimetres = (points: number): number => Math.round((points * 25.4 * 100) / 72) / 100;
const flat = (text: string): string => text.replace(/\s+/g, ' ');

async function textOf(card: CardArtwork): Promise<{ front: string; back: string }> {
  const [front, back] = await pagesOf(await renderCard(card, 'card'));
  return { front: flat(front?.text ?? ''), back: flat(back?.text ?? '') };
}

describe('a card of card size', () => {
  test('has a front and a back of 85.60 by 53.98 mm', async () => {
    const pages = await pagesOf(await renderCard(ordinary, 'card'));
    expect(pages.map(({ width, height }) => [millimetres(width), millimetres(height)])).toEqual([
      [85.6, 53.98],
      [85.6, 53.98],
    ]);
  });

  test('says on its front who issued what to whom, and until when', async () => {
    const { front } = await textOf(ordinary);
    for (const words of [
      'Pemerintah Kota Probolinggo',
      'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak',
      'Kartu Bestari',
      '460/000123/KB/425.106/2026',
      'Warga Uji Satu',
      'Jalan Contoh Nomor 12, RT 03 RW 05',
      'berakhir dengan 9001',
      'Diterbitkan Sabtu, 21 November 2026',
      'Berlaku sampai Minggu, 21 November 2027',
    ])
      expect(front).toContain(words);
  });

  test('says on its back how to check it and what its holder should know', async () => {
    const { back } = await textOf(ordinary);
    expect(back).toContain('Periksa keaslian di kota-probolinggo.layan.example/periksa');
    for (const sentence of ordinary.back) expect(back).toContain(sentence);
    expect(back).toContain(ordinary.agencyAddress);
  });

  test('says that it is provisional only when it is', async () => {
    expect((await textOf(provisional)).front).toContain('Berlaku sementara sampai survei selesai');
    expect((await textOf(ordinary)).front).not.toContain('sementara');
  });

  test('counts its prints from the second', async () => {
    expect((await textOf(oneWord)).front).toContain('Cetakan ke-2');
    expect((await textOf(ordinary)).front).not.toContain('Cetakan');
  });

  test('names no last day when it has none', async () => {
    expect((await textOf(oneWord)).front).not.toContain('Berlaku sampai');
  });

  test('is marked as worthless on both sides in the practice space, and nowhere else', async () => {
    const marked = await textOf(practice);
    expect(marked.front).toContain('LATIHAN, TIDAK BERLAKU');
    expect(marked.back).toContain('LATIHAN, TIDAK BERLAKU');
    const real = await textOf(ordinary);
    expect(real.front + real.back).not.toContain('LATIHAN');
  });

  test('shows the longest name, number and address whole', async () => {
    const { front, back } = await textOf(longest);
    for (const words of [longest.holderName, longest.number, longest.governmentName, longest.agencyName])
      expect(front).toContain(words);
    for (const { value } of longest.lines) expect(front).toContain(value);
    expect(back).toContain(longest.agencyAddress);
  });

  test('shows a name in letters that our faces lack without their accents', async () => {
    expect((await textOf({ ...ordinary, holderName: 'Ǵuru  Ujị' })).front).toContain('Guru Uji');
  });
});

describe('a card for an ordinary printer', () => {
  test.each([
    ['a4', [210, 297]],
    ['f4', [215, 330]],
  ] as const)('is one sheet of %s with both sides and how to cut and fold it', async (layout, size) => {
    const pages = await pagesOf(await renderCard(ordinary, layout));
    expect(pages.map(({ width, height }) => [millimetres(width), millimetres(height)])).toEqual([size]);
    const text = flat(pages[0]?.text ?? '');
    expect(text).toContain('gunting mengikuti garis tepi, lalu lipat');
    expect(text).toContain('Warga Uji Satu');
    expect(text).toContain('Periksa keaslian di');
  });
});

describe('the document', () => {
  test.each(CARD_LAYOUTS)('is the same, byte for byte, for the same artwork as %s', async (layout) => {
    const [once, again] = [await renderCard(ordinary, layout), await renderCard({ ...ordinary }, layout)];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });

  test('is another for another card', async () => {
    const [one, other] = [await renderCard(ordinary, 'card'), await renderCard(oneWord, 'card')];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  });

  test.each([
    ['ordinary', ordinary],
    ['longest', longest],
    ['practice', practice],
  ])('takes at most 25 KB of its own: %s', async (_, card) => {
    for (const layout of CARD_LAYOUTS)
      expect(bytesBesideFonts(await renderCard(card, layout))).toBeLessThanOrEqual(25 * 1024);
  });

  test('says what it is, in which language, since when, and in which order it is read', async () => {
    const pdf = Buffer.from(await renderCard(ordinary, 'card')).toString('latin1');
    expect(pdf).toContain('/Lang (id-ID)');
    expect(pdf).toContain('(Kartu Bestari 460/000123/KB/425.106/2026)');
    expect(pdf).toContain('(D:20261121000000Z)');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('(Kode QR keaslian Kartu Bestari)');
  });
});

describe('the picture of a card', () => {
  const DPI = 300;
  const darkBetween = async (card: CardArtwork, from: [number, number], to: [number, number]) => {
    const { data, width } = await pictureOf(await renderCard(card, 'card'), 0, DPI);
    const dots = (mm: number) => Math.round((mm * DPI) / 25.4);
    for (let y = dots(from[1]); y < dots(to[1]); y += 1)
      for (let x = dots(from[0]); x < dots(to[0]); x += 1)
        if ((data[y * width + x] ?? 255) < 200) return true;
    return false;
  };

  test('keeps its margins free, whatever is printed between them', async () => {
    for (const card of [ordinary, longest, oneWord]) {
      const free = { ...card, accent: '#ffffff', productLabel: ' ' };
      expect(await darkBetween(free, [0, 25], [4.3, 53])).toBe(false);
      expect(await darkBetween(free, [81.4, 25], [85.6, 53])).toBe(false);
    }
  });

  test('sets the number against the right margin of its band', async () => {
    const white = async (x: number) => {
      const { data, width } = await pictureOf(await renderCard(ordinary, 'card'), 0, DPI);
      const dots = (mm: number) => Math.round((mm * DPI) / 25.4);
      for (let y = dots(16.2); y < dots(19.8); y += 1)
        for (let at = dots(x); at < dots(x + 1); at += 1) if ((data[y * width + at] ?? 0) > 200) return true;
      return false;
    };
    expect(await white(79.9)).toBe(true);
    expect(await white(81.3)).toBe(false);
    expect(await white(40.5)).toBe(false);
  });
});
