// What every keeper of spreadsheet layouts does.
import type { SheetTemplate, SheetTemplates } from '@layan/application/ports/sheets';
import { InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import { describe, expect, it } from 'vitest';

const standard = StandardId.parse('pengesahan-uji');

const template = (revision: number, changes: Partial<SheetTemplate> = {}): SheetTemplate => ({
  standard,
  columns: { applicantName: 'NAMA' },
  same: { newborn: 'no' },
  by: { id: StaffId.parse('staff-1'), name: 'Supervisor Uji' },
  at: InstantText.parse('2026-03-25T01:00:00.000Z'),
  revision,
  ...changes,
});

export function sheetTemplatesContract(name: string, open: () => Promise<SheetTemplates>): void {
  describe(`layouts of spreadsheets, ${name}`, () => {
    it('are given back as they were set down, each to its batch', async () => {
      const sheets = await open();
      expect(await sheets.find(standard)).toBeUndefined();
      expect(await sheets.save(template(1), undefined)).toEqual({ ok: true, value: undefined });
      expect(await sheets.find(standard)).toEqual(template(1));
      expect(await sheets.find(StandardId.parse('pengesahan-lain'))).toBeUndefined();
    });

    it('are not overwritten by who saw an older one', async () => {
      const sheets = await open();
      await sheets.save(template(1), undefined);
      await sheets.save(template(2, { same: {} }), 1);
      for (const before of [undefined, 1])
        expect(await sheets.save(template(3), before)).toEqual({ ok: false, error: 'changed-meanwhile' });
      expect(await sheets.find(standard)).toEqual(template(2, { same: {} }));
    });
  });
}
