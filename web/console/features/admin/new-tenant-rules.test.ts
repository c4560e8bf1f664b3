import { describe, expect, it } from 'vitest';
import { lacksOf, newTenantOf, withoutAgency } from './new-tenant-rules.ts';

const complete = {
  ...{ name: 'Kota Uji', governmentName: 'Pemerintah Kota Uji', id: 'kota-uji', region: '35.74' },
  ...{ 'agencies.0.id': 'dinsos', 'agencies.0.name': 'Dinas Sosial', 'agencies.0.shortName': 'Dinsos' },
  ...{ 'agencies.0.address': 'Jalan Contoh 1', 'firstManager.name': 'Warga Uji Satu' },
  'firstManager.email': ' Satu@Uji.example ',
};

describe('what is typed about a new government', () => {
  it('has the first agency for the manager, and nothing that was left empty', () => {
    const tenant = newTenantOf(complete);
    expect(lacksOf(tenant)).toEqual(new Map());
    expect(tenant.firstManager).toEqual({
      ...{ name: 'Warga Uji Satu', email: 'satu@uji.example', agency: 'dinsos' },
    });
    expect(tenant.agencies[0]).not.toHaveProperty('phone');
  });

  it.each([
    ['id', 'Kota Uji'],
    ['region', '3574'],
    ['branding.accent', 'merah'],
    ['branding.accent', '#ffee00'],
    ['agencies.0.id', 'Dinas Sosial'],
    ['agencies.0.email', 'bukan surel'],
    ['firstManager.email', 'bukan surel'],
    ['name', '  '],
  ])('is not sent with %s "%s"', (field, value) => {
    expect([...lacksOf(newTenantOf({ ...complete, [field]: value })).keys()]).toEqual([field]);
  });

  it('names an agency that is there twice', () => {
    const second = { 'agencies.1.id': 'dinsos', 'agencies.1.name': 'Lain', 'agencies.1.shortName': 'Lain' };
    const tenant = newTenantOf({ ...complete, ...second, 'agencies.1.address': 'Jalan 2', agencies: '2' });
    expect([...lacksOf(tenant).keys()]).toEqual(['agencies.1.id']);
  });

  it('moves the later agencies up when one is taken out', () => {
    const texts = { ...complete, agencies: '2', 'agencies.1.id': 'dinkes', 'agencies.1.name': 'Kesehatan' };
    const { agencies } = newTenantOf({ ...texts, ...withoutAgency(texts, 0) });
    expect(agencies).toEqual([{ id: 'dinkes', name: 'Kesehatan', shortName: '', address: '' }]);
  });
});
