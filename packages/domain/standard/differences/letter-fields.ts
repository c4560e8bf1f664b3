// Letters and batches: what a template says, how its number looks, what is decided on lines.
import { basis, id, label, labelled, note } from './common-fields.ts';
import type { FieldSpec, Show } from './compare.ts';
import { asCondition, asPairs, asText, asWord, bare, each, naming, yesOrNo } from './show.ts';

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const said: Show = (value, standard) => {
  const block = record(value);
  if ('paragraph' in block) return asText(block.paragraph, standard);
  if ('list' in block) return `butir ${each(asText)(block.list, standard)}`;
  const columns = listed(block.table ?? block.lines).map(record);
  if (columns.length === 0) return bare(value, standard);
  const rows = columns.map((row) => {
    const when = row.when === undefined ? '' : ` (bila ${asCondition(row.when, standard)})`;
    return `${bare(row.label, standard)}: ${bare(row.value, standard)}${when}`;
  });
  return `${'lines' in block ? 'daftar baris' : 'tabel'} ${rows.join('; ')}`;
};

/** “Demikian disampaikan.” (bila …) */
const asBlock: Show = (value, standard) => {
  const { when, decided } = record(value);
  const step = record(decided);
  return [
    said(value, standard),
    ...(decided === undefined
      ? []
      : [`(yang diputuskan ${bare(step.decisions, standard)} pada ${naming('steps')(step.step, standard)})`]),
    ...(when === undefined ? [] : [`(bila ${asCondition(when, standard)})`]),
  ].join(' ');
};

const asAnnex: Show = (value, standard) => {
  const { title, body } = record(value);
  return `${asText(title, standard)}: ${each(asBlock)(body, standard)}`;
};

export const numbering: FieldSpec = {
  name: 'penomoran',
  group: {
    pattern: { name: 'pola', show: asText },
    classification: { name: 'kode klasifikasi', show: bare },
    register: { name: 'buku agenda', show: bare },
  },
};

export const letter: FieldSpec = {
  name: 'templat surat',
  group: {
    documentClass: {
      name: 'golongan naskah',
      show: asWord({ correspondence: 'korespondensi', special: 'khusus', decree: 'keputusan' }),
    },
    layout: {
      name: 'bentuk',
      show: asWord({ letter: 'surat', statement: 'surat keterangan', minutes: 'berita acara' }),
    },
    paper: { name: 'kertas', show: asWord({ a4: 'A4', f4: 'F4' }) },
    title: { name: 'judul', show: asText },
    nature: { name: 'sifat', show: asText },
    annex: { name: 'lampiran', show: asText },
    subject: { name: 'hal', show: asText },
    to: { name: 'alamat tujuan', show: each(asText) },
    body: { name: 'isi', show: each(asBlock) },
    annexes: { name: 'halaman lampiran', show: each(asAnnex) },
    signatory: {
      name: 'penanda tangan',
      group: {
        office: { name: 'jabatan', show: asText },
        outside: { name: 'di luar dinas', show: yesOrNo },
        others: { name: 'yang ikut menandatangani', show: each(asText) },
      },
    },
    copies: { name: 'tembusan', show: each(asText) },
  },
};

const asColumn: Show = (value, standard) => {
  const { fact, label: heading } = record(value);
  return `${bare(heading, standard)} (${bare(fact, standard)})`;
};

/** Of a standard: what it gathers. */
export const gathering: FieldSpec = {
  name: 'berkas yang dihimpun',
  group: {
    of: { name: 'layanan', show: asText },
    step: { name: 'langkah', show: bare },
    label: { name: 'sebutan baris', show: asText },
    columns: { name: 'kolom', show: each(asColumn) },
    atMost: { name: 'paling banyak' },
    basis,
  },
};

/** Of a step: what is decided on each line. */
export const deciding: FieldSpec = {
  name: 'keputusan per baris',
  group: {
    decisions: {
      name: 'keputusan',
      list: {
        one: 'keputusan',
        order: 'urutan keputusan',
        key: id,
        label: labelled,
        fields: {
          label,
          tone: { name: 'sifat', show: asWord({ proceed: 'lanjut', return: 'kembali', refuse: 'tolak' }) },
          note,
          drops: { name: 'mengeluarkan baris', show: yesOrNo },
          basis,
        },
      },
    },
    every: { name: 'setiap baris harus diputuskan', show: yesOrNo },
  },
};

/** Of an outcome: what happens in the batch that leads here. */
export const asHappening: Show = (value, standard) => {
  const { step, outcome, decision, ending } = record(value);
  if (ending !== undefined) return `akhir ${bare(ending, standard)}`;
  return outcome === undefined
    ? `keputusan ${bare(decision, standard)} pada ${bare(step, standard)}`
    : `hasil ${bare(outcome, standard)} pada ${bare(step, standard)}`;
};

/** Of an ending: the next matter. */
export const opening: FieldSpec = {
  name: 'layanan lanjutan',
  group: {
    service: { name: 'layanan', show: asText },
    channel: { name: 'saluran', show: asText },
    carries: { name: 'data yang dibawa', show: asPairs },
  },
};
