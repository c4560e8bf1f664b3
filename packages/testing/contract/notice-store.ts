// What every store of notices promises.
import type { NoticeStore, Telling } from '@layan/application/ports/notices';
import { describe, expect, it } from 'vitest';
import { caseIdOf, minute } from '../builders/ids.ts';

const done = { ok: true, value: undefined };
const changed = { ok: false, error: 'changed-meanwhile' };

export function noticeStoreContract(name: string, open: () => Promise<NoticeStore>): void {
  describe(`notice store: ${name}`, () => {
    it('knows nothing of a case until something is noted, and then what was noted last', async () => {
      const notices = await open();
      expect(await notices.find(caseIdOf(1))).toBeUndefined();
      const claim = { to: 0, sendingUntil: minute(1), revision: 1 };
      expect(await notices.save(caseIdOf(1), claim, undefined)).toEqual(done);
      expect(await notices.find(caseIdOf(1))).toEqual(claim);
      expect(await notices.save(caseIdOf(1), { to: 4, revision: 2 }, 1)).toEqual(done);
      expect(await notices.find(caseIdOf(1))).toEqual({ to: 4, revision: 2 });
      expect(await notices.find(caseIdOf(2))).toBeUndefined();
    });

    it('keeps a word to officers until a later turn of the same matter', async () => {
      const notices = await open();
      const telling: Telling = {
        ...{
          id: caseIdOf(1),
          turn: 1 as const,
          at: minute(1),
          to: ['ppdp@dinas-uji.example'],
          from: 'Dinas Uji',
        },
        ...{ title: 'Sisa satu hari', lines: ['Jawab permintaan ini.'] },
        link: { label: 'Buka', url: 'https://console.example/data-pribadi' },
      };
      expect(await notices.findTelling(caseIdOf(1))).toBeUndefined();
      await notices.tell(telling);
      await notices.tell({ ...telling, title: 'Lagi' });
      expect(await notices.findTelling(caseIdOf(1))).toEqual(telling);
      await notices.tell({ ...telling, turn: 2, title: 'Lewat' });
      await notices.tell(telling);
      expect(await notices.findTelling(caseIdOf(1))).toMatchObject({ turn: 2, title: 'Lewat' });
    });

    it('lets one of two write over the same revision', async () => {
      const notices = await open();
      const both = await Promise.all(
        [1, 2].map((to) => notices.save(caseIdOf(1), { to, revision: 1 }, undefined)),
      );
      expect(both).toContainEqual(done);
      expect(both).toContainEqual(changed);
      expect(await notices.save(caseIdOf(1), { to: 9, revision: 3 }, 2)).toEqual(changed);
    });
  });
}
