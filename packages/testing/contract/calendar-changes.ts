// What every store of calendar changes promises.
import type { CalendarChange, CalendarChanges } from '@layan/application/ports/calendar';
import { describe, expect, it } from 'vitest';
import { minute } from '../builders/ids.ts';

const change: CalendarChange = {
  causes: [{ date: '2026-09-04', reason: 'libur daerah: Hari jadi kota' }],
  at: minute(0),
  moved: false,
  revision: 1,
};

export function calendarChangesContract(name: string, open: () => Promise<CalendarChanges>): void {
  describe(`calendar changes: ${name}`, () => {
    it('keeps the last change, one revision over the one before it', async () => {
      const changes = await open();
      expect(await changes.find()).toBeUndefined();
      expect(await changes.save(change, undefined)).toEqual({ ok: true, value: undefined });
      expect(await changes.save(change, undefined)).toEqual({ ok: false, error: 'changed-meanwhile' });
      const next = { ...change, after: 'x', moved: true, revision: 2 };
      expect(await changes.save(next, 1)).toEqual({ ok: true, value: undefined });
      expect(await changes.save(next, 1)).toEqual({ ok: false, error: 'changed-meanwhile' });
      expect(await changes.find()).toEqual(next);
    });
  });
}
