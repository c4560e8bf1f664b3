// The text layer and what stands around it: components in the order of the law, readings, sources.
import { componentNames } from '../component-names.ts';
import { ComponentKey } from '../components.ts';
import type { FieldSpec, Item, ListSpec } from './compare.ts';
import { asDate, asText, bare, each, naming, quote } from './show.ts';
import { asksMoney, costsMore, saidFree } from './weaker.ts';

export const text = (item: Item, field: string): string => {
  const value = item[field];
  return typeof value === 'string' ? value : '';
};

const id = (item: Item): string => text(item, 'id');

const componentName = (item: Item): string => {
  const key = ComponentKey.safeParse(item.key);
  return key.success ? componentNames[key.data] : text(item, 'key');
};

const sentenceName = (item: Item): string =>
  [text(item, 'label'), quote(text(item, 'text'))].filter((part) => part !== '').join(' ');

/** A sentence that changed is known by its number, or by its id: both texts follow. */
const sentences = (one: string, order: string): ListSpec => ({
  one,
  order,
  key: id,
  label: sentenceName,
  changed: (item) => text(item, 'label').replace(/^[-•]$/, '') || id(item),
  fields: {
    text: { name: '', show: asText, weaker: costsMore },
    label: { name: 'penomoran', show: asText },
    source: { name: 'sumber', show: naming('sources') },
  },
  weakerWith: asksMoney,
  weakerWithout: saidFree,
});

export const components: FieldSpec = {
  name: 'komponen',
  list: {
    one: '',
    whole: 'Komponen',
    order: 'Urutan komponen',
    key: (item) => text(item, 'key'),
    label: componentName,
    fields: {
      title: { name: 'judul', show: asText },
      sentences: {
        name: 'kalimat',
        list: sentences('kalimat', 'urutan kalimat'),
      },
      alternates: {
        name: 'bunyi lain',
        list: sentences('bunyi pada dokumen lain', 'urutan bunyi lain'),
      },
    },
  },
};

export const decree: FieldSpec = {
  name: 'keputusan penetapan',
  show: (value, standard) => {
    if (value === null) return 'belum ditetapkan';
    if (typeof value !== 'object' || value === undefined) return bare(value, standard);
    const number: unknown = 'number' in value ? value.number : '';
    const on: unknown = 'enactedOn' in value ? value.enactedOn : '';
    return `Nomor ${bare(number, standard)} tanggal ${asDate(on, standard)}`;
  },
  group: {
    number: { name: 'nomor', show: bare },
    enactedOn: { name: 'tanggal', show: asDate },
  },
};

export const readings: FieldSpec = {
  name: 'tafsiran',
  list: {
    one: 'Tafsiran',
    order: 'Urutan tafsiran',
    key: id,
    label: (item) => quote(text(item, 'statement')),
    fields: {
      statement: { name: 'bunyi', show: asText },
      why: { name: 'alasan', show: asText },
      cites: { name: 'kalimat yang ditafsirkan', show: each(bare) },
    },
  },
};

export const sources: FieldSpec = {
  name: 'sumber',
  list: {
    one: 'Dokumen sumber',
    order: 'Urutan dokumen sumber',
    key: id,
    label: (item) => quote(text(item, 'title')),
    fields: { title: { name: 'judul', show: asText }, note: { name: 'keterangan', show: asText } },
  },
};
