// How the service runs: ways in, what to bring, what is promised, what is received, each with the sentence it comes from.
import { waitsFor } from '@layan/domain/case/stated-promises';
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import { indexOf } from '@layan/domain/process/process-index';
import type { Channel, Requirement } from '@layan/domain/standard/channel';
import { conditionInWords } from '@layan/domain/standard/condition-in-words';
import type { Deadline } from '@layan/domain/standard/deadline';
import type { Product } from '@layan/domain/standard/product';
import type { Standard } from '@layan/domain/standard/standard';
import { triggerInWords } from '@layan/domain/standard/trigger-in-words';
import type { Flow } from '../flow/flow.ts';
import { lines, type Markup, markup } from '../markup.ts';
import { cited } from './cited.ts';
import { gathered, letterTemplates } from './letters.ts';
import { table } from './table.ts';

const kinds = { promise: 'Janji', target: 'Target' } as const;

const hours = { office: 'jam kerja kantor', counter: 'jam buka loket' } as const;

const identities = {
  required: 'Identitas wajib.',
  optional: 'Boleh tanpa nama.',
  anonymous: 'Tanpa identitas.',
} as const;

const receipts = {
  stamped: 'Diterima menurut tanggal pada surat atau pesan.',
  opened: 'Diterima saat kotak dibuka.',
} as const;

const paragraphs = (texts: readonly string[]): Markup =>
  markup`${texts.map((text) => markup`<p>${text}</p>`)}`;

const channelNotes = ({
  identity,
  receipt,
  confidential,
  about,
  hours: open,
}: Channel): readonly string[] => [
  `Menurut ${hours[open]}.`,
  ...(identity ? [identities[identity]] : []),
  ...(confidential ? ['Dapat diminta rahasia.'] : []),
  ...(receipt ? [receipts[receipt]] : []),
  ...(about ? [`Untuk keberatan, paling lambat ${durationInWords(about.within)} setelah keputusan.`] : []),
];

const channelLabels = ({ process }: Standard, ids: readonly string[]): string =>
  ids.map((id) => process.channels.find((channel) => channel.id === id)?.label ?? id).join(', ');

const requirementName = ({ label, hint, oneOf }: Requirement): Markup =>
  markup`${label}${oneOf && markup`<ul>${oneOf.map((choice) => markup`<li>${choice.label}</li>`)}</ul>`}${hint === undefined ? undefined : markup`<p class="ket">${hint}</p>`}`;

const requirementNotes = (
  { process }: Standard,
  { required, when, oneOf, shown }: Requirement,
): readonly string[] => [
  required ? 'Wajib.' : 'Boleh dibawa, tidak wajib.',
  ...(oneOf ? ['Cukup salah satu.'] : []),
  ...(shown ? ['Hanya ditunjukkan, tidak disimpan.'] : []),
  ...(when ? [`Bila ${conditionInWords(process.facts, when)}.`] : []),
];

const deadlineNotes = (standard: Standard, deadline: Deadline): readonly string[] => {
  const { process } = standard;
  const { when, channels, pausedFor, pausedWhile, bound, within, extension } = deadline;
  const label = (id: string): string => process.deadlines.find((one) => one.id === id)?.label ?? id;
  const parties = { applicant: 'pemohon', external: 'pihak luar' } as const;
  const index = indexOf(process);
  const waited = [
    ...new Set([
      ...(pausedWhile ?? []).map((place) => waitsFor(index, place).label),
      ...(pausedFor ?? []).map((party) => parties[party]),
    ]),
  ];
  return [
    ...(when ? [`Bila ${conditionInWords(process.facts, when)}.`] : []),
    ...(channels ? [`Lewat ${channelLabels(standard, channels)}.`] : []),
    ...(waited.length === 0 ? [] : [`Berhenti selama menunggu ${waited.join(' atau ')}.`]),
    ...(bound === undefined ? [] : [`Bila target tidak tercapai, berlaku: ${label(bound)}.`]),
    ...(within === undefined ? [] : [`Tidak melampaui: ${label(within)}.`]),
    ...(extension
      ? [
          `Dapat diperpanjang ${durationInWords(extension.by)}, paling banyak ${extension.atMost} kali, dengan alasan.`,
        ]
      : []),
  ];
};

/** Steps by their number in the flowchart: a promise may stop at many outcomes of one step. */
const clockInWords = ({ process }: Standard, flow: Flow, { starts, stops }: Deadline): string => {
  const numberOf = (step: string): string => {
    const row = flow.rows.find(({ node }) => node.step?.id === step);
    return row?.number === undefined ? '' : `langkah ${row.number} (${row.title})`;
  };
  const ends = stops.map((stop) => ('step' in stop ? numberOf(stop.step) : triggerInWords(process, stop)));
  const start = 'step' in starts ? `selesainya ${numberOf(starts.step)}` : triggerInWords(process, starts);
  return `Dihitung sejak ${start}, sampai ${[...new Set(ends)].join(', atau ')}.`;
};

const durationOf = ({ duration, calendar }: Deadline): readonly string[] => [
  duration.unit === 'agreed' && duration.atMost
    ? `${durationInWords(duration)}, paling lama ${durationInWords(duration.atMost)}`
    : durationInWords(duration),
  `menurut ${hours[calendar]}`,
];

const changes = {
  suspend: 'dibekukan',
  resume: 'diaktifkan lagi',
  revoke: 'dicabut',
  return: 'dikembalikan',
  replace: 'diganti bila hilang',
  expire: 'berakhir',
} as const satisfies Record<NonNullable<Product['actions']>[number]['change'], string>;

const productNotes = ({ validMonths, exclusive, actions = [] }: Product): readonly string[] => {
  const later = [...new Set(actions.map(({ change }) => changes[change]))];
  return [
    validMonths === undefined ? 'Berlaku tanpa batas waktu.' : `Berlaku ${validMonths} bulan.`,
    ...(exclusive ? ['Satu pemegang hanya memiliki satu.'] : []),
    ...(later.length === 0 ? [] : [`Kemudian dapat ${later.join(', ')}.`]),
  ];
};

const productKinds = { card: 'Kartu', letter: 'Surat' } as const satisfies Record<Product['kind'], string>;

export const runningTables = (standard: Standard, flow: Flow): Markup => {
  const { process } = standard;
  const asked = (id: string): Channel[] =>
    process.channels.filter(({ requirements }) => requirements.includes(id));
  return lines([
    table(
      'tabel-saluran',
      'Saluran',
      ['Saluran', 'Ketentuan', 'Dasar'],
      process.channels.map((channel) => [
        channel.label,
        paragraphs(channelNotes(channel)),
        cited(standard, channel.basis),
      ]),
    ),
    table(
      'tabel-persyaratan',
      'Persyaratan dari pemohon',
      ['Persyaratan', 'Saluran', 'Ketentuan', 'Dasar'],
      process.requirements.flatMap((requirement) => {
        const channels = asked(requirement.id);
        return channels.length === 0
          ? []
          : [
              [
                requirementName(requirement),
                channels.map(({ label }) => label).join(', '),
                paragraphs(requirementNotes(standard, requirement)),
                cited(standard, requirement.basis),
              ],
            ];
      }),
    ),
    table(
      'tabel-janji',
      'Janji waktu',
      ['Yang dijanjikan', 'Waktu', 'Ketentuan', 'Dasar'],
      // Norms are kept inside the agency.
      process.deadlines.flatMap((deadline) =>
        deadline.kind === 'norm'
          ? []
          : [
              [
                markup`${deadline.label}<p class="ket">${kinds[deadline.kind]}</p>`,
                paragraphs(durationOf(deadline)),
                paragraphs([clockInWords(standard, flow, deadline), ...deadlineNotes(standard, deadline)]),
                cited(standard, deadline.basis),
              ],
            ],
      ),
    ),
    table(
      'tabel-produk',
      'Produk',
      ['Produk', 'Bentuk', 'Ketentuan', 'Dasar'],
      process.products.map((product) => [
        product.label,
        productKinds[product.kind],
        paragraphs(productNotes(product)),
        cited(standard, product.basis),
      ]),
    ),
    gathered(standard),
    letterTemplates(standard),
  ]);
};
