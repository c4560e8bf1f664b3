// The districts and villages of a local government, for pick lists and for the area a case belongs to.
import * as z from 'zod/mini';
import { RegionCode } from '../kernel/ids.ts';

export const Village = z.strictObject({
  code: RegionCode.check(z.describe('Kemendagri code of four groups, `35.74.04.1003`.')),
  name: z.string().check(z.minLength(1)),
  kind: z
    .enum(['kelurahan', 'desa'])
    .check(z.describe('The fourth group begins with 1 for kelurahan, 2 for desa.')),
  postalCode: z.optional(z.string().check(z.regex(/^\d{5}$/))),
});
export type Village = z.infer<typeof Village>;

export const District = z.strictObject({
  code: RegionCode.check(z.describe('Kemendagri code of three groups, `35.74.04`.')),
  name: z.string().check(z.minLength(1)),
  villages: z.array(Village).check(z.minLength(1)),
});
export type District = z.infer<typeof District>;

export const Regions = z.strictObject({
  code: RegionCode.check(z.describe('Kemendagri code of the kota or kabupaten, `35.74`.')),
  name: z.string().check(z.minLength(1)),
  province: z.strictObject({ code: z.string(), name: z.string() }),
  districts: z.array(District).check(z.minLength(1)),
});
export type Regions = z.infer<typeof Regions>;

export const findVillage = (
  regions: Regions,
  code: string,
): { readonly village: Village; readonly district: District } | undefined => {
  for (const district of regions.districts) {
    const village = district.villages.find((candidate) => candidate.code === code);
    if (village) return { village, district };
  }
  return undefined;
};

const kindLabel = { kelurahan: 'Kelurahan', desa: 'Desa' } as const satisfies Record<Village['kind'], string>;

/** "Kelurahan Jati, Kecamatan Mayangan"; the district is always named, since villages of two districts share names. */
export const villageLabel = (regions: Regions, code: string): string | undefined => {
  const found = findVillage(regions, code);
  if (!found) return undefined;
  return `${kindLabel[found.village.kind]} ${found.village.name}, Kecamatan ${found.district.name}`;
};

/** A pick list: one group per district, villages in alphabetical order. */
export const villageChoices = (
  regions: Regions,
): readonly {
  readonly label: string;
  readonly options: readonly { readonly value: RegionCode; readonly label: string }[];
}[] =>
  regions.districts.map((district) => ({
    label: `Kecamatan ${district.name}`,
    options: district.villages
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
  }));

/** Every place somebody's work can be limited to, by the name that tells it from others: a district, then its villages. */
export const areaChoices = (
  regions: Regions,
): readonly { readonly code: RegionCode; readonly name: string }[] =>
  regions.districts.flatMap(({ code, name, villages }) => [
    { code, name: `Kecamatan ${name}` },
    ...villages.map((village) => ({
      code: village.code,
      name: `${kindLabel[village.kind]} ${village.name}, Kecamatan ${name}`,
    })),
  ]);
