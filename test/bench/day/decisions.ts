// The two behind the counter and the division head: register with the registry's picture, issue, read surveys, decide.
import { randomUUID } from 'node:crypto';
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { staffApi } from '@layan/contract/staff-api';
import { dayThere } from './counter.ts';
import { type Day, type Running, saw } from './day.ts';
import type { Person } from './person.ts';
import type { Visit } from './plan.ts';
import { doStep, inboxOf, isRefused, type Work } from './work.ts';

/** The registry is as of the end of last month. */
const asOf = (): string => {
  const today = new Date(`${dayThere(Date.now())}T00:00:00Z`);
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 0)).toISOString().slice(0, 10);
};

function registered({ claim }: Running): Work {
  if (claim.registration === 'return')
    return { outcome: 'return', note: 'Fotokopi KTP terpotong.', missing: ['head-id-card'] };
  if (claim.registration === 'already-holds-card')
    return { outcome: 'already-holds-card', note: 'Keluarga sudah memegang Kartu Bestari.' };
  if (claim.registry === 'notCheckable')
    return {
      outcome: 'register',
      facts: { registryStatus: 'notCheckable', notCheckableReason: 'Aplikasi data tidak dapat dibuka.' },
    };
  return {
    outcome: 'register',
    facts: { registryStatus: claim.registry, registryAsOf: asOf(), registrySource: 'dtsen' },
    picture: 'registry-screen',
  };
}

const lastVisit = ({ claim, visited }: Running): Visit | undefined => claim.visits[visited - 1];

function entered(one: Running): Work {
  const listed = one.claim.registry === 'listed';
  const facts = (means: string) => ({ means, meansReason: 'Sesuai temuan survei di rumah.' });
  switch (lastVisit(one)) {
    case 'withoutMeans':
      return { outcome: listed ? 'keep-bestari' : 'grant', facts: facts('withoutMeans') };
    case 'withMeans':
      return listed
        ? { outcome: 'propose-revocation', facts: facts('withMeans') }
        : { outcome: 'refuse', facts: facts('withMeans'), note: 'Penghasilan tetap di atas batas.' };
    default:
      if (listed) return { outcome: 'refer-holder' };
      return { outcome: one.visited < one.claim.visits.length ? 'survey-again' : 'refer' };
  }
}

function withoutSurvey(one: Running): Work {
  if (one.visited < one.claim.visits.length) return { outcome: 'survey-again' };
  if (one.claim.registry === 'listed') return { outcome: 'propose-revocation' };
  return lastVisit(one) === 'declined'
    ? { outcome: 'close-declined', note: 'Keluarga tidak berkenan disurvei.' }
    : { outcome: 'close-unmet', note: 'Rumah kosong menurut tetangga.' };
}

const workOf: Readonly<Record<string, (one: Running) => Work>> = {
  registration: registered,
  'issue-bestari': () => ({ outcome: 'issue' }),
  'issue-pendalungan': () => ({ outcome: 'issue' }),
  'survey-entry': entered,
  'decide-without-survey': withoutSurvey,
  'decide-referred': () => ({
    outcome: 'grant',
    facts: { means: 'withoutMeans', meansReason: 'Keadaan rumah lebih berat daripada keraguan.' },
  }),
  revocation: ({ claim }) =>
    claim.head === 'spares'
      ? { outcome: 'keep' }
      : { outcome: 'revoke', note: 'Survei menemukan keluarga mampu, atau tidak ditemui.' },
};

async function deskWork(day: Day, by: Person, one: Running, { step }: InboxRowView): Promise<void> {
  const work = workOf[step]?.(one);
  if (work === undefined) throw new Error(`Nobody knows how to do ${step}.`);
  if (step === 'survey-entry' || step === 'decide-referred')
    await by.call(staffApi.readForm, { params: { caseId: one.caseId, form: 'survey-visit' } }).catch(
      // Read only by who has the task: a colleague took it a moment ago.
      (error: unknown) => {
        if (!isRefused(error, 'form-not-shown')) throw error;
      },
    );
  try {
    const view = await doStep(day, by, one, step, work);
    if (step === 'registration' && view?.counter.slip === true)
      await by.call(staffApi.getSlip, { params: { caseId: one.caseId } });
  } catch (error) {
    if (!isRefused(error, 'product-already-held')) throw error;
    one.blocked = true;
    day.secondCardsRefused.push(one);
    day.told.push(one);
  }
}

const isFree = ({ assignee }: InboxRowView): boolean => assignee === undefined || assignee.me;

export interface Together {
  /** Resolves for both at once. */
  meet(): Promise<void>;
}

export function together(people: number): Together {
  let [here, open] = [0, () => {}];
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    meet() {
      here += 1;
      if (here === people) open();
      return all;
    },
  };
}

/** @param seat which of the two: decides who takes which twin when both are to be issued at the same moment */
export function behindTheCounter(day: Day, by: Person, seat: number, issuing: Together) {
  let met = false;
  return async (): Promise<boolean> => {
    const rows = (await inboxOf(by, 'backOffice')).flatMap((row) => {
      const one = day.running.get(row.caseId);
      return one === undefined || one.blocked ? [] : [{ row, one }];
    });
    const isTwin = ({ row, one }: (typeof rows)[number]) =>
      one.claim.double === 'twin' && row.step === 'issue-bestari';
    const twins = rows.filter(isTwin).toSorted((a, b) => (a.row.caseId < b.row.caseId ? -1 : 1));
    const twin = twins[seat];
    if (twin !== undefined && twins.length === 2 && !met) {
      met = true;
      await issuing.meet();
      await deskWork(day, by, twin.one, twin.row);
      return true;
    }
    const next = rows.find((entry) => isFree(entry.row) && (!isTwin(entry) || met));
    if (next === undefined) return false;
    await deskWork(day, by, next.one, next.row);
    return true;
  };
}

export const divisionHead = (day: Day, by: Person) => async (): Promise<boolean> => {
  const one = day.told.find(({ view }) => view.ended === undefined);
  if (one !== undefined) {
    const view = await by.call(staffApi.getCase, { params: { caseId: one.caseId } });
    const params = { caseId: one.caseId, interruption: 'existing-card-found' };
    const body = { expectedSeq: view.seq, note: 'Keluarga Anda sudah memegang kartu yang berlaku.' };
    await by
      .call(staffApi.interruptCase, { params, body, idempotencyKey: randomUUID() })
      .then((ended) => saw(day, one, ended))
      .catch((error: unknown) => {
        if (!isRefused(error, 'case-changed')) throw error;
      });
    return true;
  }
  const rows = (await inboxOf(by, 'divisionHead')).filter(isFree);
  const row = rows.find(({ caseId }) => day.running.get(caseId)?.blocked === false);
  const asked = row === undefined ? undefined : day.running.get(row.caseId);
  if (row === undefined || asked === undefined) return false;
  await deskWork(day, by, asked, row);
  return true;
};
