import { RegionCode } from '@layan/domain/kernel/ids';
import { findVillage, villageChoices, villageLabel } from '@layan/domain/tenant/regions';
import { describe, expect, it } from 'vitest';
import { findRegions } from './regions.ts';

const regionsOf = (code: string) => {
  const regions = findRegions(RegionCode.parse(code));
  if (!regions) throw new Error(`no regions of ${code}`);
  return regions;
};

// Counts of Kepmendagri 300.2.2-2430/2025.
describe.each([
  ['35.74', 'Kota Probolinggo', 5, 29, 0],
  ['33.75', 'Kota Pekalongan', 4, 27, 0],
  ['53.71', 'Kota Kupang', 6, 51, 0],
  ['35.08', 'Kabupaten Lumajang', 21, 7, 198],
])('%s %s', (code, name, districts, kelurahan, desa) => {
  const regions = regionsOf(code);
  const villages = regions.districts.flatMap((district) => district.villages);

  it('has every district and village', () => {
    expect(regions.name.replace('Kab. ', 'Kabupaten ')).toBe(name);
    expect(regions.districts).toHaveLength(districts);
    expect(villages.filter(({ kind }) => kind === 'kelurahan')).toHaveLength(kelurahan);
    expect(villages.filter(({ kind }) => kind === 'desa')).toHaveLength(desa);
  });

  it('has codes that say where they belong and what they are', () => {
    for (const district of regions.districts) {
      expect(district.code.startsWith(`${regions.code}.`)).toBe(true);
      for (const village of district.villages) {
        expect(village.code.startsWith(`${district.code}.`)).toBe(true);
        expect(village.code.charAt(9)).toBe(village.kind === 'kelurahan' ? '1' : '2');
      }
    }
    expect(new Set(villages.map((village) => village.code)).size).toBe(villages.length);
  });
});

describe('looking up', () => {
  const probolinggo = regionsOf('35.74');

  it('finds a village with its district', () => {
    expect(findVillage(probolinggo, '35.74.04.1003')?.district.name).toBe('Kanigaran');
    expect(villageLabel(probolinggo, '35.74.03.1004')).toBe('Kelurahan Jati, Kecamatan Mayangan');
  });

  it('knows no village of another place, no district as village, no nonsense', () => {
    for (const code of ['53.71.05.1001', '35.74.03', '', '__proto__']) {
      expect(findVillage(probolinggo, code)).toBeUndefined();
      expect(villageLabel(probolinggo, code)).toBeUndefined();
    }
  });

  it('offers villages by district in alphabetical order', () => {
    const [first] = villageChoices(probolinggo);
    expect(first?.label).toBe('Kecamatan Kademangan');
    expect(first?.options.map(({ label }) => label)).toEqual([
      'Kademangan',
      'Ketapang',
      'Pilang',
      'Pohsangit Kidul',
      'Triwung Kidul',
      'Triwung Lor',
    ]);
  });

  it('says so when a place is not in the data', () => {
    expect(findRegions(RegionCode.parse('31.71'))).toBeUndefined();
  });
});
