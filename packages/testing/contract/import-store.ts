// What every store of imports promises.
import type { ImportRow, ImportStore, RegisterImport } from '@layan/application/ports/imports';
import { describe, expect, it } from 'vitest';
import { AGENCY, minute, OTHER_AGENCY, STANDARD, staffIdOf } from '../builders/ids.ts';

const done = { ok: true, value: undefined };
const changed = { ok: false, error: 'changed-meanwhile' };
const by = { id: staffIdOf(1), name: 'Petugas Uji 1' };

const anImport = (id: string, changes: Partial<RegisterImport> = {}): RegisterImport => ({
  id,
  agency: AGENCY,
  standard: STANDARD,
  fileName: { sealed: 'v1.buku-kartu' },
  fingerprint: 'f1',
  rows: 3,
  mapping: { columns: { number: 'No. Kartu' }, product: 'card' },
  by,
  startedAt: minute(1),
  changedAt: minute(1),
  done: 0,
  counts: { taken: 0, unguarded: 0, unchanged: 0, problems: 0 },
  key: 'v1.key',
  revision: 1,
  ...changes,
});

const aRow = (position: number, changes: Partial<ImportRow> = {}): ImportRow => ({
  position,
  line: position + 1,
  obstacle: { kind: 'invalid', problems: [{ field: 'nik', code: 'nik-length' }] },
  cells: { sealed: `v1.row-${position}` },
  revision: 1,
  ...changes,
});

export function importStoreContract(name: string, open: () => Promise<ImportStore>): void {
  describe(`import store: ${name}`, () => {
    it('keeps the imports of each agency for itself', async () => {
      const store = await open();
      expect(await store.list(AGENCY)).toEqual([]);
      expect(await store.save(anImport('a'), undefined)).toEqual(done);
      expect(await store.save(anImport('b'), undefined)).toEqual(done);
      expect(await store.find(AGENCY, 'a')).toEqual(anImport('a'));
      expect(await store.find(OTHER_AGENCY, 'a')).toBeUndefined();
      expect((await store.list(AGENCY)).map(({ id }) => id).sort()).toEqual(['a', 'b']);
      expect(await store.list(OTHER_AGENCY)).toEqual([]);
    });

    it('lets one of two write over the same revision', async () => {
      const store = await open();
      await store.save(anImport('a'), undefined);
      expect(await store.save(anImport('a'), undefined)).toEqual(changed);
      const next = anImport('a', { done: 2, revision: 2 });
      const both = await Promise.all([store.save(next, 1), store.save(next, 1)]);
      expect(both).toContainEqual(done);
      expect(both).toContainEqual(changed);
      expect((await store.find(AGENCY, 'a'))?.done).toBe(2);
    });

    it('shows rows in the order of the file, page by page', async () => {
      const store = await open();
      for (const position of [10, 2, 1]) await store.saveRow('a', aRow(position), undefined);
      await store.saveRow('b', aRow(3), undefined);
      const first = await store.rows({ importId: 'a', limit: 2 });
      expect(first.rows.map(({ position }) => position)).toEqual([1, 2]);
      expect(first.next).toBe(2);
      const second = await store.rows({ importId: 'a', limit: 2, after: 2 });
      expect(second).toEqual({ rows: [aRow(10)] });
    });

    it('settles a row once', async () => {
      const store = await open();
      const duplicate = aRow(1, { obstacle: { kind: 'duplicate', heldBy: 'card-1' } });
      expect(await store.saveRow('a', duplicate, undefined)).toEqual(done);
      expect(await store.saveRow('a', duplicate, undefined)).toEqual(changed);
      const settled: ImportRow = {
        ...duplicate,
        settled: { how: 'no-longer-in-force', at: minute(2), by },
        revision: 2,
      };
      expect(await store.saveRow('a', settled, 1)).toEqual(done);
      expect(await store.saveRow('a', settled, 1)).toEqual(changed);
      expect(await store.findRow('a', 1)).toEqual(settled);
      expect(await store.findRow('a', 2)).toBeUndefined();
    });
  });
}
