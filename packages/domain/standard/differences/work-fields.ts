// The work: roles, steps with their outcomes, endings, and what may happen to a case at any moment.
import { basis, calendar, citizen, id, label, labelled, note, notify } from './common-fields.ts';
import type { FieldSpec } from './compare.ts';
import { asHappening, deciding, opening } from './letter-fields.ts';
import {
  asCondition,
  asCriterion,
  asEffect,
  asPairs,
  asTerm,
  asText,
  asWord,
  bare,
  each,
  naming,
  quote,
  yesOrNo,
} from './show.ts';
import { text } from './text-fields.ts';
import { isGone, isLonger, isMore, isReturnedLess, lapsesSooner, runsAgainstApplicant } from './weaker.ts';

const to: FieldSpec = { name: 'lanjut ke', show: each(naming('places')) };
const after: FieldSpec = { name: 'dimulai dari', show: each(naming('places')) };
const effects: FieldSpec = { name: 'akibat pada produk', show: each(asEffect) };

export const roles: FieldSpec = {
  name: 'peran',
  list: {
    one: 'Peran',
    order: 'Urutan peran',
    key: id,
    label: labelled,
    fields: {
      label,
      party: {
        name: 'pihak',
        show: asWord({ applicant: 'pemohon', staff: 'petugas', external: 'pihak luar' }),
      },
      byArea: { name: 'dibagi menurut wilayah', show: yesOrNo },
      basis,
    },
  },
};

const outcomes: FieldSpec = {
  name: 'hasil',
  list: {
    one: 'hasil',
    order: 'urutan hasil',
    key: id,
    label: labelled,
    weakerWithout: ({ tone }) => tone === 'return',
    fields: {
      label,
      to,
      when: { name: 'syarat', show: asCondition },
      tone: { name: 'sifat', show: asWord({ proceed: 'lanjut', return: 'kembali', refuse: 'tolak' }) },
      effects,
      citizen,
      notify,
      note,
      asks: { name: 'data yang diperlukan', show: each(naming('facts')) },
      missing: { name: 'menyebut kekurangan', show: yesOrNo },
      atMost: { name: 'paling banyak', weaker: isReturnedLess },
      insteadOf: { name: 'pengganti', show: bare },
      endings: { name: 'akhir perkara lain', show: each(bare) },
      from: { name: 'disebabkan dalam berkas bersama', show: each(asHappening) },
      basis,
    },
  },
};

export const steps: FieldSpec = {
  name: 'langkah',
  list: {
    one: 'Langkah',
    order: 'Urutan langkah',
    key: id,
    label: labelled,
    fields: {
      label,
      kind: {
        name: 'jenis',
        show: asWord({
          task: 'pekerjaan',
          supply: 'dilengkapi pemohon',
          route: 'ditentukan otomatis',
          subcase: 'perkara layanan lain',
          line: 'menunggu berkas bersama',
        }),
      },
      role: { name: 'dikerjakan oleh', show: naming('roles') },
      enteredBy: { name: 'dicatat oleh', show: naming('roles') },
      review: {
        name: 'pemeriksaan konsep',
        group: {
          verb: {
            name: 'tindakan',
            show: asWord({ correct: 'koreksi', initial: 'paraf', sign: 'tanda tangan' }),
          },
          draft: { name: 'konsep dari', show: naming('steps') },
          skip: {
            name: 'dilewati bila',
            show: asWord({ vacant: 'jabatannya kosong', away: 'jabatannya kosong atau semua berhalangan' }),
          },
        },
      },
      delegates: {
        name: 'wakil',
        show: each((value, standard) => {
          if (typeof value !== 'object' || value === null || !('role' in value) || !('as' in value))
            return bare(value, standard);
          return `${naming('roles')(value.role, standard)} (${bare(value.as, standard)})`;
        }),
      },
      subcase: {
        name: 'perkara layanan lain',
        group: {
          service: { name: 'layanan', show: asText },
          channel: { name: 'saluran', show: asText },
          carries: { name: 'data yang dibawa', show: asPairs },
          feeds: { name: 'data yang kembali', show: asPairs },
        },
      },
      batch: { name: 'berkas bersama', show: asText },
      lines: deciding,
      after,
      form: { name: 'formulir', show: naming('forms') },
      checks: { name: 'persyaratan yang diperiksa', show: each(naming('requirements')) },
      evidence: { name: 'bukti dari petugas', show: each(naming('requirements')) },
      shows: { name: 'formulir yang dibaca', show: each(naming('forms')) },
      assign: { name: 'pembagian tugas', show: asWord({ leastLoad: 'kepada yang paling ringan bebannya' }) },
      coordinator: { name: 'koordinator', show: naming('roles') },
      assigned: { name: 'kabar penugasan', weaker: isGone, group: { citizen, notify } },
      notBy: { name: 'tidak boleh petugas dari', show: each(naming('steps')) },
      citizen,
      outcomes,
      basis,
    },
  },
};

const endingKinds = {
  granted: 'diberikan',
  answered: 'dijawab',
  refused: 'ditolak',
  withdrawn: 'dibatalkan',
  referred: 'diteruskan',
  lapsed: 'gugur',
} as const;

export const endings: FieldSpec = {
  name: 'akhir perkara',
  list: {
    one: 'Akhir perkara',
    order: 'Urutan akhir perkara',
    key: id,
    label: labelled,
    fields: {
      label,
      kind: { name: 'sifat', show: asWord(endingKinds) },
      citizen,
      notify,
      after,
      opens: opening,
      basis,
    },
  },
};

export const interruptions: FieldSpec = {
  name: 'tindakan sewaktu-waktu',
  list: {
    one: 'Tindakan sewaktu-waktu',
    order: 'Urutan tindakan sewaktu-waktu',
    key: id,
    label: labelled,
    fields: {
      label,
      role: { name: 'pelaksana', show: naming('roles') },
      note,
      effects,
      to,
      citizen,
      notify,
      basis,
    },
  },
};

export const suspensions: FieldSpec = {
  name: 'penundaan',
  list: {
    one: 'Penundaan',
    order: 'Urutan penundaan',
    key: id,
    label: labelled,
    weakerWith: () => true,
    fields: {
      label,
      role: { name: 'pelaksana', show: naming('roles') },
      limit: { name: 'paling lama', show: asTerm, weaker: isLonger },
      calendar,
      atMost: { name: 'paling banyak', weaker: isMore },
      citizen,
      resumed: { name: 'kalimat saat dilanjutkan', show: asText },
      notify,
      basis,
    },
  },
};

export const timers: FieldSpec = {
  name: 'batas tunggu',
  list: {
    one: 'Batas tunggu',
    order: 'Urutan batas tunggu',
    key: id,
    label: labelled,
    weakerWith: runsAgainstApplicant,
    fields: {
      label,
      after: { name: 'setelah', show: asTerm, weaker: lapsesSooner },
      calendar,
      while: { name: 'selama', show: naming('places') },
      to,
      effects,
      citizen,
      notify,
      basis,
    },
  },
};

export const scores: FieldSpec = {
  name: 'saran hitungan',
  list: {
    one: 'Saran hitungan',
    order: 'Urutan saran hitungan',
    key: id,
    label: labelled,
    fields: {
      label,
      form: { name: 'formulir', show: naming('forms') },
      criteria: {
        name: 'kriteria',
        list: {
          one: 'kriteria',
          order: 'urutan kriteria',
          key: id,
          label: labelled,
          fields: {
            label,
            when: { name: 'ukuran', show: asCriterion },
            decisive: { name: 'menentukan sendiri', show: yesOrNo },
          },
        },
      },
      threshold: { name: 'ambang' },
      reached: { name: 'saran bila tercapai', show: asText },
      missed: { name: 'saran bila tidak tercapai', show: asText },
      basis,
    },
  },
};

export const examples: FieldSpec = {
  name: 'contoh',
  list: {
    one: 'Contoh',
    order: 'Urutan contoh',
    key: id,
    label: (item) => quote(text(item, 'title')),
    fields: {
      title: { name: 'cerita', show: asText },
      channel: { name: 'saluran', show: naming('channels') },
      at: { name: 'saat masuk', show: bare },
      facts: { name: 'data', show: asPairs },
      lines: { name: 'jumlah baris' },
      anonymous: { name: 'tanpa nama', show: yesOrNo },
      confidential: { name: 'rahasia', show: yesOrNo },
      turns: { name: 'kejadian', show: each(asPairs) },
      ending: { name: 'akhir perkara', show: naming('endings') },
      products: { name: 'produk', show: asPairs },
      promises: { name: 'janji', show: asPairs },
      messages: { name: 'pesan', show: each(asText) },
    },
  },
};
