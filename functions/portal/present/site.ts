// What the frame of every page shows of the tenant.
import type { Agency, Tenant } from '@layan/domain/tenant/tenant';
import type { AgencyContact, Site } from '@layan/portal/layout/site';
import { assetsOf } from '../assets/tenant-assets.ts';

export const contactOf = ({
  name,
  address,
  phone,
  email,
}: Pick<Agency, 'name' | 'address' | 'phone' | 'email'>): AgencyContact => ({
  name,
  address,
  ...(phone === undefined ? {} : { phone }),
  ...(email === undefined ? {} : { email }),
});

export const siteOf = (tenant: Tenant, space: 'real' | 'practice' = 'real'): Site => {
  const { style, script, crest } = assetsOf(tenant);
  return {
    name: tenant.name,
    governmentName: tenant.governmentName,
    practice: space === 'practice',
    agencies: tenant.agencies.map(contactOf),
    assets: { style: style.path, script: script.path, crest: crest.path },
  };
};
