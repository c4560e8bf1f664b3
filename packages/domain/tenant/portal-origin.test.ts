import { expect, it } from 'vitest';
import { TenantId } from '../kernel/ids.ts';
import { portalOrigin, practiceOrigin } from './portal-origin.ts';

const tenant = TenantId.parse('kota-contoh');

it.each([
  ['layan.example', 'https://kota-contoh.layan.example'],
  ['localhost:4400', 'http://kota-contoh.localhost:4400'],
  ['localhost', 'http://kota-contoh.localhost'],
  ['localhost.example', 'https://kota-contoh.localhost.example'],
])('a tenant is found below %s at %s', (domain, origin) => {
  expect(portalOrigin(domain, tenant)).toBe(origin);
});

it('the practice space is found beside the tenant', () => {
  expect(practiceOrigin('https://kota-contoh.layan.example', tenant)).toBe(
    'https://kota-contoh--latihan.layan.example',
  );
});
