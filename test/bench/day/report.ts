// The figures of the day as lines to read.
import { loadavg } from 'node:os';
import type { Register } from './audit.ts';
import type { Day } from './day.ts';
import { percentile } from './ledger.ts';
import { loadOf, spread } from './load.ts';
import type { Staff } from './staff.ts';

/** Each of these is one transaction of the API; what functions behind it write is not counted. */
const writes = new Set([
  'startIntake',
  'saveIntake',
  'submitIntake',
  'claimTask',
  'completeStep',
  'interruptCase',
  'prepareStepUpload',
]);

const tally = (names: readonly string[]): string =>
  [...Map.groupBy(names, (name) => name)]
    .map(([name, { length }]) => [name, length] as const)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join('; ');

const ms = (value: number): string => value.toFixed(0).padStart(7);

function latencies({ ledger }: Day): readonly string[] {
  return [
    `${'operation'.padEnd(32)}${'calls'.padStart(7)}${'p50'.padStart(7)}${'p95'.padStart(7)}${'max'.padStart(7)}  (ms)`,
    ...[...ledger.took]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([name, times]) => {
        const figures = [0.5, 0.95, 1].map((share) => ms(percentile(times, share)));
        return `${name.padEnd(32)}${String(times.length).padStart(7)}${figures.join('')}`;
      }),
  ];
}

export interface Evening {
  readonly staff: Staff;
  readonly registers: readonly Register[];
  readonly seconds: number;
  readonly mails: number;
}

export function report(day: Day, { staff, registers, seconds, mails }: Evening): readonly string[] {
  const { ledger } = day;
  const all = [...day.running.values()];
  const cards = all.flatMap(({ view }) => view.products);
  const calls = [...ledger.took].filter(([name]) => !name.startsWith('('));
  const made = calls.reduce((sum, [, times]) => sum + times.length, 0);
  const written = calls.reduce((sum, [name, times]) => sum + (writes.has(name) ? times.length : 0), 0);
  const every = calls.flatMap(([, times]) => times);
  const visits = staff.facilitators.map(({ name }) => day.visits.get(name) ?? 0);
  const load = loadOf(day, staff.facilitators);
  const events = all.map(({ view }) => view.seq);
  return [
    `claims filed: ${all.length}, by ending: ${tally(all.map(({ view }) => view.ended?.label ?? (view.returned ? '(waits for the family)' : '(still open)')))}`,
    `cards issued: ${cards.length}: ${tally(cards.map(({ label, state }) => `${label} ${state}`))}`,
    ...registers.map(
      ({ label, numbers, gapFree }) =>
        `register ${label}: ${numbers.length} numbers, gap-free: ${gapFree ? 'yes' : 'no'}`,
    ),
    `second cards refused: ${day.secondCardsRefused.length}, of these at the very moment of the first: ${day.secondCardsRefused.filter(({ claim }) => claim.double === 'twin').length}`,
    `promises: ${tally(all.flatMap(({ view }) => view.promises.map(({ id, state }) => `${id} ${state}`)))}`,
    `families given to each of ${staff.facilitators.length} facilitators: ${spread(load.families)}; widest gap in one kecamatan ${load.widestGap}; outside their area ${load.outsideTheirArea}`,
    `by kecamatan: ${load.byDistrict.join('; ')}`,
    `visits told of: ${visits.reduce((a, b) => a + b, 0)}; each facilitator: ${spread(visits)}`,
    `events per case: ${spread(events)}; mails to families: ${mails}`,
    `time for the day: ${seconds.toFixed(1)} s; API calls: ${made}, ${(made / seconds).toFixed(1)}/s, ${(made / all.length).toFixed(0)} a claim; of these writing: ${written}, ${(written / all.length).toFixed(1)} a claim`,
    `all calls: p50${ms(percentile(every, 0.5))} ms, p95${ms(percentile(every, 0.95))} ms, max${ms(Math.max(...every))} ms`,
    `refused: ${[...ledger.refused].map(([what, count]) => `${what} ${count}`).join('; ') || 'none'}`,
    ...latencies(day),
    `load of the machine (1, 5, 15 min): ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}`,
  ];
}
