import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machine } from '../machine.ts';
import { main } from '../main.ts';
import { ExportResult } from '../results/export-result.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layan-export-'));
  const files = { 'data-00001.jsonl': '{"pk":"TENANT"}\n', 'berkas-00001.tar': 'tar' };
  const sums = Object.entries(files).map(
    ([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`,
  );
  for (const [name, text] of Object.entries({ ...files, SHA256SUMS: sums.join('') }))
    await writeFile(join(folder, name), text);
});
afterEach(() => rm(folder, { recursive: true }));

const verify = async (...more: string[]) => {
  let out = '';
  let err = '';
  const hear = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const exit = await main(['export', 'verify', ...more], { ...machine(), ...hear });
  return { exit, out, err };
};

describe('what a government took home', () => {
  it('is found whole, with the hash that the certificate names', async () => {
    const { exit, out } = await verify('--folder', folder, '--json');
    expect(exit).toBe(0);
    const result = ExportResult.parse(JSON.parse(out));
    expect(result).toMatchObject({ clean: true, files: 2, faults: [] });
    expect(result.list).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is told to be damaged, file by file', async () => {
    await writeFile(join(folder, 'data-00001.jsonl'), '{"pk":"TENANT!"}\n');
    await rm(join(folder, 'berkas-00001.tar'));
    const { exit, out } = await verify('--folder', folder);
    expect(exit).toBe(1);
    expect(out).toContain('data-00001.jsonl tidak sama dengan yang diserahkan.');
    expect(out).toContain('berkas-00001.tar tidak ada.');
  });

  it('is looked for only where a list lies', async () => {
    await rm(join(folder, 'SHA256SUMS'));
    expect(await verify('--folder', folder)).toMatchObject({ exit: 2, out: '' });
    expect(await verify()).toMatchObject({ exit: 2 });
  });
});
