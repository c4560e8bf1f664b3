// Files from strangers: whatever they are, they are refused in words, or read as what they say.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../fixtures/call.ts';
import { example } from '../fixtures/example.ts';
import { CheckResult } from '../results/check-result.ts';
import { ErrorResult } from '../results/error-result.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layan-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (content: string | Uint8Array): Promise<string> => {
  const path = join(folder, `${Math.random()}.json`);
  await writeFile(path, content);
  return path;
};

const text = await example('surat-keterangan.json');

describe('a file that is no JSON', () => {
  test.each([
    ['nothing', '', 'file-not-json'],
    ['cut short', text.slice(0, 400), 'file-not-json'],
    ['with a comment', `// standar\n${text}`, 'file-not-json'],
    ['huge', `"${'x'.repeat(5_000_001)}"`, 'file-too-large'],
    ['bytes', Uint8Array.from({ length: 512 }, (_, at) => at % 256), 'file-not-text'],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'file-not-text'],
    ['with a NUL', '{"a":"\0"}', 'file-not-text'],
  ])('is bad usage: %s', async (_, content, code) => {
    const { exit, out, err } = await call(['check', await file(content), '--json']);
    expect([exit, ErrorResult.parse(JSON.parse(out)).error.code]).toEqual([2, code]);
    expect(err).toContain('Berkas');
  });

  test('says the line where it goes wrong', async () => {
    const { err } = await call(['check', await file('{\n  "format": "layan.standard/1",\n  oops\n}')]);
    expect(err).toContain('baris 3');
  });

  test.each([
    ['missing', 'no-such-file.json', 'tidak ditemukan'],
    ['a folder', 'packages', 'folder'],
    ['without end', '/dev/zero', 'terlalu besar'],
  ])('is bad usage: %s', async (_, path, words) => {
    const { exit, err } = await call(['check', path]);
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });
});

describe('JSON that is no standard', () => {
  test.each([60, 5_000, 100_000])('is told as such however deep it is: %i', async (depth) => {
    const { exit, out } = await call(['check', await file(`${'['.repeat(depth)}${']'.repeat(depth)}`)]);
    expect(exit).toBe(1);
    expect(out).toContain('Susunan dokumen terlalu dalam');
  });

  test.each(['\u200b', '\u00ad', '\u2060', '\u{e0041}'])('may not hide a sign: %j', async (sign) => {
    const { exit, out } = await call(['check', await file(text.replace('"title": "', `"title": "${sign}`))]);
    expect(exit).toBe(1);
    expect(out).toContain('tidak terlihat');
    expect(out).toContain('di     title');
  });

  test.each([
    ['a list', '[]', ''],
    ['null', 'null', ''],
    ['a trap for prototypes', text.replace('{', '{"__proto__": {"polluted": true},'), ''],
    ['a name that stands twice', text.replace('{', '{"format": "layan.standard/1",'), 'format'],
    ['a later version', text.replace('layan.standard/1', 'layan.standard/2'), 'format'],
    [
      'a field nobody knows',
      text.replace('"kind": "task"', '"kind": "task", "colour": 1'),
      'process.steps.0',
    ],
    ['a name of every object', text.replaceAll('give-letter', 'constructor'), 'process.steps.0.id'],
    [
      'a deadline in geological time',
      text.replace('"amount": 1', '"amount": 1000000000'),
      'process.deadlines.0.duration',
    ],
  ])('has findings: %s', async (_, content, place) => {
    const { exit, out } = await call(['check', await file(content), '--json']);
    const { findings, clean } = CheckResult.parse(JSON.parse(out));
    expect([exit, clean]).toEqual([1, false]);
    expect(findings.every(({ code }) => code === 'format')).toBe(true);
    expect(findings.map((finding) => finding.place).join(' ')).toContain(place);
    expect('polluted' in {}).toBe(false);
  });

  test.each(['deadline', 'run', 'paths', 'render'])('cannot be used by %s', async (command) => {
    const path = await file(text.replace('"role": "officer"', '"role": "nobody"'));
    const options = {
      deadline: ['--channel', 'counter', '--from', '2026-03-02T09:00'],
      run: ['--example', 'given'],
      paths: [],
      render: ['--as', 'html'],
    }[command];
    const { exit, out, err } = await call([command, path, ...(options ?? []), '--json']);
    const { error } = ErrorResult.parse(JSON.parse(out));
    expect([exit, error.code, error.findings?.[0]?.code]).toEqual([1, 'standard-unfit', 'unknown-reference']);
    expect(err).toContain('Peran "nobody"');
  });
});

describe('a standard that is written otherwise', () => {
  test.each([
    ['with a byte order mark and DOS line ends', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['in one line', JSON.stringify(JSON.parse(text))],
  ])('is read: %s', async (_, content) => {
    expect((await call(['check', await file(content)])).exit).toBe(0);
  });

  test('may come from the standard input', async () => {
    const { exit, out } = await call(['check', '-', '--json'], text);
    expect([exit, CheckResult.parse(JSON.parse(out)).file]).toEqual([0, '-']);
  });

  test('HTML in it is text', async () => {
    const path = await file(text.replaceAll('Standar Pelayanan Surat', '<script>alert(1)</script>'));
    for (const form of ['html', 'sippn', 'svg']) {
      const { exit, out } = await call(['render', path, '--as', form]);
      expect(exit).toBe(0);
      expect(out).not.toContain('<script>');
    }
  });
});
