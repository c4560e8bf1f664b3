import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openStore } from './store.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'layan-store-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const Note = z.object({ text: z.string() });
const open = () => openStore(dir).collection('notes', Note);

describe('a collection', () => {
  it('finds again what it kept, whatever the names are', () => {
    const ids = ['a', 'bucket/incoming/kota-a/scan 1.jpg', '../outside', 'x'.repeat(500)];
    const notes = open();
    for (const id of ids) notes.set(id, { text: id });
    expect([...open().entries()].sort()).toEqual(ids.map((id) => [id, { text: id }]).sort());
    expect(readdirSync(dir)).toEqual(['notes']);
  });

  it('keeps the last value and forgets what was deleted', () => {
    const notes = open();
    notes.set('a', { text: 'satu' });
    notes.set('a', { text: 'dua' });
    notes.set('b', { text: 'tiga' });
    notes.delete('b');
    notes.delete('never');
    expect([...open().values()]).toEqual([{ text: 'dua' }]);
  });

  it('is readable by its owner only', () => {
    open().set('a', { text: 'rahasia' });
    const [file = ''] = readdirSync(join(dir, 'notes'));
    expect(statSync(join(dir, 'notes', file)).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'notes')).mode & 0o777).toBe(0o700);
  });

  it('sweeps away what a killed host left half-written', () => {
    open().set('a', { text: 'utuh' });
    writeFileSync(join(dir, 'notes', 'b.json.tmp'), '{"id":"b","val');
    expect([...open().values()]).toEqual([{ text: 'utuh' }]);
    expect(readdirSync(join(dir, 'notes'))).toHaveLength(1);
  });

  it('has every document it said it kept, after the host was killed in the middle', () => {
    const script = `
      import * as z from 'zod';
      import { openStore } from ${JSON.stringify(new URL('./store.ts', import.meta.url).href)};
      const notes = openStore(${JSON.stringify(dir)}).collection('notes', z.object({ text: z.string() }));
      for (let i = 0; ; i += 1) {
        notes.set('n' + (i % 7), { text: String(i) });
        if (i === 500) process.kill(process.pid, 'SIGKILL');
      }`;
    const flags = ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', script];
    const { signal } = spawnSync(process.execPath, flags, { cwd: import.meta.dirname });
    expect(signal).toBe('SIGKILL');
    const kept = [...open().values()].map(({ text }) => Number(text)).sort((a, b) => a - b);
    expect(kept).toEqual([494, 495, 496, 497, 498, 499, 500]);
  });

  it('refuses a document that is not of its schema', () => {
    openStore(dir).collection('notes', z.number()).set('a', 1);
    expect(open).toThrow();
  });
});
