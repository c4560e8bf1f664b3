import { describe, expect, it } from 'vitest';
import { tenantFromHost } from './tenant-from-host.ts';

describe('tenant of a host', () => {
  it('is the name in front of the portal domain, whatever its case', () => {
    expect(tenantFromHost('kota-uji.layan.example', 'layan.example')).toBe('kota-uji');
    expect(tenantFromHost('Kota-Uji.Layan.Example', 'layan.example')).toBe('kota-uji');
    expect(tenantFromHost('kab-uji.localhost:4400', 'localhost:4400')).toBe('kab-uji');
  });

  it.each([
    ['no host', undefined],
    ['the bare domain', 'layan.example'],
    ['another domain', 'kota-uji.other.example'],
    ['a domain that only ends alike', 'kota-uji.notlayan.example'],
    ['another port', 'kota-uji.layan.example:8443'],
    ['a name below a tenant', 'x.kota-uji.layan.example'],
    ['a name without its level', 'uji.layan.example'],
    ['a wildcard', '*.layan.example'],
    ['a path in the host', 'kota-uji/..layan.example'],
  ])('is unknown for %s', (_what, host) => {
    expect(tenantFromHost(host, 'layan.example')).toBeUndefined();
  });
});
