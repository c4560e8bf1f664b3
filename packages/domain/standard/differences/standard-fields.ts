// All of a standard, in the order in which its changes are told.
import { channels, deadlines, facts, forms, products, requirements } from './asked-fields.ts';
import type { Fields } from './compare.ts';
import { gathering } from './letter-fields.ts';
import { asText, asWord, bare, each, naming } from './show.ts';
import { components, decree, readings, sources } from './text-fields.ts';
import { gains, isGone } from './weaker.ts';
import {
  endings,
  examples,
  interruptions,
  roles,
  scores,
  steps,
  suspensions,
  timers,
} from './work-fields.ts';

const seenBy = { name: 'dibaca oleh', show: each(naming('roles')), weaker: gains };

const kinds = {
  assistanceClaim: 'permohonan bantuan',
  application: 'permohonan',
  proposal: 'usulan',
  complaint: 'pengaduan',
  batch: 'berkas bersama',
} as const;

export const standardFields: Fields = {
  title: { name: 'judul', show: asText },
  shortTitle: { name: 'nama layanan', show: asText },
  summary: { name: 'ringkasan', show: asText },
  decree,
  kind: { name: 'jenis layanan', show: asWord(kinds) },
  components,
  process: {
    name: '',
    group: {
      requirements,
      deadlines,
      channels,
      products,
      lines: gathering,
      roles,
      steps,
      endings,
      interruptions,
      suspensions,
      timers,
      identity: {
        name: 'identitas',
        weaker: isGone,
        group: { facts: { name: 'data pengenal', show: each(naming('facts')) }, seenBy },
      },
      confidential: {
        name: 'kerahasiaan',
        weaker: isGone,
        group: { label: { name: 'pertanyaan', show: asText }, seenBy },
      },
      forms,
      facts,
      display: { name: 'nama perkara pada daftar', show: each(naming('facts')) },
      area: { name: 'data wilayah', show: naming('facts') },
      scores,
      examples,
    },
  },
  complaints: { name: 'layanan pengaduan', show: asText, weaker: isGone },
  readings,
  sources,
  id: { name: 'kode layanan', show: bare },
  agency: { name: 'kode dinas', show: bare },
  format: { name: 'format', show: bare },
};
