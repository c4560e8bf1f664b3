// What a flowchart cannot show as lines: what may happen at any moment, and what its signs mean.
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import type { Standard } from '@layan/domain/standard/standard';
import type { Flow } from './flow.ts';

const endingsAfter = ({ process }: Standard, to: readonly string[]): readonly string[] =>
  process.endings.filter(({ after }) => after.every((place) => to.includes(place))).map(({ id }) => id);

/** "Batalkan permohonan (Pemohon) → L. Dibatalkan pemohon". */
export const anyMoment = (standard: Standard, flow: Flow): readonly string[] => {
  const { process } = standard;
  const role = (id: string): string => process.roles.find((one) => one.id === id)?.label ?? id;
  const ending = (to: readonly string[]): string => {
    const found = flow.endings.find(({ id }) => endingsAfter(standard, to).includes(id));
    return found ? ` → ${found.letter}. ${found.label}` : '';
  };
  return [
    ...process.interruptions.map(({ label, role: by, to }) => `${label} (${role(by)})${ending(to)}.`),
    ...(process.suspensions ?? []).map(
      ({ label, role: by, limit, atMost }) =>
        `${label} (${role(by)}): perkara berhenti paling lama ${durationInWords(limit)}, paling banyak ${atMost} kali.`,
    ),
  ];
};

/** Only signs that stand in this chart. */
export const legend = (flow: Flow): readonly string[] => {
  const kinds = new Set(flow.rows.map(({ node }) => node.kind));
  const ways = flow.rows.flatMap((row) => row.ways);
  const signs: readonly (readonly [boolean, string])[] = [
    [true, 'kotak: pekerjaan'],
    [kinds.has('supply'), 'jajar genjang: dilengkapi pemohon'],
    [kinds.has('route'), 'belah ketupat: ditentukan otomatis menurut data'],
    [kinds.has('subcase'), 'kotak bergaris ganda: perkara layanan lain'],
    [kinds.has('line'), 'kotak bertumpuk: menunggu berkas bersama'],
    [true, 'huruf dalam bulatan: akhir perkara'],
    [
      flow.rows.some((row, at) => row.ways.some(({ rows }) => rows.some((to) => to <= at))),
      'garis putus: kembali ke langkah sebelumnya',
    ],
    [ways.some(({ way }) => way.kind === 'timer'), 'garis titik dengan jam: waktu habis'],
    [ways.some(({ fork }) => fork), 'palang di pangkal garis: beberapa cabang berjalan bersamaan'],
    [flow.rows.some(({ node }) => node.joins.length > 0), 'palang di atas simbol: menunggu semua cabang'],
  ];
  return signs.flatMap(([shown, words]) => (shown ? [words] : []));
};
