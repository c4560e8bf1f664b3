// Fields that many elements have.
import type { FieldSpec, Item } from './compare.ts';
import { asBasis, asText, asWord, quote, yesOrNo } from './show.ts';
import { text } from './text-fields.ts';
import { isGone } from './weaker.ts';

export const basis: FieldSpec = { name: 'dasar', show: asBasis };
export const label: FieldSpec = { name: 'nama', show: asText };
export const citizen: FieldSpec = { name: 'kalimat kepada warga', show: asText, weaker: isGone };
export const notify: FieldSpec = { name: 'pesan kepada warga', show: yesOrNo, weaker: isGone };
export const note: FieldSpec = {
  name: 'catatan',
  show: asWord({ none: 'tidak ada', optional: 'boleh', required: 'wajib' }),
};
export const calendar: FieldSpec = {
  name: 'hitungan waktu',
  show: asWord({ office: 'menurut jam kerja kantor', counter: 'menurut jam buka loket' }),
};

export const id = (item: Item): string => text(item, 'id');
export const labelled = (item: Item): string => quote(text(item, 'label'));
