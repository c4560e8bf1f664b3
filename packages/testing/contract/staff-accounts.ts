// What every pool of staff accounts promises: it is shared by all tenants, and nobody reaches into another's part of it.
import type { StaffAccounts } from '@layan/application/ports/staff';
import { describe, expect, it } from 'vitest';
import { staffIdOf } from '../builders/ids.ts';
import { valueIn } from '../scenes/ultpk-scene.ts';

export interface OpenAccounts {
  /** Two tenants of one pool. */
  readonly ours: StaffAccounts;
  readonly theirs: StaffAccounts;
  /** Of the one account that there is. */
  readonly state: () => { readonly enabled: boolean; readonly of: 'ours' | 'theirs' | 'nobody' };
}

const person = { email: 'Petugas.Uji@dinas-uji.example', name: 'Petugas Uji' };

export function staffAccountsContract(name: string, open: () => Promise<OpenAccounts>): void {
  describe(`accounts of staff (${name})`, () => {
    it('let somebody in, out and in again, each as often as it is asked', async () => {
      const { ours, state } = await open();
      const id = valueIn(await ours.invite(person));
      expect(valueIn(await ours.invite(person))).toBe(id);
      expect(state()).toEqual({ enabled: true, of: 'ours' });
      for (const _ of [1, 2]) expect(await ours.disable(id)).toBe(true);
      expect(state()).toEqual({ enabled: false, of: 'ours' });
      for (const _ of [1, 2]) await ours.enable(id);
      expect(state()).toEqual({ enabled: true, of: 'ours' });
      for (const _ of [1, 2]) await ours.leave(id);
      expect(state()).toEqual({ enabled: true, of: 'nobody' });
      expect(await ours.disable(id)).toBe(true);
      expect(state()).toEqual({ enabled: false, of: 'nobody' });
    });

    it('leave alone who belongs to another tenant by now, whatever is asked about who they were', async () => {
      const { ours, theirs, state } = await open();
      const id = valueIn(await ours.invite(person));
      await ours.leave(id);
      expect(valueIn(await theirs.invite(person))).toBe(id);
      expect(await ours.disable(id)).toBe(false);
      await ours.leave(id);
      expect(state()).toEqual({ enabled: true, of: 'theirs' });
      await theirs.disable(id);
      await ours.enable(id);
      expect(state()).toEqual({ enabled: false, of: 'theirs' });
      expect(await ours.invite(person)).toEqual({ ok: false, error: 'belongs-to-other-tenant' });
    });

    it('find who has an address, however it is written, unless they are of another tenant', async () => {
      const { ours, theirs } = await open();
      expect(await ours.find(person.email)).toBeUndefined();
      const id = valueIn(await ours.invite(person));
      expect(await ours.find(person.email.toUpperCase())).toBe(id);
      expect(await theirs.find(person.email)).toBeUndefined();
      await ours.leave(id);
      expect(await theirs.find(person.email)).toBe(id);
    });

    it('take nothing from who has no account, and let nobody in who has none', async () => {
      const { ours } = await open();
      expect(await ours.disable(staffIdOf(9))).toBe(false);
      await ours.leave(staffIdOf(9));
      await expect(ours.enable(staffIdOf(9))).rejects.toThrow();
    });
  });
}
