// What every vault promises, by property: what is sealed opens in its place only, and says nothing elsewhere.
import type { IndexKind, Vault } from '@layan/application/ports/vault';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseIdOf } from '../builders/ids.ts';
import { testPerson } from '../builders/people.ts';

/** Two tenants' vaults. */
export interface TwoVaults {
  readonly vault: Vault;
  readonly foreign: Vault;
}

const unreadable = { ok: false, error: 'unreadable' };
const place = { caseId: caseIdOf(1), field: 'applicantNik' };
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const decoded = (text: string) => Buffer.from(text.slice('v1.'.length), 'base64url');
const runs = { numRuns: 50 };

export function vaultContract(name: string, open: () => Promise<TwoVaults>): void {
  describe(`vault: ${name}`, () => {
    it('opens what it sealed, in its place', async () => {
      const { vault } = await open();
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (value, field) => {
          const key = await vault.newKey();
          const sealed = await vault.seal(key, { ...place, field }, value);
          expect(await vault.open(key, { ...place, field }, sealed)).toEqual({ ok: true, value });
        }),
        runs,
      );
    });

    it('does not open a ciphertext that was moved to another case, field, key or tenant', async () => {
      const { vault, foreign } = await open();
      const { nik } = testPerson(1);
      const key = await vault.newKey();
      const sealed = await vault.seal(key, place, nik);
      expect(await vault.open(key, { ...place, caseId: caseIdOf(2) }, sealed)).toEqual(unreadable);
      expect(await vault.open(key, { ...place, field: 'familyCardNumber' }, sealed)).toEqual(unreadable);
      expect(await vault.open(await vault.newKey(), place, sealed)).toEqual(unreadable);
      expect(await foreign.open(key, place, sealed)).toEqual(unreadable);
      expect(await foreign.open(await foreign.newKey(), place, sealed)).toEqual(unreadable);
    });

    it('does not open a ciphertext or key of which anything was altered', async () => {
      const { vault } = await open();
      const key = await vault.newKey();
      const { sealed } = await vault.seal(key, place, testPerson(1).nik);
      const altered = (text: string, at: number, bit: number) => {
        const body = decoded(text);
        const index = at % body.length;
        body.writeUInt8(body.readUInt8(index) ^ (1 << bit), index);
        return `v1.${body.toString('base64url')}`;
      };
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.nat({ max: 7 }), async (at, bit) => {
          expect(await vault.open(key, place, { sealed: altered(sealed, at, bit) })).toEqual(unreadable);
          expect(await vault.open(altered(key, at, bit), place, { sealed })).toEqual(unreadable);
        }),
        runs,
      );
      // 44 bytes leave two bits of the last character unused: another text for the same bytes is not ours either.
      const twin = [...alphabet].find(
        (last) => last !== sealed.at(-1) && decoded(sealed.slice(0, -1) + last).equals(decoded(sealed)),
      );
      expect(await vault.open(key, place, { sealed: sealed.slice(0, -1) + twin })).toEqual(unreadable);
      const mangled = ['', 'v1.', 'v1', sealed.slice(3), `v2.${sealed.slice(3)}`, `${sealed}A`, `${sealed}=`];
      for (const text of mangled) expect(await vault.open(key, place, { sealed: text })).toEqual(unreadable);
    });

    it('lets no sealed text, key or index show what is in it, and never seals alike', async () => {
      const { vault } = await open();
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 998 }), async (n) => {
          const { nik, name: canary } = testPerson(n + 1);
          const key = await vault.newKey();
          const texts = [
            (await vault.seal(key, place, nik)).sealed,
            (await vault.seal(key, place, nik)).sealed,
            (await vault.seal(key, { ...place, field: 'display' }, canary)).sealed,
            await vault.index('nik', nik),
          ];
          expect(new Set(texts).size).toBe(texts.length);
          const readable = texts.flatMap((text) => [
            text,
            Buffer.from(text.replace('v1.', ''), 'base64url').toString('latin1'),
          ]);
          for (const text of readable) {
            expect(text).not.toContain(nik);
            expect(text).not.toContain(nik.slice(-8));
            expect(text).not.toContain(canary);
          }
        }),
        runs,
      );
    });

    it('gives equal indexes for equal values of one tenant and kind, however they are typed, and no others', async () => {
      const { vault, foreign } = await open();
      const digits = fc.nat({ max: 998 }).map((n) => testPerson(n + 1).nik);
      await fc.assert(
        fc.asyncProperty(digits, digits, async (one, other) => {
          const spaced = one.replace(/(.{4})/g, '$1 ').trim();
          const index = await vault.index('nik', one);
          expect(await vault.index('nik', spaced)).toBe(index);
          expect((await vault.index('nik', other)) === index).toBe(other === one);
          expect(await vault.index('familyCardNumber', one)).not.toBe(index);
          expect(await foreign.index('nik', one)).not.toBe(index);
          expect(Buffer.from(index, 'base64url').length).toBeGreaterThanOrEqual(16);
        }),
        runs,
      );
    });

    it('finds a secret as people type it, and a session only as it is', async () => {
      const { vault } = await open();
      const same = async (kind: IndexKind, a: string, b: string) =>
        (await vault.index(kind, a)) === (await vault.index(kind, b));
      expect(await same('secret', 'ABCD0-1FGHJ', 'abcdo ifghj')).toBe(true);
      expect(await same('secret', 'ABCD0-1FGHJ', 'ABCD0-1FGHK')).toBe(false);
      expect(await same('session', 'aB', 'ab')).toBe(false);
    });
  });
}
