// The ways through a process, for people.
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import { Duration } from '@layan/domain/standard/duration';
import type { PathsResult } from '../results/paths-result.ts';
import { type Names, stateInWords } from './names.ts';

type ToldPath = PathsResult['paths'][number];

const sumInWords = (sums: ToldPath['normSum']): string =>
  sums.map((sum) => durationInWords(Duration.parse(sum))).join(' + ');

const deadlineInWords = ({ label, duration, times, state }: ToldPath['norms'][number]): string =>
  `${label}: ${duration}${times > 1 ? `, ${times} kali` : ''}${state === 'conditional' ? ' (bersyarat)' : ''}`;

/** Everything but the number: what is alike here differs only in what the path does not tell. */
const pathInWords = (
  { channel, facts, turns, ending, promises, norms, normSum, products }: ToldPath,
  names: Names,
): string => {
  const told = Object.entries(facts).map(([id, value]) => `${names.fact(id)}: ${names.value(id, value)}`);
  const issued = Object.entries(products).map(([id, state]) => `${names.product(id)} ${stateInWords(state)}`);
  return [
    `${names.channel(channel)}${told.length === 0 ? '' : ` (${told.join(', ')})`} → ${ending.label} (${ending.id})`,
    ...turns.map(({ words, role }) => `   ${role ?? 'Sistem'} · ${words}`),
    ...promises.map((one) => `   ${one.kind === 'target' ? 'target' : 'janji '} ${deadlineInWords(one)}`),
    ...norms.map((one) => `   norma  ${deadlineInWords(one)}`),
    ...(normSum.length === 0 ? [] : [`   norma berturut-turut paling lama ${sumInWords(normSum)}`]),
    ...(issued.length === 0 ? [] : [`   produk ${issued.join(', ')}`]),
  ].join('\n');
};

/** Paths that read alike are told once, with their number. */
const toldOnce = (paths: readonly ToldPath[], names: Names): readonly string[] => {
  const alike = new Map<string, number[]>();
  for (const path of paths) {
    const words = pathInWords(path, names);
    alike.set(words, [...(alike.get(words) ?? []), path.number]);
  }
  return [...alike].map(([words, [first, ...others]]) => {
    const more = others.length === 0 ? '' : `\n   (${others.length + 1} jalan seperti ini)`;
    return `\n${first}. ${words}${more}`;
  });
};

export const pathsInWords = (
  { standard, paths, complete, unreached }: PathsResult,
  limit: number,
  names: Names,
): string =>
  [
    standard.title,
    ...toldOnce(paths, names),
    '',
    ...(unreached.length === 0
      ? []
      : [`Akhir yang tidak dicapai jalan-jalan ini: ${unreached.map(names.ending).join(', ')}.`]),
    complete
      ? `${paths.length} jalan; itu semuanya.`
      : `${paths.length} jalan disebut; masih ada yang lain di luar batas ${limit} jalan setiap kanal.`,
  ].join('\n');
