// What a case is promised, for people: each deadline with its rule, its due time and its days.

import { minutesInWords } from '@layan/domain/deadline/durations-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import type { DeadlineResult, ForecastResult, Rule, Trace } from '../results/deadline-result.ts';
import { daysInWords } from './trace-in-words.ts';

const kinds = { promise: 'JANJI', target: 'TARGET', norm: 'NORMA' } as const;
const hours = { office: 'jam kantor', counter: 'jam loket' } as const;

const ruleLines = (rule: Rule): readonly string[] => [
  `aturan      ${rule.duration} (${hours[rule.calendar]}), mulai ${rule.starts}`,
  `berhenti    ${rule.stops.join(', atau ')}`,
  ...(rule.when === undefined ? [] : [`jika        ${rule.when}`]),
  ...(rule.channels ? [`kanal       ${rule.channels.join(', ')}`] : []),
  ...(rule.pausedWhile ? [`jeda        selama ${rule.pausedWhile.join(', ')}`] : []),
  ...(rule.pausedFor ? [`jeda        selama menunggu ${rule.pausedFor.join(' atau ')}`] : []),
  ...(rule.within === undefined ? [] : [`batas luar  ${rule.within}`]),
  ...(rule.bound === undefined ? [] : [`di baliknya ${rule.bound}`]),
  ...(rule.extension === undefined ? [] : [`perpanjang  ${rule.extension}`]),
  `teks        ${rule.text}`,
];

const traceLines = (zone: Zone, trace: Trace): readonly string[] => [
  `mulai       ${trace.from.local}`,
  ...(trace.arrived.at === trace.from.at ? [] : [`dihitung    ${trace.arrived.local} (buka berikutnya)`]),
  ...daysInWords(zone, trace.days).map((line) => `            ${line}`),
  ...(trace.usedMinutes === undefined ? [] : [`terpakai    ${minutesInWords(trace.usedMinutes)}`]),
  ...(trace.unknownYears.length === 0
    ? []
    : [`perkiraan   hari libur tahun ${trace.unknownYears.join(' dan ')} belum ditetapkan`]),
];

const standing = ({ state, waitsFor, why, trace, earliest, rule }: ForecastResult): string => {
  const facts = (waitsFor ?? []).join(', ');
  switch (state) {
    case 'running':
      return `jatuh tempo ${trace?.due.local}`;
    case 'conditional':
      return `jatuh tempo ${trace?.due.local}, jika berlaku; menunggu data: ${facts || 'syaratnya'}`;
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

const one = (zone: Zone, forecast: ForecastResult): string => {
  const head = `${kinds[forecast.kind]} ${forecast.id}: ${forecast.label}\n  ${standing(forecast)}`;
  if (forecast.state === 'otherChannel') return head;
  const trace = forecast.trace ?? forecast.earliest;
  const hypothetical = forecast.trace ? [] : ['andaikan    langsung mulai saat diterima:'];
  const lines = [
    ...ruleLines(forecast.rule),
    ...(trace ? [...hypothetical, ...traceLines(zone, trace)] : []),
  ];
  return [head, ...lines.map((line) => `    ${line}`)].join('\n');
};

export const forecastInWords = (result: DeadlineResult, zone: Zone): string =>
  [
    `${result.standard.title}`,
    `Kanal ${result.channel.id} (${result.channel.label}), ${hours[result.channel.hours]}`,
    `Datang   ${result.arrives.local}`,
    `Diterima ${result.received.local}`,
    ...(result.deadlines.length === 0 ? ['', 'Standar ini tidak menjanjikan waktu apa pun.'] : []),
    ...result.deadlines.map((forecast) => `\n${one(zone, forecast)}`),
  ].join('\n');
