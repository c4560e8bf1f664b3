import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call } from '../fixtures/call.ts';

const folder = 'packages/standards/example';
const member = `${folder}/bantuan-modal.json`;
const batch = `${folder}/rapat-bantuan-modal.json`;

describe('layan letter', () => {
  test('writes a letter as it is at the end of a story, with its number', async () => {
    const { exit, out } = await call(['letter', member, '--example', 'chosen', '--agency', 'Dinas Uji']);
    expect(exit).toBe(0);
    for (const line of [
      'DINAS UJI',
      'Nomor : 400.9.14/002/000/III/2026',
      'Nama        : ‹NAMA LENGKAP›',
      'Bantuan     : Rp2.500.000 (dua juta lima ratus ribu rupiah)',
      'Bantuan dapat diambil pada tanggal 25 Maret 2026.',
    ])
      expect(out.split('\n')).toContain(line);
    expect(out).not.toContain('Tanggal pengambilan akan kami kabarkan');
  });

  test('marks what the story does not tell, and says that it cannot be frozen', async () => {
    const script = JSON.stringify({
      format: 'layan.script/1',
      channel: 'counter',
      facts: { business: 'Warung' },
      turns: [{ line: 'meeting', outcome: 'chosen' }],
    });
    const { exit, out } = await call(['letter', member, '--script', '-', '--json'], script);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ product: 'notice', missing: ['Bantuan yang diberikan'] });
    expect(out).toContain('[belum diisi: Bantuan yang diberikan]'.replaceAll(' ', '\u00a0'));
  });

  test('makes everything up without a story, lines of a batch as well', async () => {
    const { exit, out } = await call(['letter', batch]);
    expect(exit).toBe(0);
    expect(out).toContain('Pada tanggal 5 Januari 2026');
    expect(out).toContain('1   | 2222-0001-2 | ‹Nama 1›');
  });

  test('lists the lines of a batch by what was decided on them', async () => {
    const { out } = await call(['letter', batch, '--script', `${folder}/rapat.json`]);
    expect(out).toMatch(/1 {3}\| 2222-0001-2 \| ‹Nama 1›/);
    expect(out).toMatch(/1 {3}\| 2222-0002-2 \| ‹catatan›/);
    expect(out).not.toContain('2222-0003-2');
  });

  test('draws it as a PDF', async () => {
    const place = await mkdtemp(join(tmpdir(), 'layan-letter-'));
    try {
      const path = join(place, 'surat.pdf');
      const { exit, out } = await call(['letter', batch, '--out', path]);
      expect(exit).toBe(0);
      expect(out).toContain(`Ditulis ke ${path}.`);
      expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await rm(place, { recursive: true });
    }
  });

  test.each([
    [['letter', member, '--product', 'notise'], 'Maksud Anda "notice"?'],
    [['letter', `${folder}/surat-keterangan.json`], 'tidak memuat templat surat'],
    [['letter', 'packages/standards/kota-pekalongan/rekomendasi-kis.json'], 'Tulis --product'],
  ])('refuses %j', async (args, said) => {
    const { exit, err } = await call(args);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });
});

describe('layan check --with', () => {
  const codes = async (...args: readonly string[]) => {
    const { out } = await call(['check', ...args, '--json']);
    const { findings }: { findings: readonly { code: string }[] } = JSON.parse(out);
    return findings.map(({ code }) => code);
  };

  test('looks at what cases hand over to each other', async () => {
    expect(await codes(member, '--with', batch)).toContain('next-service-missing');
    const whole = await codes(member, '--with', batch, '--with', `${folder}/surat-keterangan.json`);
    expect(whole.filter((code) => /service|line-/.test(code))).toEqual([]);
    expect(await codes(batch, '--with', `${folder}/surat-keterangan.json`)).toContain(
      'batch-service-missing',
    );
  });
});

describe('layan run', () => {
  test('tells frozen, cancelled and signed letters', async () => {
    const { out } = await call(['run', member, '--example', 'chosen']);
    expect(out).toContain('400.9.14/002/000/III/2026; nomor yang batal: 400.9.14/001/000/III/2026');
    expect(out).toContain('Surat pemberitahuan batal ditandatangani');
    expect(out).toContain('Masuk berkas bersama');
  });

  test('tells the lines of a batch', async () => {
    const { out } = await call(['run', batch, '--script', `${folder}/rapat.json`, '--json']);
    const { lines } = JSON.parse(out);
    expect(lines).toMatchObject([{ in: true }, { in: true }, { in: false, ticket: '2222-0003-2' }]);
    expect(lines[1].decisions).toEqual([
      { step: 'decide', decision: 'not-chosen', words: 'Putuskan tiap usulan: Tidak dipilih' },
    ]);
  });
});
