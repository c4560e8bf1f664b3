// Tenants, their registrations and their staff.
import type { Membership } from '@layan/application/ports/staff';
import type { TenantRegistration } from '@layan/application/ports/tenants';
import { TenantId } from '@layan/domain/kernel/ids';
import { Regions } from '@layan/domain/tenant/regions';
import { Tenant } from '@layan/domain/tenant/tenant';
import { AGENCY, minute, staffIdOf } from './ids.ts';

export const TENANT = TenantId.parse('kota-contoh');
export const OTHER_TENANT = TenantId.parse('kab-contoh');

const workday = [
  { from: '07:30', to: '12:00' },
  { from: '13:00', to: '16:00' },
];
const week = [workday, workday, workday, workday, workday, [], []];

/** Open Monday to Friday, 07.30–16.00 WIB with a break; no holidays. */
export const aTenant = (changes: Partial<Tenant> = {}): Tenant =>
  Tenant.parse({
    id: TENANT,
    name: 'Kota Contoh',
    governmentName: 'Pemerintah Kota Contoh',
    region: '35.74',
    calendar: { zone: 'Asia/Jakarta', office: week, counter: week, special: [], closures: [] },
    agencies: [{ id: AGENCY, name: 'Dinas Uji', shortName: 'Dinas Uji', address: 'Jalan Contoh 1' }],
    branding: { accent: '#0b5c8a' },
    state: 'active',
    ...changes,
  });

/** One district with two villages, of the kota that `aTenant` is. */
export const A_REGION = Regions.parse({
  code: '35.74',
  name: 'Kota Contoh',
  province: { code: '35', name: 'Provinsi Contoh' },
  districts: [
    {
      code: '35.74.01',
      name: 'Contoh',
      villages: [
        { code: '35.74.01.1001', name: 'Contoh Barat', kind: 'kelurahan' },
        { code: '35.74.01.1002', name: 'Contoh Timur', kind: 'kelurahan', postalCode: '67200' },
      ],
    },
  ],
});

export const aRegistration = (
  tenant: Tenant = aTenant(),
  changes: Partial<TenantRegistration> = {},
): TenantRegistration => ({
  tenant,
  firstManager: { email: `pengelola@${tenant.id}.example`, name: 'Pengelola Uji', agency: AGENCY },
  provisioning: { state: 'running', step: 'stack', since: minute(0) },
  revision: 1,
  createdAt: minute(0),
  ...changes,
});

export const aMember = (n: number, changes: Partial<Membership> = {}): Membership => ({
  id: staffIdOf(n),
  email: `petugas${n}@dinas-uji.example`,
  name: `Petugas Uji ${n}`,
  agency: AGENCY,
  roles: ['front-office'],
  areas: [],
  state: 'active',
  revision: 1,
  changedAt: minute(0),
  ...changes,
});
