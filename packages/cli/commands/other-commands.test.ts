// check, paths, render, diff and schema: what they answer, in the shapes that are documented.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '@layan/domain/standard/checks/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../fixtures/call.ts';
import { example, examplePath } from '../fixtures/example.ts';
import { CheckResult, CodesResult } from '../results/check-result.ts';
import { DiffResult, RenderResult } from '../results/document-results.ts';
import { ErrorResult } from '../results/error-result.ts';
import { PathsResult } from '../results/paths-result.ts';

const file = examplePath('surat-rekomendasi.json');
const small = examplePath('surat-keterangan.json');
const text = await example('surat-keterangan.json');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layan-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('layan check', () => {
  test('has nothing against a standard that can be published', async () => {
    const { exit, out, err } = await call(['check', file, '--json']);
    const answer = CheckResult.parse(JSON.parse(out));
    expect([exit, err, answer.clean, answer.counts.error]).toEqual([0, '', true, 0]);
    expect(answer.readings).toContain('two-returns');
  });

  test('tells each finding with code, place, sentence and advice, and that it cannot be published', async () => {
    const { exit, out } = await call(['check', '-'], text.replace('"to": ["given"]', '"to": ["gone"]'));
    expect(exit).toBe(1);
    expect(out).toContain('KESALAHAN case-stuck');
    expect(out).toContain('process.places.gone');
    expect(out).toContain('Belum dapat diterbitkan.');
  });

  test('quotes the sentence that a finding is about', async () => {
    const { out } = await call(['check', '-'], text.replace('"role": "officer",', ''));
    expect(out).toContain('teks   procedure.1: Pemohon datang ke loket.');
  });

  test('looks at hours and staff where it is given a tenant', async () => {
    const staff = { format: 'layan.tenant/1', staff: [{ roles: ['somebody-else'] }] };
    const tenant = join(folder, 'tenant.json');
    await writeFile(tenant, JSON.stringify(staff));
    const alone = await call(['check', small, '--json']);
    const there = await call(['check', small, '--json', '--tenant', tenant]);
    const codes = (out: string) => CheckResult.parse(JSON.parse(out)).findings.map(({ code }) => code);
    expect(codes(there.out).length).toBeGreaterThan(codes(alone.out).length);
  });

  test('lists every code it knows', async () => {
    const { exit, out } = await call(['check', '--codes', '--json']);
    const { codes } = CodesResult.parse(JSON.parse(out));
    expect([exit, codes.map(({ code }) => code)]).toEqual([0, Object.keys(catalogue).sort()]);
  });
});

const nine = [{ from: '09:00', to: '10:00' }];
const sundays = Array.from({ length: 200 }, (_, week) => ({
  date: new Date(Date.UTC(2026, 2, 1 + 7 * week)).toISOString().slice(0, 10),
  name: 'tutup',
}));

describe('a tenant file', () => {
  test.each([
    [{}, 'format'],
    [{ format: 'layan.tenant/2' }, 'format'],
    [{ format: 'layan.tenant/1', zone: 'Asia/Singapore' }, 'zone'],
    [{ format: 'layan.tenant/1', office: [[]] }, 'tujuh hari'],
    [{ format: 'layan.tenant/1', office: [[], [], [], [], [], [], []] }, 'harus buka'],
    [
      { format: 'layan.tenant/1', office: [[{ from: '9', to: '10:00' }], [], [], [], [], [], []] },
      'office.0.0.from',
    ],
    [
      { format: 'layan.tenant/1', office: [[{ from: '12:00', to: '10:00' }], [], [], [], [], [], []] },
      'berurutan',
    ],
    [
      { format: 'layan.tenant/1', closures: [{ date: '2026-02-30', kind: 'local', name: 'x' }] },
      'closures.0.date',
    ],
    [{ format: 'layan.tenant/1', colour: 1 }, 'colour'],
    [
      { format: 'layan.tenant/1', office: [[], [], [], [], [], [], nine], localClosures: sundays },
      'hari buka',
    ],
  ])('that is %j is bad usage, with its place', async (content, words) => {
    const path = join(folder, 'wrong.json');
    await writeFile(path, JSON.stringify(content));
    const { exit, out, err } = await call(['check', small, '--tenant', path, '--json']);
    expect([exit, ErrorResult.parse(JSON.parse(out)).error.code]).toEqual([2, 'file-unfit']);
    expect(err).toContain(words);
  });
});

describe('layan paths', () => {
  test('tells every path with roles, norms and promises', async () => {
    const { exit, out } = await call(['paths', file, '--simple', '--json']);
    const { complete, paths, unreached } = PathsResult.parse(JSON.parse(out));
    expect([exit, complete]).toEqual([0, true]);
    // By going round, and by an interruption.
    expect(unreached).toEqual(['incomplete', 'withdrawn']);
    const visited = paths.find(
      ({ channel, ending, turns }) => channel === 'portal' && ending.id === 'granted' && turns.length === 6,
    );
    expect(visited?.turns.map(({ role }) => role)).toContain('Petugas lapangan');
    expect(visited?.promises.map(({ id }) => id)).toEqual(['visited-letter']);
    expect(visited?.norms.map(({ id }) => id)).toEqual(['visit-made', 'signed-in-time']);
    expect(visited?.normSum).toEqual([{ unit: 'working_day', amount: 4 }]);
    expect(visited?.products).toEqual({ letter: 'active' });
  });

  test('says when there are more than it was asked for', async () => {
    const { exit, out } = await call(['paths', file, '--most', '3']);
    expect(exit).toBe(0);
    expect(out).toContain('masih ada yang lain');
    const { complete } = PathsResult.parse(
      JSON.parse((await call(['paths', file, '--most', '3', '--json'])).out),
    );
    expect(complete).toBe(false);
  });

  test('can be narrowed down to a channel and an ending that there are', async () => {
    const { out } = await call(['paths', file, '--channel', 'box', '--ending', 'answered', '--json']);
    expect(PathsResult.parse(JSON.parse(out)).paths).toHaveLength(1);
    expect((await call(['paths', file, '--channel', 'boks'])).err).toContain('Maksud Anda "box"?');
  });
});

describe('layan render', () => {
  test.each([
    ['html', '<!doctype html>'],
    ['sippn', '<!doctype html>'],
    ['svg', '<svg'],
  ])('draws %s', async (form, start) => {
    const { exit, out } = await call(['render', file, '--as', form]);
    expect(exit).toBe(0);
    expect(out.startsWith(start)).toBe(true);
    expect(out).toContain('Surat Rekomendasi');
  });

  test('canonical JSON read and written again is the same to the byte', async () => {
    const once = await call(['render', file, '--as', 'json']);
    const again = await call(['render', '-', '--as', 'json'], once.out);
    const hash = (content: string) => createHash('sha256').update(content).digest('hex');
    expect(hash(again.out)).toBe(hash(once.out));
    expect(once.out.endsWith('}')).toBe(true);
  });

  test('writes the file it is asked for, and nothing else', async () => {
    const path = join(folder, 'surat.html');
    const { exit, out } = await call(['render', file, '--as', 'html', '-o', path, '--json']);
    const answer = RenderResult.parse(JSON.parse(out));
    const written = await readFile(path);
    expect([exit, answer.out, answer.bytes, answer.content]).toEqual([0, path, written.length, undefined]);
    const refused = await call(['render', file, '--as', 'html', '-o', folder]);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('tidak dapat ditulis')]);
  });
});

describe('layan diff', () => {
  test('tells what changed in words, and what promises less', async () => {
    const fresh = text.replace('"amount": 1', '"amount": 2');
    const { exit, out } = await call(['diff', small, '-', '--json'], fresh);
    const answer = DiffResult.parse(JSON.parse(out));
    expect([exit, answer.equal]).toEqual([0, false]);
    expect(answer.differences).toMatchObject([{ kind: 'changed', weaker: true }]);
    expect(answer.differences[0]?.words).toContain('1 jam kerja menjadi 2 jam kerja');
  });

  test('says first that two services are no two versions of one', async () => {
    const { exit, out } = await call(['diff', small, file]);
    expect([exit, out.startsWith('PERHATIAN: ini dua layanan yang berbeda')]).toEqual([0, true]);
    expect((await call(['diff', small, small])).out).not.toContain('PERHATIAN');
  });

  test('equal standards have no difference, however they are written', async () => {
    const { exit, out } = await call(['diff', small, '-'], JSON.stringify(JSON.parse(text)));
    expect([exit, out]).toEqual([0, 'Tidak ada perbedaan.\n']);
  });
});

describe('layan schema', () => {
  test.each([
    'standard',
    'tenant',
    'script',
    'check',
    'codes',
    'deadline',
    'run',
    'paths',
    'render',
    'diff',
    'error',
  ])('prints the shape of %s', async (name) => {
    const { exit, out } = await call(['schema', name]);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ type: 'object' });
    expect((await call(['schema', name, '--json'])).out).toBe(out);
  });

  test('prints that of a standard when no other is asked for', async () => {
    expect((await call(['schema'])).out).toBe((await call(['schema', 'standard'])).out);
  });
});
