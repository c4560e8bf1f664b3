// What every log of reads promises.
import type { ReadLog } from '@layan/application/ports/reads';
import { describe, expect, it } from 'vitest';
import { caseIdOf, minute, staffIdOf } from '../builders/ids.ts';

export function readLogContract(name: string, open: () => Promise<ReadLog>): void {
  describe(`log of reads: ${name}`, () => {
    const reading = (n: number, at: number, by = 1, operation = 'get-case') => ({
      ...{ about: caseIdOf(n), operation, by: staffIdOf(by), name: `Petugas Uji ${by}`, at: minute(at) },
    });

    it('has one row for what a person reads again and again within an hour', async () => {
      const log = await open();
      for (const at of [1, 5, 59]) await log.note(reading(1, at));
      expect(await log.list(caseIdOf(1))).toEqual([
        {
          ...{ about: caseIdOf(1), operation: 'get-case', by: staffIdOf(1), name: 'Petugas Uji 1' },
          ...{ first: minute(1), last: minute(59), times: 3 },
        },
      ]);
    });

    it('keeps people, operations, hours and cases apart, oldest first', async () => {
      const log = await open();
      await log.note(reading(1, 61));
      await log.note(reading(1, 2, 2));
      await log.note(reading(1, 1));
      await log.note(reading(1, 3, 1, 'get-slip'));
      await log.note(reading(2, 1));
      const rows = await log.list(caseIdOf(1));
      expect(rows.map(({ by, operation, first }) => [by, operation, first])).toEqual([
        [staffIdOf(1), 'get-case', minute(1)],
        [staffIdOf(1), 'get-slip', minute(3)],
        [staffIdOf(2), 'get-case', minute(2)],
        [staffIdOf(1), 'get-case', minute(61)],
      ]);
      expect(await log.list(caseIdOf(2))).toHaveLength(1);
      expect(await log.list(caseIdOf(3))).toEqual([]);
    });

    it('counts everybody who reads at the same moment', async () => {
      const log = await open();
      await Promise.all(Array.from({ length: 12 }, () => log.note(reading(1, 1))));
      expect(await log.list(caseIdOf(1))).toMatchObject([{ times: 12 }]);
    });
  });
}
