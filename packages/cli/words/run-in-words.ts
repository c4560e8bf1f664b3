// A story that was played, for people.
import { minutesInWords } from '@layan/domain/deadline/durations-in-words';
import type { RunResult } from '../results/run-result.ts';
import { stateInWords } from './names.ts';

const kinds = { promise: 'janji', target: 'target', norm: 'norma' } as const;
const people = { applicant: 'Pemohon', system: 'Sistem', staff: 'Petugas' } as const;

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const runInWords = (result: RunResult, title: string | undefined): string => {
  const { refused, unexpected, received, events, ending, waiting, products, promises, messages, time } =
    result;
  const { lines = [] } = result;
  return [
    result.standard.title,
    `Cerita ${result.story}${title === undefined ? '' : `: ${title}`}`,
    ...(received ? [`Diterima ${received.local}`] : []),
    ...(result.anonymous ? ['Tanpa nama'] : []),
    ...(result.confidential ? ['Isi dirahasiakan'] : []),
    ...section(
      'Kejadian',
      events.map(({ seq, local, by, role, words }) => `${seq}. ${local} · ${role ?? people[by]} · ${words}`),
    ),
    ...section('Akhir', [
      ending ? `${ending.label} (${ending.id}), ${ending.local}: ${ending.citizen}` : 'Belum berakhir.',
    ]),
    ...section(
      'Menunggu',
      waiting.map(({ step, label, role }) => `${role}: ${label} (${step})`),
    ),
    ...section(
      'Produk',
      products.map(
        ({ label, id, state, number, cancelled = [] }) =>
          `${label} (${id}): ${stateInWords(state)}${number === undefined ? '' : `, ${number}`}${cancelled.length === 0 ? '' : `; nomor yang batal: ${cancelled.join(', ')}`}`,
      ),
    ),
    ...section(
      'Baris',
      lines.map(
        ({ line, ticket, decisions, in: inside }) =>
          `${line}. ${ticket}${inside ? '' : ' (keluar)'}${decisions.map(({ words }) => ` · ${words}`).join('')}`,
      ),
    ),
    ...section(
      'Janji',
      promises.flatMap(({ kind, id, label, words, due, caution, ledger }) => [
        `${kinds[kind]} ${label} (${id}): ${words}; jatuh tempo ${due.local}`,
        ...(caution === undefined ? [] : [`  ${caution}`]),
        ...ledger.map(({ local, words: turn }) => `  ${local}: ${turn}`),
      ]),
    ),
    ...section(
      'Pesan kepada warga',
      messages.map(({ local, text }) => `${local}: ${text}`),
    ),
    ...section(
      'Waktu menunggu (jam kerja)',
      time.map(({ label, workingMinutes }) => `${label}: ${minutesInWords(Math.round(workingMinutes))}`),
    ),
    ...section(
      'DITOLAK',
      refused
        ? [
            `${refused.turn === 0 ? 'saat masuk' : `giliran ${refused.turn}`}, ${refused.what}: ${refused.message}`,
          ]
        : [],
    ),
    ...section(
      'TIDAK SESUAI HARAPAN',
      unexpected.map(
        ({ what, expected, found }) => `${what}: diharapkan ${shown(expected)}, terjadi ${shown(found)}`,
      ),
    ),
  ].join('\n');
};
