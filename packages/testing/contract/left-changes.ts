// What every store of changes that were left behind closed doors promises.
import type { LeftChanges } from '@layan/application/ports/left-changes';
import type { CaseId } from '@layan/domain/kernel/ids';
import { describe, expect, it } from 'vitest';
import { caseIdOf } from '../builders/ids.ts';

export interface OpenLeftChanges {
  readonly leftChanges: LeftChanges;
  /** Cases that the outbox points to, once for each pointer. */
  readonly pointed: () => Promise<readonly CaseId[]>;
}

const cases = (count: number) => Array.from({ length: count }, (_, n) => caseIdOf(n + 1));

export function leftChangesContract(name: string, open: () => Promise<OpenLeftChanges>): void {
  describe(`changes left behind closed doors (${name})`, () => {
    it('are pointed to once each when they are taken up, however often they were noted, and how many there are', async () => {
      const { leftChanges, pointed } = await open();
      const all = cases(60);
      for (const caseId of [...all, ...all.slice(0, 3)]) await leftChanges.note(caseId);
      expect(await pointed()).toEqual([]);
      await leftChanges.takeUp();
      expect([...(await pointed())].sort()).toEqual(all);
      await leftChanges.takeUp();
      expect(await pointed()).toHaveLength(60);
    });

    it('are nothing when none was noted', async () => {
      const { leftChanges, pointed } = await open();
      await leftChanges.takeUp();
      expect(await pointed()).toEqual([]);
    });
  });
}
