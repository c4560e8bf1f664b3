// Changes to cases as a store receives them. The engine decides what is in them; a store must only keep it.
import type { CaseChange, CaseRecord } from '@layan/application/ports/cases';
import type { CaseEvent, CaseEventBody } from '@layan/domain/case/event';
import type { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import { CaseStatus } from '@layan/domain/case/status';
import { AGENCY, caseIdOf, hashOf, minute, STANDARD, staffIdOf, ticketOf } from './ids.ts';

const standard = { id: STANDARD, version: 1, hash: hashOf('standard') };

export const aTask = (changes: Partial<Task> = {}): Task => ({
  id: 'check-file.1',
  step: 'check-file',
  role: 'front-office',
  openedAt: minute(0),
  ...changes,
});

export const held = (task: Task, by: number): Task => ({
  ...task,
  assignee: { id: staffIdOf(by), name: `Petugas Uji ${by}` },
});

export const aPromise = (changes: Partial<CaseSnapshot['promises'][number]> = {}) => ({
  promise: 'processing',
  state: 'running' as const,
  from: minute(0),
  dueAt: minute(600),
  ledger: [],
  ...changes,
});

function aSnapshot(n: number, changes: Partial<CaseSnapshot>): CaseSnapshot {
  return {
    id: caseIdOf(n),
    seq: 1,
    lastHash: hashOf(`${n}.1`),
    standard,
    agency: AGENCY,
    ticket: ticketOf(n),
    channel: 'portal',
    filedAt: minute(n),
    receivedAt: minute(n),
    marking: ['filed'],
    taken: {},
    workers: {},
    facts: { householdSize: 3, applicantName: { sealed: 'v1.name' } },
    attachments: [],
    tasks: [aTask()],
    products: [],
    promises: [aPromise()],
    timers: [],
    timeline: [{ at: minute(n), seq: 1, text: 'Berkas Anda kami terima.' }],
    lastChange: { at: minute(n), by: { party: 'applicant' }, what: 'caseFiled' },
    ...changes,
  };
}

const eventOf = (snapshot: CaseSnapshot, body: CaseEventBody): CaseEvent => ({
  caseId: snapshot.id,
  seq: snapshot.seq,
  at: snapshot.lastChange.at,
  by: snapshot.lastChange.by,
  previous: snapshot.seq === 1 ? null : hashOf(`${snapshot.id}.${snapshot.seq - 1}`),
  hash: snapshot.lastHash,
  body,
});

const statusOf = ({
  id,
  ticket,
  agency,
  receivedAt,
  channel,
  timeline,
  products,
}: CaseSnapshot): CaseStatus =>
  CaseStatus.parse({
    caseId: id,
    ticket,
    standard,
    agency,
    service: 'Layanan Uji',
    receivedAt,
    channel,
    timeline,
    next: ['Petugas loket memeriksa berkas Anda.'],
    promises: [],
    products: products.map(({ product, id: copy, state, issuedAt, changedAt }) => ({
      id: copy,
      label: product,
      state,
      issuedAt,
      changedAt,
    })),
  });

const stepLabels = { 'check-file': 'Periksa berkas', decide: 'Putuskan permohonan' };

type Extra = Partial<Omit<CaseChange, 'before' | 'after' | 'events' | 'status'>>;

/** Case number n is filed. */
export function aFiledCase(n: number, changes: Partial<CaseSnapshot> = {}, extra: Extra = {}): CaseChange {
  const snapshot = aSnapshot(n, changes);
  const { id: caseId, ticket, channel, receivedAt, agency, facts, attachments } = snapshot;
  const filed = {
    type: 'caseFiled' as const,
    ...{ caseId, standard, agency, ticket, channel, receivedAt, facts, attachments },
  };
  return {
    after: {
      snapshot,
      key: `v1.key-${n}`,
      secretIndex: `secret-${n}`,
      displayName: { sealed: `v1.display-${n}` },
    },
    events: [eventOf(snapshot, filed)],
    status: statusOf(snapshot),
    stepLabels,
    acquire: [],
    release: [],
    products: [],
    places: [],
    ...extra,
  };
}

/** One more event on a case as it was loaded. */
export function aNextChange(
  before: CaseRecord,
  changes: Partial<CaseSnapshot> = {},
  extra: Extra = {},
): CaseChange {
  const seq = before.snapshot.seq + 1;
  const snapshot: CaseSnapshot = {
    ...before.snapshot,
    seq,
    lastHash: hashOf(`${before.snapshot.id}.${seq}`),
    lastChange: { at: minute(seq), by: { party: 'system' }, what: 'promiseKept' },
    ...changes,
  };
  return {
    before,
    after: { ...before, snapshot },
    events: [eventOf(snapshot, { type: 'promiseKept', promise: 'processing' })],
    status: statusOf(snapshot),
    stepLabels,
    acquire: [],
    release: [],
    products: [],
    places: [],
    ...extra,
  };
}
