import { describe, expect, it } from 'vitest';
import type { CardFinding } from './card-check.ts';
import { cardWords } from './card-words.ts';

const day = 86_400;
const now = 1_795_000_000;
const telling = {
  online: false,
  holds: true,
  now,
  date: (seconds: number) => `hari ${Math.round((seconds - now) / day)}`,
};

const card = {
  iss: 'kota-contoh',
  jti: '0123456789abcdefghjkmnpqrs',
  sub: 'Warga Uji Satu',
  prd: 'Kartu Contoh',
  num: '460/000007/2026',
  iat: now - 30 * day,
  status: { list: 'dinas-contoh.contoh/2026', idx: 7 },
};

const genuine = (over: Partial<Extract<CardFinding, { kind: 'genuine' }>> = {}): CardFinding => ({
  kind: 'genuine',
  card,
  standing: 'valid',
  listedAt: now - day,
  stale: false,
  ...over,
});

const said = (finding: CardFinding, online = false) => {
  const { tone, title, sentences } = cardWords(finding, { ...telling, online });
  return { tone, title, text: sentences.join(' ') };
};

describe('what is said of a card without a network', () => {
  it('names holder and number to be compared with the print', () => {
    expect(cardWords(genuine(), telling).rows).toEqual([
      { label: 'Nama pemegang', value: 'Warga Uji Satu' },
      { label: 'Nomor', value: '460/000007/2026' },
      { label: 'Jenis', value: 'Kartu Contoh' },
      { label: 'Diterbitkan', value: 'hari -30' },
    ]);
    expect(said(genuine())).toMatchObject({ tone: 'good', title: '✓ Asli dan berlaku' });
    expect(said(genuine()).text).toContain('Menurut daftar tertanggal hari -1.');
  });

  it('is never good news when the card does not hold', () => {
    for (const standing of ['invalid', 'suspended'] as const) {
      expect(said(genuine({ standing })).tone).toBe('attention');
    }
    const over = genuine({ card: { ...card, exp: now - day } });
    expect(said(over)).toMatchObject({ tone: 'attention', title: 'Asli, tetapi tidak berlaku lagi' });
    expect(said(over).text).toContain('Masa berlakunya habis hari -1.');
  });

  it('says how old the list is and that a clock before it is wrong', () => {
    expect(said(genuine({ stale: true }))).toMatchObject({ tone: 'info' });
    expect(said(genuine({ stale: true })).text).toContain('sudah lebih dari 7 hari');
    expect(said(genuine({ listedAt: now + 2 * day })).text).toContain('Jam HP ini tampaknya salah');
  });

  it.each([
    ['too old', { stale: true }],
    ['of a day that has not come', { listedAt: now + 2 * day }],
  ] as const)('does not call a card valid by a list that is %s', (_what, list) => {
    for (const standing of ['valid', 'provisional'] as const)
      expect(said(genuine({ standing, ...list }))).toMatchObject({
        tone: 'info',
        title: 'Asli. Masih berlaku atau tidak, belum dapat diperiksa',
      });
    expect(said(genuine({ standing: 'invalid', ...list })).tone).toBe('attention');
  });

  it('leaves open what no list tells', () => {
    const words = said({ kind: 'genuine', card, standing: 'unknown', stale: false });
    expect(words.title).toBe('Asli. Masih berlaku atau tidak, belum dapat diperiksa');
    expect(words.text).toContain('Sambungkan HP ini ke internet');
  });

  it('does not blame a card for what the phone does not know', () => {
    for (const kind of ['no-keys', 'unknown-key'] as const) {
      expect(said({ kind })).toMatchObject({
        tone: 'info',
        title: 'Tidak dapat diperiksa di HP ini sekarang',
      });
      expect(said({ kind }).text).toContain('Jangan menolak kartu');
    }
  });

  it('shows nothing of a forged code, and the signed name of a copied one', () => {
    expect(cardWords({ kind: 'forged' }, telling)).toMatchObject({ tone: 'attention', rows: [] });
    const copied = cardWords({ kind: 'other-card', card }, telling);
    expect(copied).toMatchObject({ tone: 'attention', title: 'Kode ini milik kartu lain' });
    expect(copied.rows[0]).toEqual({ label: 'Nama pemegang', value: 'Warga Uji Satu' });
  });
});

describe('what is said of a card beside its record', () => {
  it('leaves the state to the record and compares the name', () => {
    const words = said(genuine({ standing: 'invalid' }), true);
    expect(words).toMatchObject({ tone: 'good', title: '✓ Kode pada kartu ini asli' });
    expect(words.text).not.toContain('daftar');
  });

  it('is no good news where the record says that the card does not hold', () => {
    const words = cardWords(genuine(), { ...telling, online: true, holds: false });
    expect(words).toMatchObject({ tone: 'info', title: 'Kode asli, tetapi kartunya tidak boleh dipakai' });
  });
});

describe('what is said of a letter', () => {
  const { sub: _, ...rest } = card;
  const letter = { ...rest, letter: true as const };
  const { status: __, ...unlisted } = letter;

  it('names number and date to be compared, and nobody', () => {
    const { rows, sentences } = cardWords(genuine({ card: letter }), telling);
    expect(rows.map(({ label }) => label)).toEqual(['Nomor', 'Tanggal surat', 'Jenis']);
    expect(sentences.at(-1)).toContain('surat itu bukan yang asli');
  });

  it('calls it a letter, also where the code is forged or of another one', () => {
    expect(said(genuine({ card: letter }), true).title).toBe('✓ Kode pada surat ini asli');
    expect(said({ kind: 'other-card', card: letter }).title).toBe('Kode ini milik surat lain');
    const forged = cardWords({ kind: 'forged' }, { ...telling, paper: 'surat' });
    expect(forged.sentences.join(' ')).toContain('Jangan pakai surat ini');
  });

  it('that stands in no list is genuine, and not said to hold', () => {
    const unknown: CardFinding = { kind: 'genuine', card: unlisted, standing: 'unknown', stale: false };
    expect(cardWords(unknown, telling)).toMatchObject({
      tone: 'info',
      title: expect.stringContaining('belum dapat diperiksa'),
    });
  });
});
