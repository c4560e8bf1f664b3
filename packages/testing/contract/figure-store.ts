// What every store of daily figures promises.
import type { CaseStore } from '@layan/application/ports/cases';
import type { FigureStore } from '@layan/application/ports/figures';
import { emptyDay } from '@layan/domain/case/day-figures';
import { describe, expect, it } from 'vitest';
import { aFiledCase, aNextChange } from '../builders/a-case.ts';
import { AGENCY, caseIdOf, OTHER_AGENCY } from '../builders/ids.ts';

const done = { ok: true, value: undefined };
const moved = { ok: false, error: 'moved-meanwhile' };
const day = (filed: number) => ({ ...emptyDay('2026-03-25'), filed });

export function figureStoreContract(
  name: string,
  open: () => Promise<{ readonly cases: CaseStore; readonly figures: FigureStore }>,
): void {
  describe(`figure store: ${name}`, () => {
    it('gives the events of a case after a sequence number, in order', async () => {
      const { cases, figures } = await open();
      const filed = aFiledCase(1);
      await cases.commit(filed);
      const next = aNextChange(filed.after);
      await cases.commit(next);
      expect((await figures.eventsAfter(caseIdOf(1), 0)).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await figures.eventsAfter(caseIdOf(1), 1)).toEqual(next.events);
      expect(await figures.eventsAfter(caseIdOf(2), 0)).toEqual([]);
    });

    it('keeps a day and how far a case was counted into it', async () => {
      const { figures } = await open();
      const step = { caseId: caseIdOf(1), agency: AGENCY, from: 0, to: 3 };
      expect(await figures.countedTo(caseIdOf(1))).toBe(0);
      expect(await figures.advance({ ...step, days: [{ figures: day(1), revision: undefined }] })).toEqual(
        done,
      );
      expect(await figures.countedTo(caseIdOf(1))).toBe(3);
      expect(await figures.day(AGENCY, '2026-03-25')).toEqual({ figures: day(1), revision: 1 });
      expect(await figures.day(OTHER_AGENCY, '2026-03-25')).toBeUndefined();
    });

    it('counts nothing when the case was counted meanwhile', async () => {
      const { figures } = await open();
      const step = { caseId: caseIdOf(1), agency: AGENCY, from: 0, to: 1 };
      await figures.advance({ ...step, days: [{ figures: day(1), revision: undefined }] });
      expect(await figures.advance({ ...step, days: [{ figures: day(2), revision: 1 }] })).toEqual(moved);
      expect((await figures.day(AGENCY, '2026-03-25'))?.figures.filed).toBe(1);
    });

    it('counts nothing when another case was counted into the day meanwhile', async () => {
      const { figures } = await open();
      const first = { caseId: caseIdOf(1), agency: AGENCY, from: 0, to: 1 };
      const second = { caseId: caseIdOf(2), agency: AGENCY, from: 0, to: 1 };
      const days = [{ figures: day(1), revision: undefined }];
      expect(await figures.advance({ ...first, days })).toEqual(done);
      expect(await figures.advance({ ...second, days })).toEqual(moved);
      expect(await figures.countedTo(caseIdOf(2))).toBe(0);
    });
  });
}
