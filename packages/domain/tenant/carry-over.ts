// What a tenant's profile becomes when its registration is carried over: what is registered comes from the registration, what
// its own people stated stays. A field belongs to one of the two by the schema it stands in.
import {
  type Agency,
  AgencyStatements,
  RegisteredAgency,
  RegisteredTenant,
  type Tenant,
  TenantStatements,
} from './tenant.ts';

const agencyOf = (registered: Agency, known: Agency | undefined): Agency => ({
  ...RegisteredAgency.parse(registered),
  ...AgencyStatements.parse(known ?? registered),
});

/** Pure. `known`: the profile as it stands. */
export const carryOver = (registered: Tenant, known: Tenant): Tenant => ({
  ...RegisteredTenant.parse(registered),
  ...TenantStatements.parse(known),
  agencies: registered.agencies.map((agency) =>
    agencyOf(
      agency,
      known.agencies.find(({ id }) => id === agency.id),
    ),
  ),
});
