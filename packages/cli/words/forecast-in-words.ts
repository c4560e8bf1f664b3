// What a case is promised, for people: each deadline with its rule, its due time and its days.

import { minutesInWords } from '@layan/domain/deadline/durations-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import type { DeadlineResult, ForecastResult, Rule, Trace } from '../results/deadline-result.ts';
import type { Names } from './names.ts';
import { onReceipt } from './rule-in-words.ts';
import { daysInWords } from './trace-in-words.ts';

const kinds = { promise: 'JANJI', target: 'TARGET', norm: 'NORMA' } as const;
const hours = { office: 'jam kantor', counter: 'jam loket' } as const;

const ruleLines = (rule: Rule, names: Names): readonly string[] => [
  `aturan      ${rule.duration} (${hours[rule.calendar]}), mulai ${rule.starts}`,
  `berhenti    ${rule.stops.join(', atau ')}`,
  ...(rule.when === undefined ? [] : [`jika        ${rule.when}`]),
  ...(rule.channels ? [`kanal       ${rule.channels.join(', ')}`] : []),
  ...(rule.pausedWhile ? [`jeda        selama ${rule.pausedWhile.map(names.place).join(', ')}`] : []),
  ...(rule.pausedFor ? [`jeda        selama menunggu ${rule.pausedFor.join(' atau ')}`] : []),
  ...(rule.within === undefined ? [] : [`batas luar  ${rule.within}`]),
  ...(rule.bound === undefined ? [] : [`di baliknya ${rule.bound}`]),
  ...(rule.extension === undefined ? [] : [`perpanjang  ${rule.extension}`]),
  `teks        ${rule.text}`,
];

const traceLines = (zone: Zone, trace: Trace, first: string): readonly string[] => [
  `mulai       ${trace.from.local}`,
  ...(trace.arrived.at === trace.from.at ? [] : [`dihitung    ${trace.arrived.local} (buka berikutnya)`]),
  ...daysInWords(zone, trace.days, first).map((line) => `            ${line}`),
  ...(trace.usedMinutes === undefined ? [] : [`terpakai    ${minutesInWords(trace.usedMinutes)}`]),
  ...(trace.unknownYears.length === 0
    ? []
    : [`perkiraan   hari libur tahun ${trace.unknownYears.join(' dan ')} belum ditetapkan`]),
];

const dueInWords = ({ trace, limit }: ForecastResult): string =>
  limit ? `${limit.due.local}, bersama batas luar "${limit.label}"` : `${trace?.due.local}`;

const standing = (forecast: ForecastResult, names: Names): string => {
  const { state, waitsFor, why, earliest, rule } = forecast;
  const facts = (waitsFor ?? []).map(names.fact).join(', ');
  switch (state) {
    case 'running':
      return `jatuh tempo ${dueInWords(forecast)}`;
    case 'conditional':
      return `jatuh tempo ${dueInWords(forecast)}, jika berlaku; menunggu data: ${facts || 'syaratnya'}`;
    case 'awaited':
      return `belum mulai; menunggu data: ${facts}`;
    case 'later':
      return `mulai ${rule.starts}${facts === '' ? '' : `; menunggu data: ${facts}`}${
        earliest ? `; paling cepat jatuh tempo ${earliest.due.local}` : ''
      }`;
    case 'notApplicable':
      return `tidak berlaku. ${why ?? ''}`;
    case 'otherChannel':
      return 'tidak untuk kanal ini';
    case 'refused':
      return `ditolak. ${why ?? ''}`;
  }
};

const one = (zone: Zone, forecast: ForecastResult, names: Names): string => {
  const head = `${kinds[forecast.kind]} ${forecast.id}: ${forecast.label}\n  ${standing(forecast, names)}`;
  if (forecast.state === 'otherChannel') return head;
  const trace = forecast.trace ?? forecast.earliest;
  const first = forecast.rule.starts === onReceipt ? 'hari diterima' : 'hari mulai';
  const hypothetical = forecast.trace ? [] : ['andaikan    langsung mulai saat diterima:'];
  const lines = [
    ...ruleLines(forecast.rule, names),
    ...(trace ? [...hypothetical, ...traceLines(zone, trace, first)] : []),
  ];
  return [head, ...lines.map((line) => `    ${line}`)].join('\n');
};

export const forecastInWords = (result: DeadlineResult, zone: Zone, names: Names): string =>
  [
    `${result.standard.title}`,
    `Kanal ${result.channel.id} (${result.channel.label}), ${hours[result.channel.hours]}`,
    `Datang   ${result.arrives.local}`,
    `Diterima ${result.received.local}`,
    ...(result.deadlines.length === 0 ? ['', 'Standar ini tidak menjanjikan waktu apa pun.'] : []),
    ...result.deadlines.map((forecast) => `\n${one(zone, forecast, names)}`),
  ].join('\n');
