import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../fixtures/call.ts';
import { examplePath } from '../fixtures/example.ts';
import { ErrorResult } from '../results/error-result.ts';
import { RunResult } from '../results/run-result.ts';

const file = examplePath('surat-rekomendasi.json');
const tenant = examplePath('kabupaten-contoh.json');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layan-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const script = async (content: unknown): Promise<string> => {
  const path = join(folder, `${Math.random()}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const play = async (path: string, ...more: string[]) => {
  const { exit, out } = await call(['run', file, '--script', path, '--json', ...more]);
  return { exit, answer: RunResult.parse(JSON.parse(out)) };
};

const filed = { channel: 'counter', facts: { purpose: 'school' } };
const accept = { step: 'check-file', outcome: 'accept', facts: { visitNeeded: false } };

describe('layan run', () => {
  test('plays a story with its times: events, ending, products, promises, messages', async () => {
    const { exit, answer } = await play(examplePath('kunjungan.json'), '--tenant', tenant);
    expect([exit, answer.completed, answer.ending?.id, answer.zone]).toEqual([0, true, 'granted', 'WITA']);
    expect(answer.products).toMatchObject([
      { id: 'letter', state: 'active', number: '460/001/REK/III/2026' },
    ]);
    const states = Object.fromEntries(answer.promises.map(({ id, state }) => [id, state]));
    expect(states).toEqual({
      'file-checked': 'kept',
      'visited-letter': 'kept',
      'visit-made': 'broken',
      'signed-in-time': 'kept',
    });
    expect(answer.events.map(({ seq }) => seq)).toEqual(answer.events.map((_, at) => at + 1));
    expect(answer.events.at(-1)).toMatchObject({ type: 'caseEnded', at: '2026-03-25T06:30:00.000Z' });
    expect(answer.messages.map(({ text }) => text)).toContain(
      'Waktu penyelesaian diperpanjang 2 hari kerja.',
    );
    const ledger = answer.promises.find(({ id }) => id === 'visited-letter')?.ledger;
    expect(ledger?.map(({ turn }) => turn)).toEqual(['started', 'extended', 'kept']);
  });

  test('tells for whom the case waited, in working time', async () => {
    const { answer } = await play(examplePath('kunjungan.json'), '--tenant', tenant);
    const minutes = Object.fromEntries(answer.time.map(({ role, workingMinutes }) => [role, workingMinutes]));
    // From 13.58 to 15.00 on Thursday, and half an hour on Friday.
    expect(minutes.applicant).toBe(92);
    expect(answer.time.map(({ label }) => label)).toContain('Petugas lapangan');
  });

  test('names the delegate who signed, and in which capacity', async () => {
    const { out } = await call(['run', file, '--script', examplePath('kunjungan.json'), '--tenant', tenant]);
    expect(out).toContain('Sekretaris (Plh. Kepala Dinas) · Tanda tangan: Tanda tangani');
  });

  test('tells a turn that is refused, and the case before it', async () => {
    const { exit, answer } = await play(examplePath('terlalu-cepat.json'));
    expect(exit).toBe(1);
    expect(answer.refused).toMatchObject({ turn: 2, code: 'step-not-active' });
    expect(answer.waiting).toMatchObject([{ step: 'write-draft', role: 'Staf' }]);
  });

  test.each([
    ['a step', { step: 'sing', outcome: 'sign' }, 'Maksud Anda "sign"?'],
    ['an outcome', { step: 'sign', outcome: 'sing' }, 'Maksud Anda "sign"?'],
    ['a route', { step: 'choose-way', outcome: 'visit' }, 'berjalan sendiri'],
    ['a timer', { timer: 'laps' }, 'Maksud Anda "lapse"?'],
    ['an interruption', { interruption: 'go' }, 'withdraw'],
    ['a suspension', { suspend: 'emergenci' }, 'Maksud Anda "emergency"?'],
    ['a deadline', { extend: 'letter' }, 'plain-letter'],
    ['a sub-case', { subcase: 'sign', ending: 'granted' }, 'tidak ada'],
    ['a role', { step: 'sign', outcome: 'sign', as: 'hed' }, 'Maksud Anda "head"?'],
    ['a fact', { step: 'sign', outcome: 'sign', facts: { purpos: 'x' } }, 'Maksud Anda "purpose"?'],
  ])('refuses the turn that names %s wrongly', async (_, turn, words) => {
    const path = await script({ ...filed, turns: [accept, turn] });
    const { exit, out } = await call(['run', file, '--script', path, '--json']);
    const { error } = ErrorResult.parse(JSON.parse(out));
    expect([exit, error.code]).toEqual([2, 'unknown-name']);
    expect(error.message).toContain('Giliran 2: ');
    expect(error.message).toContain(words);
  });

  test.each([
    ['a channel', { channel: 'window' }, 'Saat masuk: Kanal "window"'],
    ['a fact', { facts: { purpos: 'x' } }, 'Maksud Anda "purpose"?'],
    ['a receipt of its own', { received: '2026-03-01T09:00' }, 'hapus "received"'],
  ])('takes %s that is not there for bad usage', async (_, slip, words) => {
    const path = await script({ ...filed, ...slip, turns: [] });
    const { exit, err } = await call(['run', file, '--script', path]);
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });

  test('tells an estimate, a norm and a complaint in words of their own', async () => {
    const far = { ...filed, at: '2029-03-01T09:00', turns: [accept] };
    const { answer } = await play(await script(far));
    expect(answer.promises.some(({ caution }) => caution?.startsWith('Perkiraan'))).toBe(true);
    const words = answer.events.map((event) => event.words);
    expect(words.some((one) => one.startsWith('Norma '))).toBe(
      answer.promises.some(({ kind }) => kind === 'norm'),
    );
    expect(words[0]).toContain('Permohonan masuk');
    const complaint = (await readFile(file, 'utf8')).replace('"kind": "application"', '"kind": "complaint"');
    const path = await script({ ...filed, turns: [] });
    const { out } = await call(['run', '-', '--script', path], complaint);
    expect(out).toContain('Pengaduan masuk melalui');
  });

  test.each([
    ['a value', { ...filed, facts: { purpose: 'holiday' } }, 'facts-invalid'],
    [
      'a personal fact',
      { ...filed, facts: { purpose: 'school', applicantName: 'Warga Uji Satu' } },
      'facts-invalid',
    ],
    ['what is missing', { ...filed, facts: {} }, 'facts-missing'],
  ])('refuses the filing for %s', async (_, story, code) => {
    const { exit, answer } = await play(await script({ ...story, turns: [] }));
    expect([exit, answer.refused?.turn, answer.refused?.code]).toEqual([1, 0, code]);
    expect(answer.events).toEqual([]);
  });

  test('compares with what the script expects, and only with that', async () => {
    const open = { ...filed, turns: [accept] };
    expect((await play(await script(open))).exit).toBe(0);
    const { exit, answer } = await play(
      await script({
        ...open,
        ending: 'granted',
        products: { letter: 'active' },
        promises: { 'plain-letter': 'kept' },
      }),
    );
    expect(exit).toBe(1);
    expect(answer.unexpected).toEqual([
      { what: 'akhir', expected: 'granted', found: 'belum berakhir' },
      { what: 'produk letter', expected: 'active', found: 'tidak ada' },
      { what: 'janji plain-letter', expected: 'kept', found: 'running' },
    ]);
  });

  test.each([
    ['a field nobody knows', { ...filed, turns: [], colour: 1 }],
    ['a turn of no kind', { ...filed, turns: [{ stepp: 'sign' }] }],
    ['no turns', filed],
    ['another format', { format: 'layan.script/2', ...filed, turns: [] }],
    ['a time that is none', { ...filed, at: '2026-03-02', turns: [] }],
    ['a day that is none', { ...filed, at: '2026-02-30T09:00', turns: [] }],
    ['a time before the one before', { ...filed, turns: [{ ...accept, at: '2026-03-01T09:00' }] }],
    ['JSON that is none', '{'],
  ])('takes a script with %s for bad usage', async (_, content) => {
    const { exit, out } = await call(['run', file, '--script', await script(content), '--json']);
    expect(exit).toBe(2);
    expect(ErrorResult.parse(JSON.parse(out)).error.message).not.toBe('');
  });

  test('plays the examples of a standard', async () => {
    const { exit, out } = await call(['run', file, '--example', 'anonymous-suggestion', '--json']);
    expect([exit, RunResult.parse(JSON.parse(out)).ending?.id]).toEqual([0, 'answered']);
  });

  test('says why a clock may not be extended', async () => {
    const extend = { extend: 'plain-letter', at: '2026-03-03T09:00' };
    const { answer } = await play(await script({ ...filed, turns: [accept, extend] }));
    expect(answer.refused?.message).toBe(
      'batas waktu "Surat tanpa kunjungan terbit" tidak boleh diperpanjang.',
    );
  });

  test('says that a case is anonymous', async () => {
    const { out } = await call(['run', file, '--script', examplePath('saran-tanpa-nama.json')]);
    expect(out).toContain('Tanpa nama');
  });

  test('holds the case while it is suspended', async () => {
    const { exit, answer } = await play(
      await script({
        ...filed,
        turns: [
          accept,
          { suspend: 'emergency', at: '2026-03-03T09:00' },
          { step: 'write-draft', outcome: 'done', at: '2026-03-03T10:00' },
        ],
      }),
    );
    expect([exit, answer.refused?.turn, answer.refused?.code]).toEqual([1, 3, 'case-suspended']);
    expect(answer.promises.find(({ id }) => id === 'plain-letter')?.state).toBe('paused');
  });
});
