// What every store of staff, profile, unmaskings and the register of tenants promises.

import { sha256 } from '@layan/application/kernel/sha256';
import type { Offboarding } from '@layan/application/ports/offboarding';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { TenantRegister } from '@layan/application/ports/tenants';
import { verifyEntries } from '@layan/domain/audit/chain';
import { type InstantText, TenantId } from '@layan/domain/kernel/ids';
import { describe, expect, it } from 'vitest';
import { A_REGION, aMember, aRegistration, aTenant, TENANT } from '../builders/a-tenant.ts';
import { caseIdOf, minute, staffIdOf } from '../builders/ids.ts';

const done = { ok: true, value: undefined };
const changed = { ok: false, error: 'changed-meanwhile' };

export function tenantStoresContract(
  name: string,
  open: () => Promise<Pick<TenantPorts, 'staff' | 'signOuts' | 'directory' | 'unmaskings' | 'audit'>>,
): void {
  describe(`staff store: ${name}`, () => {
    it('keeps members and lists them', async () => {
      const { staff } = await open();
      expect(await staff.find(staffIdOf(1))).toBeUndefined();
      expect(await staff.list()).toEqual([]);
      await staff.save(aMember(2), undefined);
      await staff.save(aMember(1), undefined);
      expect(await staff.find(staffIdOf(1))).toEqual(aMember(1));
      expect(await staff.list()).toEqual([aMember(1), aMember(2)]);
    });

    it('writes one revision over the one before it, and over no other', async () => {
      const { staff } = await open();
      expect(await staff.save(aMember(1), undefined)).toEqual(done);
      expect(await staff.save(aMember(1), undefined)).toEqual(changed);
      expect(await staff.save(aMember(1, { revision: 2, state: 'deactivated' }), 1)).toEqual(done);
      expect(await staff.save(aMember(1, { revision: 2 }), 1)).toEqual(changed);
      expect((await staff.find(staffIdOf(1)))?.state).toBe('deactivated');
    });
  });

  describe(`sign-outs: ${name}`, () => {
    it('knows when each of them signed out last', async () => {
      const { signOuts } = await open();
      expect(await signOuts.last('one')).toBeUndefined();
      await signOuts.note('one', minute(1));
      await signOuts.note('one', minute(2));
      expect(await signOuts.last('one')).toBe(minute(2));
      expect(await signOuts.last('two')).toBeUndefined();
    });
  });

  describe(`tenant directory: ${name}`, () => {
    it('knows a tenant once its profile is saved, and what was saved last', async () => {
      const { directory } = await open();
      expect(await directory.find()).toBeUndefined();
      await directory.save(aTenant());
      expect(await directory.find()).toEqual(aTenant());
      await directory.save(aTenant({ state: 'suspended' }));
      expect(await directory.find()).toEqual(aTenant({ state: 'suspended' }));
    });

    it('is changed from what it is, by one of those who change it at the same time', async () => {
      const { directory } = await open();
      expect(await directory.findForChange()).toBeUndefined();
      expect(await directory.change(aTenant(), 0)).toEqual(changed);
      await directory.save(aTenant());
      expect(await directory.findForChange()).toEqual({ tenant: aTenant(), revision: 0 });
      for (const [revision, name] of [
        [0, 'Kota Satu'],
        [1, 'Kota Dua'],
      ] as const) {
        expect(await directory.change(aTenant({ name }), revision)).toEqual(done);
        expect(await directory.change(aTenant({ name: 'Kota Lain' }), revision)).toEqual(changed);
        expect(await directory.find()).toEqual(aTenant({ name }));
        expect(await directory.findForChange()).toEqual({
          tenant: aTenant({ name }),
          revision: revision + 1,
        });
      }
    });

    it('knows the districts and villages of a tenant once they are saved', async () => {
      const { directory } = await open();
      expect(await directory.findRegions()).toBeUndefined();
      await directory.saveRegions(A_REGION);
      await directory.save(aTenant());
      expect(await directory.findRegions()).toEqual(A_REGION);
    });
  });

  describe(`unmasking log: ${name}`, () => {
    it('keeps every unmasking of a case, oldest first', async () => {
      const { unmaskings } = await open();
      const entry = (n: number, at: number) => ({
        caseId: caseIdOf(n),
        fact: 'applicantNik',
        by: staffIdOf(1),
        name: 'Petugas Uji 1',
        at: minute(at),
        act: 'unmask-fact',
        reason: { sealed: `v1.alasan${n}` },
      });
      await unmaskings.append(entry(1, 2));
      await unmaskings.append(entry(1, 1));
      await unmaskings.append(entry(1, 1));
      await unmaskings.append(entry(2, 1));
      expect(await unmaskings.list(caseIdOf(1))).toEqual([entry(1, 1), entry(1, 1), entry(1, 2)]);
      expect(await unmaskings.list(caseIdOf(3))).toEqual([]);
    });

    it('is part of the chain of unmaskings, also when many look at once', async () => {
      const { unmaskings, audit } = await open();
      const look = (n: number) => ({
        ...{ caseId: caseIdOf(n), fact: 'applicantNik', by: staffIdOf(n), name: `Petugas Uji ${n}` },
        ...{ at: minute(n), act: 'unmask-fact', reason: { sealed: 'v1.alasan' } },
      });
      await Promise.all([1, 2, 3, 4, 5].map((n) => unmaskings.append(look(n))));
      await unmaskings.append({ ...look(6), act: 'open-document', reason: 'Membuka pindaian' });
      const entries = await audit.entries('unmasking', { limit: 10 });
      expect(verifyEntries('unmasking', entries, undefined, sha256).ok).toBe(true);
      expect(new Set(entries.map(({ act }) => act.about))).toEqual(new Set([1, 2, 3, 4, 5, 6].map(caseIdOf)));
      expect(entries.at(-1)?.act).toEqual({
        at: minute(6),
        by: { party: 'staff', id: staffIdOf(6), name: 'Petugas Uji 6' },
        ...{ act: 'open-document', about: caseIdOf(6), detail: 'applicantNik' },
      });
      expect(entries[0]?.act.reason).toEqual({ sealed: 'v1.alasan' });
    });
  });
}

export function tenantRegisterContract(name: string, open: () => Promise<TenantRegister>): void {
  describe(`tenant register: ${name}`, () => {
    it('keeps registrations, one revision over the one before it', async () => {
      const register = await open();
      expect(await register.find(TENANT)).toBeUndefined();
      expect(await register.save(aRegistration(), undefined)).toEqual(done);
      expect(await register.save(aRegistration(), undefined)).toEqual(changed);
      const failed = aRegistration(aTenant(), {
        revision: 2,
        exportCalledOff: minute(2),
        provisioning: { state: 'failed', step: 'keys', since: minute(1), reason: 'Kunci belum siap.' },
      });
      expect(await register.save(failed, 1)).toEqual(done);
      expect(await register.save(failed, 1)).toEqual(changed);
      expect(await register.find(TENANT)).toEqual(failed);
    });

    it('knows the files of an export by who offers it and when, and none of a turn that was not saved', async () => {
      const register = await open();
      const leaving = (announcedAt: InstantText): Offboarding => ({
        ...{ on: '2026-02-04', state: 'closing', announcedBy: 'admin-1', announcedAt, people: {}, keys: [] },
        ...{ addresses: [], sealed: 0, objects: 0, accounts: 0, heads: {} },
        exported: { data: 0, bundles: 0, bytes: 0 },
      });
      const file = (name: string) => ({ name, sha256: 'ab'.repeat(32), bytes: 4, rows: 1 });
      const at = (revision: number, announcedAt: InstantText) =>
        aRegistration(aTenant(), { revision, offboarding: leaving(announcedAt) });
      await register.save(at(1, minute(1)), undefined, undefined, file('data-2'));
      await register.save(at(2, minute(1)), 1, undefined, file('data-1'));
      expect(await register.save(at(2, minute(1)), 1, undefined, file('data-3'))).toEqual(changed);
      await register.save(at(3, minute(2)), 2, undefined, file('data-9'));
      await register.save(at(4, minute(2)), 3);
      expect(await register.listExported(TENANT, minute(1))).toEqual([file('data-1'), file('data-2')]);
      expect(await register.listExported(TENANT, minute(2))).toEqual([file('data-9')]);
      expect(await register.listExported(TENANT, minute(3))).toEqual([]);
    });

    it('lists them in pages by slug', async () => {
      const register = await open();
      const ids = ['kab-a', 'kab-b', 'kota-a', 'kota-b'].map((id) => TenantId.parse(id));
      for (const id of ids.toReversed()) await register.save(aRegistration(aTenant({ id })), undefined);
      const first = await register.list({ limit: 3 });
      expect(first.rows.map(({ tenant }) => tenant.id)).toEqual(ids.slice(0, 3));
      const rest = await register.list({ limit: 3, after: first.next ?? '' });
      expect(rest.rows.map(({ tenant }) => tenant.id)).toEqual(ids.slice(3));
      expect(rest.next).toBeUndefined();
      expect((await register.list({ limit: 4 })).next).toBeUndefined();
    });
  });
}
