// What every store of signing keys and of status lists promises, and every signer.
import type { Signer, SigningKeys } from '@layan/application/ports/signing-keys';
import type { StatusListStore } from '@layan/application/ports/status-lists';
import type { TenantKeys } from '@layan/application/ports/tenants';
import { keyIdOf, publishedKey } from '@layan/domain/product/public-key';
import { verifyJws } from '@layan/domain/product/verify-jws';
import { describe, expect, it } from 'vitest';
import { minute } from '../builders/ids.ts';
import type { FixedClock } from '../fixed-clock.ts';

export interface Signing {
  readonly clock: FixedClock;
  readonly keys: Pick<TenantKeys, 'ensureSigning'>;
  readonly signingKeys: SigningKeys;
  readonly signer: Signer;
  /** ARNs of keys that can sign, in the order they are to be taken. */
  readonly arns: readonly [string, string];
}

export function signingContract(name: string, open: () => Promise<Signing>): void {
  const published = async ({ signingKeys }: Signing) => ({
    keys: (await signingKeys.list()).map(({ jwk, kid }) => publishedKey(jwk, kid)),
  });

  describe(`signing keys (${name})`, () => {
    it('are none at first, and nothing is signed', async () => {
      const { signingKeys, signer } = await open();
      expect(await signingKeys.list()).toEqual([]);
      await expect(signer.sign('layan-card', {})).rejects.toThrow('no key');
    });

    it('are named by their thumbprint and known from when they were made', async () => {
      const { clock, keys, signingKeys, arns } = await open();
      await keys.ensureSigning(arns[0]);
      const [key, ...others] = await signingKeys.list();
      expect(others).toEqual([]);
      expect(key).toEqual({ kid: key && (await keyIdOf(key.jwk)), jwk: key?.jwk, from: clock.now() });
    });

    it('sign what is checked with what they publish', async () => {
      const signing = await open();
      await signing.keys.ensureSigning(signing.arns[0]);
      for (const text of ['kartu', 'k'.repeat(5000)]) {
        const compact = await signing.signer.sign('layan-card', { text });
        expect(await verifyJws(compact, 'layan-card', await published(signing))).toMatchObject({
          ok: true,
          payload: { text },
        });
      }
    });

    it('change when there is another: the old one is closed, kept, and vouches for what it signed', async () => {
      const signing = await open();
      const { clock, keys, signingKeys, signer, arns } = signing;
      await keys.ensureSigning(arns[0]);
      await keys.ensureSigning(arns[0]);
      const before = await signer.sign('layan-card', { before: true });
      const [first] = await signingKeys.list();
      clock.advance(3_600_000);
      await keys.ensureSigning(arns[1]);
      await keys.ensureSigning(arns[1]);
      const [old, young, ...others] = await signingKeys.list();
      expect(others).toEqual([]);
      expect(old).toEqual({ ...first, until: clock.now() });
      expect(young).toMatchObject({ from: clock.now() });
      expect(young?.kid).not.toBe(old?.kid);
      const after = await signer.sign('layan-card', { before: false });
      const set = await published(signing);
      expect(await verifyJws(before, 'layan-card', set)).toMatchObject({ ok: true, kid: old?.kid });
      expect(await verifyJws(after, 'layan-card', set)).toMatchObject({ ok: true, kid: young?.kid });
      await expect(keys.ensureSigning(arns[0])).rejects.toThrow('replaced');
    });
  });
}

export function statusListContract(name: string, open: () => Promise<StatusListStore>): void {
  const list = (revision: number) => ({ signed: `a.b.${revision}`, issuedAt: minute(revision), revision });

  describe(`status lists (${name})`, () => {
    it('are found by name, the newest only', async () => {
      const lists = await open();
      expect(await lists.find('dinsos.kartu/2026')).toBeUndefined();
      expect(await lists.save('dinsos.kartu/2026', list(1), undefined)).toMatchObject({ ok: true });
      expect(await lists.save('dinsos.kartu/2026', list(2), 1)).toMatchObject({ ok: true });
      expect(await lists.find('dinsos.kartu/2026')).toEqual(list(2));
      expect(await lists.find('dinsos.kartu/2025')).toBeUndefined();
    });

    it('are not overwritten by who read an older one, nor founded twice', async () => {
      const lists = await open();
      await lists.save('dinsos.kartu/2026', list(1), undefined);
      const again = await lists.save('dinsos.kartu/2026', list(1), undefined);
      await lists.save('dinsos.kartu/2026', list(2), 1);
      const late = await lists.save('dinsos.kartu/2026', list(3), 1);
      expect([again, late]).toEqual(Array(2).fill({ ok: false, error: 'changed-meanwhile' }));
      expect(await lists.find('dinsos.kartu/2026')).toEqual(list(2));
    });

    it('are told by name with the time of their signature', async () => {
      const lists = await open();
      await lists.save('dinsos.kartu/2026', list(5), undefined);
      await lists.save('dinsos.kartu/2025', list(3), undefined);
      expect(await lists.list()).toEqual([
        { name: 'dinsos.kartu/2025', issuedAt: minute(3) },
        { name: 'dinsos.kartu/2026', issuedAt: minute(5) },
      ]);
    });
  });
}
