import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { type CreateTenantInput, makeCreateTenant } from './create-tenant.ts';
import { makeGetTenant } from './get-tenant.ts';
import { makeListTenants } from './list-tenants.ts';

const probolinggo: CreateTenantInput = {
  by: 'admin-1',
  id: 'kota-probolinggo',
  name: 'Kota Probolinggo',
  governmentName: 'Pemerintah Kota Probolinggo',
  region: '35.74',
  zone: 'Asia/Jakarta',
  agencies: [{ id: 'dinsos', name: 'Dinas Sosial', shortName: 'Dinsos', address: 'Jalan Contoh 1' }],
  branding: { accent: '#0b5c8a' },
  firstManager: { name: 'Pengelola Uji', email: 'Pengelola@Dinsos.example', agency: 'dinsos' },
};

const open = () => {
  const { register } = memoryPlatform();
  const ports = { register, clock: fixedClock() };
  return { ports, create: makeCreateTenant(ports) };
};

describe('a tenant that is registered', () => {
  it('waits for its stack, with the national calendar and its manager', async () => {
    const { ports, create } = open();
    const registration = valueIn(await create(probolinggo));
    expect(registration).toMatchObject({
      tenant: { id: 'kota-probolinggo', state: 'active', calendar: { zone: 'Asia/Jakarta' } },
      firstManager: { email: 'pengelola@dinsos.example' },
      provisioning: { state: 'running', step: 'stack' },
      revision: 1,
    });
    expect(registration.tenant.calendar.closures.length).toBeGreaterThan(20);
    expect(valueIn(await makeGetTenant(ports)({ id: 'kota-probolinggo' }))).toEqual(registration);
    expect((await makeListTenants(ports)({})).rows).toEqual([registration]);
  });

  it('is registered once', async () => {
    const { create } = open();
    const answers = await Promise.all([create(probolinggo), create(probolinggo)]);
    expect(answers[1]).toEqual(answers[0]);
    const other = await create({ ...probolinggo, name: 'Kota Lain' });
    expect(other).toEqual({ ok: false, error: { code: 'tenant-exists' } });
  });

  it('may be a kabupaten of the same name', async () => {
    const { create } = open();
    valueIn(await create(probolinggo));
    valueIn(await create({ ...probolinggo, id: 'kab-probolinggo', region: '35.13' }));
  });
});

const dinsos = probolinggo.agencies[0];

describe('a tenant that is refused', () => {
  it.each([
    ['a kota with the code of a kabupaten', { region: '35.13' }, 'region', 'level-mismatch'],
    ['a kabupaten with the code of a kota', { id: 'kab-probolinggo' }, 'region', 'level-mismatch'],
    ['a code of neither (70)', { region: '35.70' }, 'region', 'level-mismatch'],
    ['the code of a kecamatan', { region: '35.74.01' }, 'region', 'region-too-deep'],
    [
      'a colour too light to read',
      { branding: { accent: '#ffd54f' } },
      'branding.accent',
      'contrast-too-low',
    ],
    ['two agencies of one name', { agencies: [dinsos, dinsos] }, 'agencies.1.id', 'agency-duplicate'],
    [
      'a manager of no agency',
      { firstManager: { ...probolinggo.firstManager, agency: 'dishub' } },
      'firstManager.agency',
      'agency-unknown',
    ],
    ['a slug without its level', { id: 'probolinggo' }, 'id', 'malformed'],
    ['no agency', { agencies: [] }, 'agencies', 'malformed'],
    [
      'an address that is none',
      { firstManager: { ...probolinggo.firstManager, email: 'pengelola' } },
      'firstManager.email',
      'malformed',
    ],
  ])('%s', async (_, change, field, code) => {
    const { ports, create } = open();
    expect(await create({ ...probolinggo, ...(change as Partial<CreateTenantInput>) })).toMatchObject({
      error: {
        code: 'tenant-invalid',
        problems: expect.arrayContaining([expect.objectContaining({ field, code })]),
      },
    });
    expect((await makeListTenants(ports)({})).rows).toEqual([]);
  });

  it('is not found by what is no id at all', async () => {
    const { ports } = open();
    for (const id of ['kota-lain', '../control', '', 'KOTA-X']) {
      expect(await makeGetTenant(ports)({ id })).toEqual({ ok: false, error: { code: 'tenant-not-found' } });
    }
  });
});

it('pages through many tenants', async () => {
  const { ports, create } = open();
  for (const name of ['satu', 'dua', 'tiga']) valueIn(await create({ ...probolinggo, id: `kota-${name}` }));
  const first = await makeListTenants(ports)({ limit: 2 });
  const second = await makeListTenants(ports)({ limit: 2, after: first.next });
  expect([...first.rows, ...second.rows].map(({ tenant }) => tenant.id)).toEqual([
    'kota-dua',
    'kota-satu',
    'kota-tiga',
  ]);
});
