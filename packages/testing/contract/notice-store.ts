// What every store of notices promises.
import type { NoticeStore } from '@layan/application/ports/notices';
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
