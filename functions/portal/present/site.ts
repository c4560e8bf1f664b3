// What the frame of every page shows of the tenant.
import { hasClosed } from '@layan/application/tenant/closing';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Agency, Tenant } from '@layan/domain/tenant/tenant';
import type { AgencyContact, Site } from '@layan/portal/layout/site';
import type { Closing } from '@layan/portal/parts/closing-notice';
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

/** What the pages that lead to something new say of a tenant that leaves. */
export const closingOf = (tenant: Tenant, now: InstantText): Closing | undefined =>
  tenant.closing && { on: dayInWords(tenant.closing.on), begun: hasClosed(tenant, now) };
