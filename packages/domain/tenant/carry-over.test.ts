import { aTenant } from '@layan/testing/builders/a-tenant';
import { describe, expect, it } from 'vitest';
import { usualTerms } from '../privacy/terms.ts';
import { carryOver } from './carry-over.ts';
import {
  Agency,
  AgencyStatements,
  RegisteredAgency,
  RegisteredTenant,
  Tenant,
  TenantStatements,
} from './tenant.ts';

const plain = aTenant();
const [agency] = plain.agencies;
if (!agency) throw new Error('no agency');

/** As each side would say it, every field of its own and of the other's. */
const said = (who: string, accent: string, state: Tenant['state'], version: number): Tenant =>
  Tenant.parse({
    id: plain.id,
    name: `Kota ${who}`,
    governmentName: `Pemerintah Kota ${who}`,
    region: who === 'Register' ? '35.74' : '53.71',
    calendar: { ...plain.calendar, closures: [{ date: `2026-09-0${version}`, name: who, kind: 'local' }] },
    agencies: [
      {
        id: agency.id,
        name: `Dinas ${who}`,
        shortName: who,
        address: `Jalan ${who} 1`,
        phone: `0335 10${version}`,
        email: `${who.toLowerCase()}@dinas-uji.example`,
        letters: {
          unitCode: `427.${version}`,
          place: who,
          letterhead: [who],
          signing: version === 1 ? 'ink' : 'certificate',
          ...(version === 2 && { bsre: true }),
        },
        privacy: [{ ...usualTerms, purposes: [`tujuan ${who}`], version, since: '2026-01-01T00:00:00.000Z' }],
      },
    ],
    branding: { accent },
    state,
    closing: { on: `2026-12-0${version}` },
  });

const register = said('Register', '#0b5c8a', 'suspended', 1);
const people = said('Warga', '#1f4e8c', 'active', 2);

const fieldsOf = (of: object): string[] => Object.keys(of);
const valuesOf = (of: object): ReadonlyMap<string, unknown> => new Map(Object.entries(of));
const onlyAgency = ({ agencies }: Tenant): Agency => {
  const [one] = agencies;
  if (!one) throw new Error('no agency');
  return one;
};

describe('a profile that the registration is carried over to', () => {
  const carried = carryOver(register, people);

  it.each(fieldsOf(Tenant.shape).filter((field) => field !== 'agencies'))(
    'has its %s from whoever has the say about it',
    (field) => {
      const own = field in TenantStatements.shape;
      const [from, other] = own ? [people, register] : [register, people];
      expect(valuesOf(carried).get(field)).toEqual(valuesOf(from).get(field));
      if (field !== 'id') expect(valuesOf(carried).get(field)).not.toEqual(valuesOf(other).get(field));
    },
  );

  it.each(fieldsOf(Agency.shape))('has the %s of an agency from whoever has the say about it', (field) => {
    const own = field in AgencyStatements.shape;
    const [from, other] = own ? [people, register] : [register, people];
    const value = valuesOf(onlyAgency(carried)).get(field);
    expect(value).toEqual(valuesOf(onlyAgency(from)).get(field));
    if (field !== 'id') expect(value).not.toEqual(valuesOf(onlyAgency(other)).get(field));
  });

  it('keeps what its people stated where the registration says nothing of it, and gains nothing they took away', () => {
    const bare = carryOver(plain, people);
    expect(onlyAgency(bare)).toEqual({ ...agency, ...AgencyStatements.parse(onlyAgency(people)) });
    const { letters: _, ...unset } = onlyAgency(people);
    expect(onlyAgency(carryOver(register, { ...people, agencies: [unset] }))).not.toHaveProperty('letters');
  });

  it('begins with what was registered for an agency that it does not know yet', () => {
    const id = Agency.shape.id.parse('dinas-baru');
    const more = { ...register, agencies: [onlyAgency(register), { ...onlyAgency(register), id }] };
    expect(carryOver(more, people).agencies[1]).toEqual({ ...onlyAgency(register), id });
  });
});

describe('the owners of the fields', () => {
  it('are one for each, and none is of nobody', () => {
    const parts = [
      ...fieldsOf(RegisteredTenant.shape),
      ...fieldsOf(TenantStatements.shape),
      'agencies',
    ].sort();
    expect(parts).toEqual(fieldsOf(Tenant.shape).sort());
    const ofAgency = [...fieldsOf(RegisteredAgency.shape), ...fieldsOf(AgencyStatements.shape)].sort();
    expect(ofAgency).toEqual(fieldsOf(Agency.shape).sort());
  });

  it('give what an operation of the tenant can set to its people', () => {
    expect(fieldsOf(TenantStatements.shape)).toEqual(['calendar']);
    expect(fieldsOf(AgencyStatements.shape)).toEqual(['letters', 'privacy']);
  });
});
