import { TenantId } from '@layan/domain/kernel/ids';
import { describe, expect, it } from 'vitest';
import { hostLabelOf, tenantFromHost } from './tenant-from-host.ts';

const uji = { tenant: 'kota-uji', space: 'real' };

describe('tenant of a host', () => {
  it('is the name in front of the portal domain, whatever its case', () => {
    expect(tenantFromHost('kota-uji.layan.example', 'layan.example')).toEqual(uji);
    expect(tenantFromHost('Kota-Uji.Layan.Example', 'layan.example')).toEqual(uji);
    expect(tenantFromHost('kab-uji.localhost:4400', 'localhost:4400')).toEqual({
      tenant: 'kab-uji',
      space: 'real',
    });
  });

  it('is the practice space where the name says so', () => {
    const practice = { tenant: 'kota-uji', space: 'practice' };
    expect(tenantFromHost('kota-uji--latihan.layan.example', 'layan.example')).toEqual(practice);
    expect(tenantFromHost('kota-uji-latihan.layan.example', 'layan.example')).toEqual({
      tenant: 'kota-uji-latihan',
      space: 'real',
    });
    expect(hostLabelOf(TenantId.parse('kota-uji'), 'practice')).toBe('kota-uji--latihan');
  });

  it.each([
    ['no host', undefined],
    ['the bare domain', 'layan.example'],
    ['another domain', 'kota-uji.other.example'],
    ['a domain that only ends alike', 'kota-uji.notlayan.example'],
    ['another port', 'kota-uji.layan.example:8443'],
    ['a name below a tenant', 'x.kota-uji.layan.example'],
    ['a name without its level', 'uji.layan.example'],
    ['practice of nobody', '--latihan.layan.example'],
    ['practice twice', 'kota-uji--latihan--latihan.layan.example'],
    ['a wildcard', '*.layan.example'],
    ['a path in the host', 'kota-uji/..layan.example'],
  ])('is unknown for %s', (_what, host) => {
    expect(tenantFromHost(host, 'layan.example')).toBeUndefined();
  });
});
