// A case that was played, told: its events in words, where it stands, what it promised, who was waited for.
import { clockInWords, eventInWords } from '@layan/application/case/event-words';
import type { CaseEvent } from '@layan/domain/case/event';
import { newestOf } from '@layan/domain/case/evolve-products';
import { isSealed } from '@layan/domain/case/facts';
import type { Line } from '@layan/domain/case/snapshot';
import type { Played } from '@layan/domain/case/stage';
import { statedPromises } from '@layan/domain/case/stated-promises';
import type { TenantCalendar } from '@layan/domain/deadline/calendar';
import { ledgerInWords, promiseInWords } from '@layan/domain/deadline/promise-in-words';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { told } from '../forecast.ts';
import type { RunResult } from '../results/run-result.ts';

/** What only moves clocks and tokens inside, for those who write standards. */
const inner = (index: ProcessIndex, body: CaseEvent['body']): string => {
  switch (body.type) {
    case 'routed': {
      const step = index.steps.get(body.step);
      const outcome = step?.outcomes.find(({ id }) => id === body.outcome);
      return `Cabang ${step?.label ?? body.step}: ${outcome?.label ?? body.outcome}`;
    }
    case 'documentPrepared':
      return `${index.products.get(body.product)?.label ?? body.product} digambar untuk ditandatangani`;
    case 'timerArmed':
      return `Batas waktu dipasang: ${index.timers.get(body.timer)?.label ?? body.timer}`;
    case 'promiseApplies':
      return clockInWords(index, body.promise, 'berlaku');
    default:
      return body.type;
  }
};

const capacities = { plt: 'Plt.', plh: 'Plh.', an: 'a.n.' } as const;

/** "Petugas loket"; of a delegate "Sekretaris (Plh. Kepala Dinas)". */
const roleOf = (index: ProcessIndex, { by, body }: CaseEvent): { role?: string } => {
  if (by.party === 'applicant') {
    const applicant = index.process.roles.find(({ party }) => party === 'applicant');
    return applicant ? { role: applicant.label } : {};
  }
  if (by.party !== 'staff') return {};
  const label = (role: string) => index.roles.get(role)?.label ?? role;
  if (body.type !== 'stepCompleted' || !body.delegation) return { role: label(by.role) };
  const { role, as } = body.delegation;
  const instead = label(index.steps.get(body.step)?.role ?? '');
  return { role: `${label(role)} (${capacities[as]} ${instead})` };
};

const filings = {
  assistanceClaim: 'Permohonan',
  application: 'Permohonan',
  proposal: 'Usulan',
  complaint: 'Pengaduan',
  batch: 'Berkas bersama',
} as const satisfies Record<Standard['kind'], string>;

/** What comes in is called as the service calls it. */
const filing = (index: ProcessIndex, kind: Standard['kind'], channel: string): string =>
  `${filings[kind]} masuk melalui ${index.channels.get(channel)?.label ?? channel}`;

const events = (
  { kind }: Standard,
  index: ProcessIndex,
  calendar: TenantCalendar,
  all: readonly CaseEvent[],
): RunResult['events'] =>
  all.map((event) => ({
    seq: event.seq,
    ...told(calendar, event.at),
    by: event.by.party,
    ...roleOf(index, event),
    type: event.body.type,
    words:
      event.body.type === 'caseFiled'
        ? filing(index, kind, event.body.channel)
        : (eventInWords(index, event) ?? inner(index, event.body)),
    body: { ...event.body },
  }));

const promises = (standard: Standard, calendar: TenantCalendar, { snapshot, events: all }: Played) => {
  const now = all.at(-1)?.at ?? snapshot.filedAt;
  return statedPromises(standard, snapshot).map((promise) => {
    const { standing, caution } = promiseInWords(promise, calendar, now, 'staff');
    return {
      id: promise.promise,
      kind: promise.kind,
      label: promise.label,
      state: promise.state,
      words: standing,
      from: told(calendar, promise.from),
      due: told(calendar, promise.dueAt),
      ...(caution !== undefined && { caution }),
      ledger: ledgerInWords(promise, calendar, 'staff').map(({ at, when, what }, row) => ({
        at,
        local: when,
        turn: promise.ledger[row]?.turn ?? '',
        words: what,
      })),
    };
  });
};

/** Of a batch: each of its lines, and what was decided on it. */
const linesOf = (index: ProcessIndex, lines: readonly Line[]): RunResult['lines'] =>
  lines.map(({ ticket, decided = {}, out }, at) => ({
    line: at + 1,
    ticket,
    decisions: Object.entries(decided).map(([step, decision]) => ({
      step,
      decision,
      words: `${index.steps.get(step)?.label ?? step}: ${index.steps.get(step)?.lines?.decisions.find(({ id }) => id === decision)?.label ?? decision}`,
    })),
    in: out === undefined,
  }));

export type ToldCase = Pick<
  RunResult,
  | 'received'
  | 'anonymous'
  | 'confidential'
  | 'events'
  | 'ending'
  | 'waiting'
  | 'facts'
  | 'products'
  | 'lines'
  | 'promises'
  | 'messages'
  | 'timeline'
>;

export const tellCase = (standard: Standard, calendar: TenantCalendar, played: Played): ToldCase => {
  const index = indexOf(standard.process);
  const { snapshot } = played;
  const { ended } = snapshot;
  const ending = ended && index.endings.get(ended.ending);
  const timeline = snapshot.timeline.map(({ at, text, notify }) => ({ ...told(calendar, at), text, notify }));
  const sentence = ({ at, local, text }: (typeof timeline)[number]) => ({ at, local, text });
  return {
    received: told(calendar, snapshot.receivedAt),
    ...(snapshot.anonymous && { anonymous: true }),
    ...(snapshot.confidential && { confidential: true }),
    events: events(standard, index, calendar, played.events),
    ending:
      ended && ending
        ? {
            id: ending.id,
            kind: ending.kind,
            label: ending.label,
            citizen: ending.citizen,
            ...told(calendar, ended.at),
          }
        : null,
    waiting: snapshot.tasks.map(({ step, role }) => ({
      step,
      label: index.steps.get(step)?.label ?? step,
      role: index.roles.get(role)?.label ?? role,
    })),
    facts: Object.fromEntries(
      Object.entries(snapshot.facts).map(([id, value]) => [id, isSealed(value) ? '(data pribadi)' : value]),
    ),
    products: standard.process.products.flatMap(({ id, label }) => {
      const newest = newestOf(snapshot.products, id);
      if (!newest) return [];
      const cancelled = snapshot.products.flatMap((one) =>
        one.product === id && one !== newest && one.state === 'cancelled' && one.number ? [one.number] : [],
      );
      return [
        {
          id,
          label,
          state: newest.state,
          ...(newest.number !== undefined && { number: newest.number }),
          issued: told(calendar, newest.issuedAt),
          ...(cancelled.length > 0 && { cancelled }),
          ...(newest.validUntil !== undefined && { validUntil: told(calendar, newest.validUntil) }),
        },
      ];
    }),
    ...(snapshot.lines && { lines: linesOf(index, snapshot.lines) }),
    promises: promises(standard, calendar, played),
    messages: timeline.filter(({ notify }) => notify).map(sentence),
    timeline: timeline.map(sentence),
  };
};
