// The ways through a process, for people.
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import { Duration } from '@layan/domain/standard/duration';
import type { PathsResult } from '../results/paths-result.ts';

type ToldPath = PathsResult['paths'][number];

const sumInWords = (sums: ToldPath['normSum']): string =>
  sums.map((sum) => durationInWords(Duration.parse(sum))).join(' + ');

const deadlineInWords = ({ label, duration, times, state }: ToldPath['norms'][number]): string =>
  `${label}: ${duration}${times > 1 ? `, ${times} kali` : ''}${state === 'conditional' ? ' (bersyarat)' : ''}`;

const pathInWords = ({
  number,
  channel,
  facts,
  turns,
  ending,
  promises,
  norms,
  normSum,
  products,
}: ToldPath) => {
  const told = Object.entries(facts).map(([id, value]) => `${id}=${String(value)}`);
  const issued = Object.entries(products).map(([id, state]) => `${id} ${state}`);
  return [
    `${number}. ${channel}${told.length === 0 ? '' : ` (${told.join(', ')})`} → ${ending.label} (${ending.id})`,
    ...turns.map(({ words, role }) => `   ${role ?? 'Sistem'} · ${words}`),
    ...promises.map((one) => `   janji  ${deadlineInWords(one)}`),
    ...norms.map((one) => `   norma  ${deadlineInWords(one)}`),
    ...(normSum.length === 0 ? [] : [`   jumlah norma ${sumInWords(normSum)}`]),
    ...(issued.length === 0 ? [] : [`   produk ${issued.join(', ')}`]),
  ].join('\n');
};

export const pathsInWords = ({ standard, paths, complete, unreached }: PathsResult, limit: number): string =>
  [
    standard.title,
    ...paths.map((path) => `\n${pathInWords(path)}`),
    '',
    ...(unreached.length === 0 ? [] : [`Akhir yang tidak dicapai jalan-jalan ini: ${unreached.join(', ')}.`]),
    complete
      ? `${paths.length} jalan; itu semuanya.`
      : `${paths.length} jalan disebut; masih ada yang lain di luar batas ${limit} jalan setiap kanal.`,
  ].join('\n');
