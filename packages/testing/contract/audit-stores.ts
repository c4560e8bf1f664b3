// What every store of chains and of seals promises.
import { sha256 } from '@layan/application/kernel/sha256';
import type { AuditChains } from '@layan/application/ports/audit';
import type { SealStore } from '@layan/application/ports/seals';
import { type ChainAct, type ChainEntry, verifyEntries } from '@layan/domain/audit/chain';
import type { SealRow } from '@layan/domain/audit/seal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseIdOf, hashOf, minute } from '../builders/ids.ts';

const actOf = (n: number): ChainAct => ({
  at: minute(n),
  by: { party: 'staff', id: 'manajer', name: 'Petugas Uji Satu' },
  act: 'change-member',
  about: `member-${n}`,
});
const about = (entries: readonly ChainEntry[]) => entries.map(({ act }) => act.about);

export function auditChainsContract(name: string, open: () => Promise<AuditChains>): void {
  describe(`audit chains: ${name}`, () => {
    it('begin empty and follow their last entry, each by itself', async () => {
      const audit = await open();
      expect(await audit.head('administration')).toBeUndefined();
      expect(await audit.entries('administration', { limit: 9 })).toEqual([]);
      const first = await audit.append('administration', actOf(1));
      const second = await audit.append('administration', { ...actOf(2), detail: 'peran' });
      expect(second).toMatchObject({ seq: 2, previous: first.hash });
      expect(await audit.head('administration')).toEqual({ seq: 2, hash: second.hash });
      expect(await audit.entries('administration', { limit: 9 })).toEqual([first, second]);
      expect(await audit.head('unmasking')).toBeUndefined();
    });

    it('are read forwards and backwards, page by page', async () => {
      const audit = await open();
      for (let n = 1; n <= 5; n += 1) await audit.append('unmasking', actOf(n));
      expect(about(await audit.entries('unmasking', { after: 2, limit: 2 }))).toEqual([
        'member-3',
        'member-4',
      ]);
      expect(about(await audit.newest('unmasking', { limit: 2 }))).toEqual(['member-5', 'member-4']);
      expect(about(await audit.newest('unmasking', { before: 3, limit: 9 }))).toEqual([
        'member-2',
        'member-1',
      ]);
      expect(await audit.newest('unmasking', { before: 1, limit: 9 })).toEqual([]);
    });

    it('enter what may stand only once a single time, however often and by however many it is asked', async () => {
      const audit = await open();
      const [first] = await Promise.all(
        [1, 2, 3, 4, 5].map((n) => audit.append('administration', actOf(n), 'erase-case 1')),
      );
      const other = await audit.append('administration', actOf(6), 'erase-case 2');
      expect(await audit.append('administration', actOf(7), 'erase-case 1')).toEqual(first);
      await audit.append('unmasking', actOf(8), 'erase-case 1');
      expect(await audit.entries('administration', { limit: 9 })).toEqual([first, other]);
      expect(about(await audit.entries('unmasking', { limit: 9 }))).toEqual(['member-8']);
    });

    it('lose none of twenty who add at the same moment, and leave no gap', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom('administration', 'unmasking'), { minLength: 20, maxLength: 20 }),
          async (chains) => {
            const audit = await open();
            await Promise.all(chains.map((chain, n) => audit.append(chain, actOf(n))));
            for (const chain of ['administration', 'unmasking'] as const) {
              const entries = await audit.entries(chain, { limit: 99 });
              const expected = chains.flatMap((each, n) => (each === chain ? [`member-${n}`] : []));
              expect(about(entries).sort()).toEqual(expected.sort());
              const last = entries.at(-1);
              const verified = verifyEntries(chain, entries, undefined, sha256);
              expect(verified).toEqual({ ok: true, value: last && { seq: last.seq, hash: last.hash } });
            }
          },
        ),
        { numRuns: 3 },
      );
    });
  });
}

const headOf = (n: number, seq: number) => ({ caseId: caseIdOf(n), seq, hash: hashOf(`${n}.${seq}`) });
const sealOf = (number: number): SealRow => ({
  number,
  at: minute(number),
  hash: hashOf(`seal ${number}`),
  cases: 1,
  administration: null,
  unmasking: { seq: number, hash: hashOf('look') },
});

export function sealStoreContract(name: string, open: () => Promise<SealStore>): void {
  describe(`seal store: ${name}`, () => {
    it('keeps where a case stands, only forwards', async () => {
      const seals = await open();
      for (const seq of [2, 3, 1, 3]) await seals.noteHead(headOf(1, seq));
      await seals.noteHead(headOf(2, 1));
      expect(await seals.heads(9)).toEqual([headOf(1, 3), headOf(2, 1)]);
      expect(await seals.heads(1)).toHaveLength(1);
    });

    it('lets go of what was sealed, but not of what changed since', async () => {
      const seals = await open();
      for (const n of [1, 2, 3]) await seals.noteHead(headOf(n, 1));
      const sealed = await seals.heads(9);
      await seals.noteHead(headOf(2, 2));
      expect(await seals.note(sealOf(1), sealed)).toBe('noted');
      expect(await seals.heads(9)).toEqual([headOf(2, 2)]);
    });

    it('notes a seal once, and then lets go of nothing more', async () => {
      const seals = await open();
      expect(await seals.note(sealOf(1), [])).toBe('noted');
      await seals.noteHead(headOf(1, 1));
      expect(await seals.note({ ...sealOf(1), cases: 9 }, [headOf(1, 1)])).toBe('known');
      expect(await seals.heads(9)).toEqual([headOf(1, 1)]);
      expect(await seals.newest({ limit: 9 })).toEqual([sealOf(1)]);
    });

    it('holds a full seal in one transaction, and tells the newest first', async () => {
      const seals = await open();
      const heads = Array.from({ length: 99 }, (_, n) => headOf(n + 1, 1));
      await Promise.all(heads.map((head) => seals.noteHead(head)));
      expect(await seals.note(sealOf(1), heads)).toBe('noted');
      expect(await seals.heads(9)).toEqual([]);
      await seals.note(sealOf(2), []);
      await seals.note(sealOf(3), []);
      expect((await seals.newest({ limit: 2 })).map(({ number }) => number)).toEqual([3, 2]);
      expect((await seals.newest({ before: 3, limit: 9 })).map(({ number }) => number)).toEqual([2, 1]);
    });
  });
}
