import { expect, it } from 'vitest';
import { areaChoices, Regions } from './regions.ts';

const village = (code: string, name: string, kind: 'kelurahan' | 'desa') => ({ code, name, kind });

const regions = Regions.parse({
  code: '35.08',
  name: 'Kabupaten Uji',
  province: { code: '35', name: 'Jawa Timur' },
  districts: [
    { code: '35.08.01', name: 'Utara', villages: [village('35.08.01.2001', 'Sumber', 'desa')] },
    {
      code: '35.08.02',
      name: 'Selatan',
      villages: [village('35.08.02.2001', 'Sumber', 'desa'), village('35.08.02.1002', 'Kota', 'kelurahan')],
    },
  ],
});

it('offers each district before its villages', () => {
  expect(areaChoices(regions).map(({ code }) => code)).toEqual([
    '35.08.01',
    '35.08.01.2001',
    '35.08.02',
    '35.08.02.2001',
    '35.08.02.1002',
  ]);
});

it('tells villages of the same name apart by their district', () => {
  const names = areaChoices(regions).map(({ name }) => name);
  expect(names).toContain('Desa Sumber, Kecamatan Utara');
  expect(names).toContain('Desa Sumber, Kecamatan Selatan');
  expect(names).toContain('Kelurahan Kota, Kecamatan Selatan');
  expect(new Set(names).size).toBe(names.length);
});
