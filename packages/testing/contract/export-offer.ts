// What every offer of an export promises.
import type { ExportOffer } from '@layan/application/ports/exports';
import type { ExportedFile } from '@layan/application/ports/offboarding';
import { describe, expect, it } from 'vitest';
import { AGENCY, minute, staffIdOf } from '../builders/ids.ts';

/** So many files of an export, as they are named, in the order of their names. */
export const exportedFiles = (count: number): readonly ExportedFile[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ name: `data-${String(n + 1).padStart(5, '0')}-abcdef01.jsonl`, sha256: 'ab'.repeat(32) },
    ...{ bytes: 4_194_304, rows: 5000 },
  }));

const offer = { agency: AGENCY, at: minute(1), sealed: 3 };
const by = (n: number) => ({ id: staffIdOf(n), name: `Petugas Uji ${n}` });

async function namesIn(exports: ExportOffer) {
  const names: string[] = [];
  let after: string | undefined;
  let pages = 0;
  do {
    const page = await exports.page(after);
    names.push(...page.files.map(({ name }) => name));
    after = page.next;
    pages += 1;
  } while (after !== undefined);
  return { names, pages };
}

export function exportOfferContract(name: string, open: () => Promise<ExportOffer>): void {
  describe(`offer of an export: ${name}`, () => {
    it('lists every file once, by name, page by page, and finds each by its name', async () => {
      const exports = await open();
      expect(await exports.find()).toBeUndefined();
      expect(await exports.page(undefined)).toEqual({ files: [] });
      expect(await exports.findFile('data-00001-abcdef01.jsonl')).toBeUndefined();
      const files = exportedFiles(1000);
      await exports.offer(offer, files);
      expect(await exports.find()).toEqual({ ...offer, files: 1000, fetched: 0 });
      expect(await namesIn(exports)).toEqual({ names: files.map((file) => file.name), pages: 2 });
      for (const at of [0, 499, 500, 999])
        expect(await exports.findFile(files[at]?.name ?? '')).toEqual(files[at]);
      for (const other of ['', 'data-00001', 'data-00500-abcdef01.jsonm', 'zzz', 'OFFER'])
        expect(await exports.findFile(other)).toBeUndefined();
    });

    it('counts each file that was fetched once, and keeps who did last', async () => {
      const exports = await open();
      const files = exportedFiles(501);
      await exports.offer(offer, files);
      const [first = '', second = ''] = files.map((file) => file.name);
      await exports.noteFetched(first, { by: by(1), at: minute(2) });
      await exports.noteFetched(first, { by: by(2), at: minute(3) });
      await exports.noteFetched(files.at(-1)?.name ?? '', { by: by(1), at: minute(4) });
      expect(await exports.find()).toMatchObject({ fetched: 2, last: { by: by(1), at: minute(4) } });
      const page = await exports.page(undefined);
      expect(page.files[0]).toEqual({ ...files[0], fetched: { by: by(2), at: minute(3) } });
      expect(page.files[1]).toEqual({ ...files[1], name: second });
      expect((await exports.page(page.next)).files).toEqual([
        { ...files.at(-1), fetched: { by: by(1), at: minute(4) } },
      ]);
    });

    it('forgets nothing of what was fetched when the same is offered once more, and all of it for another', async () => {
      const exports = await open();
      const [file] = exportedFiles(1);
      if (!file) throw new Error('no file');
      await exports.offer(offer, [file]);
      await exports.noteFetched(file.name, { by: by(1), at: minute(2) });
      await exports.offer(offer, [file]);
      expect(await exports.find()).toMatchObject({ fetched: 1 });
      await exports.offer({ ...offer, at: minute(5) }, [file, { ...file, name: 'zz' }]);
      expect(await exports.find()).toEqual({ ...offer, at: minute(5), files: 2, fetched: 0 });
      expect((await exports.page(undefined)).files).toEqual([file, { ...file, name: 'zz' }]);
    });

    it('is offered once by two turns at once, and counts on', async () => {
      const exports = await open();
      const files = exportedFiles(2);
      await Promise.all([exports.offer(offer, files), exports.offer(offer, files)]);
      await exports.noteFetched(files[0]?.name ?? '', { by: by(1), at: minute(2) });
      await Promise.all([exports.offer(offer, files), exports.offer(offer, files)]);
      expect(await exports.find()).toMatchObject({ files: 2, fetched: 1 });
    });

    it('leaves nothing when it is withdrawn, also for who fetches at that moment', async () => {
      const exports = await open();
      const [file] = exportedFiles(1);
      if (!file) throw new Error('no file');
      await exports.offer(offer, [file]);
      await exports.noteFetched(file.name, { by: by(1), at: minute(2) });
      await exports.withdraw();
      await exports.noteFetched(file.name, { by: by(1), at: minute(3) });
      expect(await exports.find()).toBeUndefined();
      expect(await exports.page(undefined)).toEqual({ files: [] });
      await exports.offer({ ...offer, at: minute(6) }, [file]);
      expect((await exports.page(undefined)).files).toEqual([file]);
    });
  });
}
