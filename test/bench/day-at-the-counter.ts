// A whole day at the counter of ULTPK through the API: 60 claims, 4 officers, 37 facilitators, everybody at work at once.
// `node test/bench/day-at-the-counter.ts`: starts its own Layan in a fresh folder and removes it; ends with 1 when something
// that must hold does not: two cards in force for a family, a gap in a register, a case left lying, an unexpected error.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { staffApi } from '@layan/contract/staff-api';
import { freeBasePort } from '@layan/infra/local/boot/ports';
import { exchange } from '@layan/infra/local/seed/call';
import { type Layan, startLayan } from '../layan.ts';
import { audit, lookAgain, registersOf } from './day/audit.ts';
import { atTheCounter } from './day/counter.ts';
import type { Day } from './day/day.ts';
import { behindTheCounter, divisionHead, together } from './day/decisions.ts';
import { emptyLedger } from './day/ledger.ts';
import { seeded } from './day/person.ts';
import { type Claim, claims } from './day/plan.ts';
import { report } from './day/report.ts';
import { gather, type Staff } from './day/staff.ts';
import { inTheField } from './day/survey.ts';
import { keepWorking } from './day/work.ts';

const PATIENCE = 12 * 60_000;
const OFFICE_REST = 300;
const FIELD_REST = 3_000;

/** Everybody works until every claim is settled. */
async function work(day: Day, staff: Staff, villageOf: (claim: Claim) => string): Promise<void> {
  const issuing = together(staff.backOffice.length);
  await Promise.all([
    ...staff.frontOffice.map((by) => keepWorking(day, by, OFFICE_REST, atTheCounter(day, by, villageOf))),
    ...staff.backOffice.map((by, seat) =>
      keepWorking(day, by, OFFICE_REST, behindTheCounter(day, by, seat, issuing)),
    ),
    ...staff.facilitators.map((by) => keepWorking(day, by, FIELD_REST, inTheField(day, by))),
    keepWorking(day, staff.head, OFFICE_REST, divisionHead(day, staff.head)),
  ]);
}

async function mailsToFamilies(port: number): Promise<number> {
  const { text } = await exchange({
    port,
    host: `mail.localhost:${port}`,
    method: 'GET',
    path: '/mails.json',
  });
  const mails: readonly { readonly to: readonly string[] }[] = JSON.parse(text);
  return mails.filter(({ to }) => to.some((address) => address.startsWith('warga.'))).length;
}

async function day({ port }: Layan): Promise<boolean> {
  const ledger = emptyLedger();
  const staff = await gather(ledger, port);
  const [officer] = staff.backOffice;
  if (officer === undefined) throw new Error('Nobody is behind the counter.');
  const { places } = await officer.call(staffApi.listPlaces);
  // Five and the number of villages have nothing in common: neighbours in the queue live in different districts.
  const villageOf = ({ family }: Claim): string => places[(family * 5) % places.length]?.code ?? '';

  // What it took to invite everybody is not part of the day.
  ledger.took.clear();
  const today: Day = {
    ledger,
    arriving: [...claims],
    running: new Map(),
    withdrawing: [],
    served: new Set(),
    told: [],
    secondCardsRefused: [],
    visits: new Map(),
    count: claims.length,
    until: Date.now() + PATIENCE,
  };
  const started = performance.now();
  await work(today, staff, villageOf);
  const seconds = (performance.now() - started) / 1000;

  // Looked up by somebody who had no part in it, and on nobody's time.
  const auditor = seeded(emptyLedger(), port, 'Petugas Back Office', 'backoffice@probolinggo.example');
  await lookAgain(auditor, today);
  const registers = await registersOf(auditor);
  const wrong = [
    ...(today.running.size === claims.length
      ? []
      : [`${today.running.size} of ${claims.length} claims were filed`]),
    ...audit([...today.running.values()], registers),
    ...ledger.wrong,
  ];
  const mails = await mailsToFamilies(port);
  for (const line of report(today, { staff, registers, seconds, mails })) console.log(line);
  for (const line of wrong) console.log(`WRONG: ${line}`);
  console.log(wrong.length === 0 ? 'Everything that must hold holds.' : `${wrong.length} things are wrong.`);
  return wrong.length === 0;
}

const data = await mkdtemp(join(tmpdir(), 'layan-day-'));
const starting = freeBasePort().then((port) => startLayan({ port, data }));
let leaving: Promise<never> | undefined;
/** Once, however often it is asked; also while Layan still comes up. */
const leave = (code: number): Promise<never> => {
  leaving ??= tidyUp(code);
  return leaving;
};
async function tidyUp(code: number): Promise<never> {
  const layan = await starting.catch(() => undefined);
  await layan?.stop();
  await rm(data, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(1));

const good = await starting.then(day).catch((error: unknown) => {
  console.error(error);
  return false;
});
await leave(good ? 0 : 1);
