import type { ComponentKey } from '@layan/domain/standard/components';
import type { Deadline } from '@layan/domain/standard/deadline';
import type { Standard } from '@layan/domain/standard/standard';
import { aStandard, basis, portal } from '@layan/domain/testing/a-standard';
import { describe, expect, it } from 'vitest';
import { markupFault, textIn } from '../fixtures/well-formed.ts';
import { renderSippn } from './render-sippn.ts';

const aPromise = (amount: number, more: Partial<Deadline> = {}): Deadline => ({
  id: `promise-${amount}`,
  kind: 'promise',
  label: 'Selesai',
  duration: { amount, unit: 'working_day' },
  calendar: 'office',
  starts: { filed: true },
  stops: [{ ended: true }],
  basis,
  ...more,
});

const saying = (
  texts: Partial<Record<ComponentKey, readonly string[]>>,
  deadlines: Deadline[] = [],
): Standard => {
  const standard = aStandard({
    deadlines,
    channels: [
      portal,
      {
        ...portal,
        id: 'objection',
        about: {
          endings: ['granted'],
          carries: [],
          within: { amount: 21, unit: 'working_day' },
          calendar: 'office',
        },
      },
    ],
  });
  const keys = [
    'requirements',
    'procedure',
    'processingTime',
    'fee',
    'product',
    'complaintHandling',
  ] as const;
  return {
    ...standard,
    components: keys.flatMap((key) => {
      const sentences = (texts[key] ?? []).map((text, at) => ({
        id: `${key}.${at + 1}`,
        text,
        source: 'uji',
      }));
      return sentences.length === 0 ? [] : [{ key, title: key, sentences }];
    }),
  };
};

/** Label and value of each field, in order. */
const fields = (html: string): readonly (readonly [string, string])[] =>
  [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, label = '', value = '']) => [
    label,
    textIn(value).trim(),
  ]);

const fieldOf = (html: string, field: string): string | undefined =>
  fields(html).find(([label]) => label === field)?.[1];

describe('the SIPPN sheet', () => {
  it('has the fields of SIPPN in their order', () => {
    const html = renderSippn(saying({ fee: ['Gratis <tanpa> biaya'] }), {
      government: 'Pemerintah Kota Uji',
      agency: { name: 'Dinas Uji', address: 'Jalan Uji 1', phone: '(0335) 000000' },
    });
    expect(markupFault(html)).toBeUndefined();
    expect(fields(html)).toEqual([
      ['Instansi', 'Dinas Uji'],
      ['Alamat', 'Jalan Uji 1'],
      ['Telepon', '(0335) 000000'],
      ['Pemerintah / Dinas', 'Pemerintah Kota Uji / Dinas Uji'],
      ['Nama layanan', 'Uji'],
      ['No. SK', 'Belum ditetapkan'],
      ['Persyaratan', 'Tidak dicantumkan.'],
      ['Sistem, Mekanisme dan Prosedur', 'Tidak dicantumkan.'],
      ['Waktu Penyelesaian', 'Tidak dicantumkan.'],
      ['Biaya / Tarif', 'Gratis <tanpa> biaya'],
      ['Produk Pelayanan', 'Tidak dicantumkan.'],
      ['Pengaduan Layanan', 'Tidak dicantumkan.'],
    ]);
  });

  it('gives the number and date of the decree', () => {
    const html = renderSippn({ ...saying({}), decree: { number: '12/2026', enactedOn: '2026-03-02' } });
    expect(fieldOf(html, 'No. SK')).toBe('12/2026, tanggal 2 Maret 2026');
  });

  it('never prints the empty number of the form, which promises nothing', () => {
    expect(
      fieldOf(renderSippn(saying({ processingTime: ['0', ' 0 ', '3 (tiga) hari'] })), 'Waktu Penyelesaian'),
    ).toBe('3 (tiga) hari');
    expect(fieldOf(renderSippn(saying({ processingTime: ['0'] })), 'Waktu Penyelesaian')).toBe(
      'Tidak dicantumkan.',
    );
  });

  it('puts the one promise before the words, and none where there are several', () => {
    const time = (deadlines: Deadline[]) =>
      fieldOf(renderSippn(saying({ processingTime: ['Tiga hari'] }, deadlines)), 'Waktu Penyelesaian');
    expect(time([aPromise(3)])).toBe('3 hari kerja Tiga hari');
    expect(time([aPromise(3), aPromise(5)])).toBe('Tiga hari');
    expect(
      time([aPromise(3), aPromise(10, { channels: ['objection'] }), aPromise(1, { kind: 'norm' })]),
    ).toBe('3 hari kerja Tiga hari');
  });
});
