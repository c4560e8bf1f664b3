// The districts and villages of a local government, for pick lists and for the area a case belongs to.
import * as z from 'zod';
import { RegionCode } from '../kernel/ids.ts';

export const Village = z.strictObject({
  code: RegionCode.describe('Kemendagri code of four groups, `35.74.04.1003`.'),
  name: z.string().min(1),
  kind: z.enum(['kelurahan', 'desa']).describe('The fourth group begins with 1 for kelurahan, 2 for desa.'),
  postalCode: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
});
export type Village = z.infer<typeof Village>;

export const District = z.strictObject({
  code: RegionCode.describe('Kemendagri code of three groups, `35.74.04`.'),
  name: z.string().min(1),
  villages: z.array(Village).min(1),
});
export type District = z.infer<typeof District>;

export const Regions = z.strictObject({
  code: RegionCode.describe('Kemendagri code of the kota or kabupaten, `35.74`.'),
  name: z.string().min(1),
  province: z.strictObject({ code: z.string(), name: z.string() }),
  districts: z.array(District).min(1),
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
