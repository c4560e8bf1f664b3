// Requests that are recorded with what they change first, in memory: every store of a space behind one gate. Whoever writes
// a port that changes something names it here; traces of looks are none.
import { DoneBefore, type RecordedRequest, type Recording } from '@layan/application/ports/recorded';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { Clock } from '@layan/domain/kernel/clock';
import { epochMs } from '@layan/domain/kernel/instant';
import { idempotencySeconds } from '@layan/storage/lifetimes';
import type { KeptAnswer } from './memory-table.ts';

const isRefused = (written: unknown): boolean =>
  typeof written === 'object' && written !== null && 'ok' in written && written.ok === false;

/** What was written first says what an act was about. */
const idOf = (written: unknown): string =>
  typeof written === 'object' && written !== null && 'id' in written ? String(written.id) : 'agency';

type Gate = (write: () => unknown, chain: boolean, args: readonly unknown[]) => Promise<unknown>;

/** The same store, each of its `writers` behind the gate. */
const behind = <Store extends object>(gate: Gate, store: Store, writers: readonly (keyof Store)[]): Store =>
  new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || !writers.some((writer) => writer === name)) return value;
      return (...args: readonly unknown[]) =>
        gate(() => Reflect.apply(value, target, args), args[0] === 'administration', args);
    },
  });

const gated = (ports: TenantPorts, gate: Gate): TenantPorts => ({
  ...ports,
  practice: behind(gate, ports.practice, ['save']),
  directory: behind(gate, ports.directory, ['save', 'change', 'saveRegions']),
  calendarChanges: behind(gate, ports.calendarChanges, ['save']),
  standards: behind(gate, ports.standards, ['saveDraft', 'publish', 'withdraw', 'saveMove', 'saveTemplate']),
  filings: behind(gate, ports.filings, ['save', 'drop']),
  cases: behind(gate, ports.cases, ['commit']),
  batches: behind(gate, ports.batches, ['saveProgress', 'finish', 'hold', 'letGo']),
  products: behind(gate, ports.products, ['notePrint', 'saveImported']),
  documents: behind(gate, ports.documents, ['expect', 'settle']),
  staff: behind(gate, ports.staff, ['save']),
  audit: behind(gate, ports.audit, ['append']),
  erasing: behind(gate, ports.erasing, ['erase', 'forgetAnswers', 'finish']),
  seals: behind(gate, ports.seals, ['noteHead', 'note']),
  figures: behind(gate, ports.figures, ['advance']),
  statusLists: behind(gate, ports.statusLists, ['save']),
  notices: behind(gate, ports.notices, ['save']),
  rota: behind(gate, ports.rota, ['save']),
  imports: behind(gate, ports.imports, ['save', 'saveRow']),
  sheets: behind(gate, ports.sheets, ['save']),
  openings: behind(gate, ports.openings, ['record']),
  requests: behind(gate, ports.requests, ['save']),
  indexKeys: behind(gate, ports.indexKeys, ['ask']),
  personErasures: behind(gate, ports.personErasures, ['begin']),
  breaches: behind(gate, ports.breaches, ['save']),
  retention: behind(gate, ports.retention, ['hold', 'lift']),
});

export function memoryRecorded(
  space: () => TenantPorts,
  clock: Clock,
  requests: Map<string, KeptAnswer> = new Map(),
): TenantPorts['recorded'] {
  let last: Promise<unknown> = Promise.resolve();
  /** One recorded write after the other, as transactions that meet. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const seconds = () => Math.floor(epochMs(clock.now()) / 1000);
  const known = (key: string): KeptAnswer | undefined => {
    const kept = requests.get(key);
    return kept && kept.expiresAt > seconds() ? kept : undefined;
  };

  return async ({
    idempotency: { key, fingerprint },
    resumes,
    of,
    act,
  }: RecordedRequest): Promise<Recording<TenantPorts>> => {
    const ports = space();
    let recorded = false;
    let goesOn = false;
    const record = async (write: () => unknown, entersItself: boolean, args: readonly unknown[]) => {
      const before = known(key);
      if (before) {
        if (!resumes || before.fingerprint !== fingerprint || before.answer !== undefined)
          throw new DoneBefore();
        goesOn = true;
        return write();
      }
      const written: unknown = await write();
      if (isRefused(written)) return written;
      recorded = true;
      requests.set(key, {
        ...{ fingerprint, expiresAt: seconds() + idempotencySeconds(key) },
        ...(of !== undefined && { of }),
      });
      if (act && !entersItself) {
        const { by, act: name, about = idOf(args[0]) } = act;
        await ports.audit.append('administration', { at: clock.now(), by, act: name, about });
      }
      return written;
    };
    const gate: Gate = async (write, entersItself, args) =>
      recorded || goesOn
        ? write()
        : inTurn(async () => (recorded ? write() : record(write, entersItself, args)));
    return {
      ports: gated(ports, gate),
      wrote: () => recorded,
      find: async () => {
        const kept = known(key);
        return (
          kept && { fingerprint: kept.fingerprint, ...(kept.answer !== undefined && { answer: kept.answer }) }
        );
      },
      keepAnswer: async (answer) => {
        const kept = requests.get(key);
        if (kept?.fingerprint === fingerprint) requests.set(key, { ...kept, answer });
      },
    };
  };
}
