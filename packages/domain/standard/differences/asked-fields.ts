// What is asked, promised and given: channels, requirements, deadlines, products, forms and the facts they ask for.
import { basis, calendar, citizen, id, label, labelled, note, notify } from './common-fields.ts';
import type { FieldSpec, Fields } from './compare.ts';
import { letter, numbering } from './letter-fields.ts';
import {
  asCondition,
  asDate,
  asTerm,
  asText,
  asTrigger,
  asWord,
  bare,
  each,
  naming,
  quote,
  yesOrNo,
} from './show.ts';
import { text } from './text-fields.ts';
import {
  becomesTrue,
  gains,
  isFewer,
  isForFewer,
  isGone,
  isLessBinding,
  isLonger,
  isMore,
  isNew,
  isShorter,
  losesAnonymity,
  startsLater,
} from './weaker.ts';

export const channels: FieldSpec = {
  name: 'saluran',
  list: {
    one: 'Saluran',
    order: 'Urutan saluran',
    key: id,
    label: labelled,
    weakerWithout: () => true,
    fields: {
      label,
      kind: { name: 'jenis', show: bare },
      form: { name: 'formulir', show: naming('forms') },
      requirements: { name: 'persyaratan', show: each(naming('requirements')), weaker: gains },
      opens: { name: 'langkah pertama', show: naming('places') },
      hours: calendar,
      receipt: {
        name: 'saat diterima',
        show: asWord({ stamped: 'menurut tanggal surat atau pesan', opened: 'saat kotak dibuka' }),
      },
      identity: {
        name: 'identitas',
        show: asWord({ required: 'wajib', optional: 'boleh tanpa nama', anonymous: 'tidak ditanyakan' }),
        weaker: losesAnonymity,
      },
      confidential: { name: 'permintaan rahasia', show: yesOrNo, weaker: isGone },
      about: {
        name: 'keberatan',
        group: {
          endings: { name: 'atas akhir perkara', show: each(naming('endings')), weaker: isForFewer },
          changes: {
            name: 'atas tindakan pada produk',
            show: each(naming('actions')),
            weaker: (before, after) => gains(after, before),
          },
          carries: { name: 'data yang dibawa', show: each(naming('facts')) },
          within: { name: 'batas waktu', show: asTerm, weaker: isShorter },
          calendar,
        },
      },
      basis,
    },
  },
};

export const requirements: FieldSpec = {
  name: 'persyaratan',
  list: {
    one: 'Persyaratan',
    order: 'Urutan persyaratan',
    key: id,
    label: labelled,
    weakerWith: ({ required }) => required !== false,
    fields: {
      label,
      required: {
        name: 'sifat',
        show: asWord({ true: 'wajib', false: 'tidak wajib' }),
        weaker: becomesTrue,
      },
      when: { name: 'syarat', show: asCondition, weaker: isGone },
      oneOf: {
        name: 'pilihan',
        list: {
          one: 'pilihan',
          order: 'urutan pilihan',
          key: id,
          label: labelled,
          weakerWithout: () => true,
          fields: { label },
        },
      },
      shown: { name: 'hanya ditunjukkan', show: yesOrNo, weaker: isGone },
      hint: { name: 'petunjuk', show: asText },
      basis,
    },
  },
};

const deadlineFields: Fields = {
  duration: { name: '', show: asTerm, weaker: isLonger },
  kind: {
    name: 'sifat',
    show: asWord({ promise: 'janji', target: 'target', norm: 'norma internal' }),
    weaker: isLessBinding,
  },
  label,
  calendar,
  channels: { name: 'saluran', show: each(naming('channels')), weaker: isForFewer },
  starts: { name: 'dihitung sejak', show: asTrigger, weaker: startsLater },
  stops: { name: 'dihitung sampai', show: each(asTrigger) },
  when: { name: 'syarat', show: asCondition, weaker: isNew },
  pausedWhile: { name: 'berhenti selama', show: each(naming('places')), weaker: gains },
  pausedFor: {
    name: 'berhenti selama menunggu',
    show: each(asWord({ applicant: 'pemohon', external: 'pihak luar' })),
    weaker: gains,
  },
  bound: { name: 'janji di belakang target', show: naming('deadlines'), weaker: isGone },
  within: { name: 'batas terluar', show: naming('deadlines'), weaker: isGone },
  extension: {
    name: 'perpanjangan',
    weaker: isNew,
    group: {
      role: { name: 'oleh', show: naming('roles') },
      by: { name: 'selama', show: asTerm, weaker: isLonger },
      atMost: { name: 'paling banyak', weaker: isMore },
      citizen,
      notify,
    },
  },
  basis,
};

export const deadlines: FieldSpec = {
  name: 'janji',
  list: {
    one: '',
    whole: 'Janji waktu',
    order: 'Urutan janji',
    key: id,
    label: (item) => text(item, 'label'),
    fields: deadlineFields,
    weakerWithout: (item) => item.kind !== 'norm',
  },
};

export const products: FieldSpec = {
  name: 'produk',
  list: {
    one: 'Produk',
    order: 'Urutan produk',
    key: id,
    label: labelled,
    weakerWithout: () => true,
    fields: {
      label,
      kind: { name: 'bentuk', show: asWord({ card: 'kartu', letter: 'surat' }) },
      validMonths: { name: 'masa berlaku (bulan)', weaker: isFewer },
      exclusive: {
        name: 'kepemilikan tunggal',
        group: {
          group: { name: 'kelompok', show: bare },
          by: { name: 'menurut', show: each(naming('facts')) },
        },
      },
      numbering,
      letter,
      card: {
        name: 'cetakan',
        group: {
          holder: { name: 'nama pemegang', show: each(naming('facts')) },
          lines: { name: 'baris', show: each(naming('facts')) },
          back: { name: 'bagian belakang', show: each(asText) },
        },
      },
      actions: {
        name: 'tindakan',
        list: {
          one: 'tindakan',
          order: 'urutan tindakan',
          key: id,
          label: labelled,
          fields: {
            label,
            change: { name: 'akibat', show: bare },
            role: { name: 'pelaksana', show: naming('roles') },
            note,
            citizen,
            notify,
            basis,
          },
        },
      },
      basis,
    },
  },
};

export const facts: FieldSpec = {
  name: 'data',
  list: {
    one: 'Data',
    order: 'Urutan data',
    key: id,
    label: labelled,
    fields: {
      label,
      type: { name: 'jenis', show: bare },
      privacy: {
        name: 'perlindungan',
        show: asWord({ ordinary: 'biasa', identifying: 'pengenal', specific: 'spesifik' }),
      },
      options: {
        name: 'pilihan',
        list: {
          one: 'pilihan',
          order: 'urutan pilihan',
          key: (item) => text(item, 'value'),
          label: labelled,
          fields: {
            label,
            from: { name: 'berlaku sejak', show: asDate },
            until: { name: 'berlaku sampai', show: asDate },
          },
        },
      },
      datedBy: { name: 'tanggal penentu pilihan', show: naming('facts') },
      min: { name: 'paling sedikit' },
      max: { name: 'paling banyak' },
      maxLength: { name: 'panjang paling banyak' },
      basis,
    },
  },
};

export const forms: FieldSpec = {
  name: 'formulir',
  list: {
    one: 'Formulir',
    order: 'Urutan formulir',
    key: id,
    label: (item) => quote(text(item, 'title')),
    fields: {
      title: { name: 'judul', show: asText },
      pages: {
        name: 'halaman',
        list: {
          one: 'halaman',
          order: 'urutan halaman',
          key: id,
          label: (item) => quote(text(item, 'title')),
          fields: {
            title: { name: 'judul', show: asText },
            intro: { name: 'pengantar', show: asText },
            fields: {
              name: 'isian',
              list: {
                one: 'isian',
                order: 'urutan isian',
                key: (item) => text(item, 'fact'),
                label: (item, standard) => naming('facts')(text(item, 'fact'), standard),
                fields: {
                  required: { name: 'sifat', show: asWord({ true: 'wajib', false: 'tidak wajib' }) },
                  when: { name: 'syarat', show: asCondition },
                  hint: { name: 'petunjuk', show: asText },
                },
              },
            },
          },
        },
      },
      atLeastOne: { name: 'paling sedikit satu dari', show: each(each(naming('facts'))) },
    },
  },
};
