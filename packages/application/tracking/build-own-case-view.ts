// Puts the public status of a case into words for its applicant; notes are opened with the case's own key.

import { isTooLate, objectableDecision } from '@layan/domain/case/objection';
import type { CaseStatus } from '@layan/domain/case/status';
import { dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import type { Standard } from '@layan/domain/standard/standard';
import { promiseView } from '../promise/promise-view.ts';
import type { CaseSeal } from '../sealing/case-seal.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import type { Setting } from '../tenant/setting.ts';
import { type FiledObjection, isStanding } from './filed-objection.ts';
import type { OwnCaseView, ProductDates } from './own-case-view.ts';
import { hasAnswer } from './read-answer.ts';

/** The applicant's way out of an open case, if the standard has one. */
export const withdrawalOf = ({ process }: Standard) => {
  const applicants = process.roles.filter(({ party }) => party === 'applicant').map(({ id }) => id);
  return process.interruptions.find(({ role }) => applicants.includes(role));
};

const openedNote = async (seal: CaseSeal, note: CaseStatus['timeline'][number]['note']) => {
  if (!note) return {};
  const text = await seal.openText('note', note);
  return { note: text ?? seal.unopened('Catatan ini tidak dapat dibuka. Tanyakan di loket.') };
};

const productDates = (
  zone: Zone,
  { issuedAt, changedAt, validUntil }: CaseStatus['products'][number],
): ProductDates => ({
  issued: dateInWords(zone, issuedAt),
  changed: dateInWords(zone, changedAt),
  ...(validUntil !== undefined && { validUntil: dateInWords(zone, validUntil) }),
});

const objectionView = (
  status: CaseStatus,
  filed: FiledObjection | undefined,
  { tenant, now }: Setting,
): Pick<OwnCaseView, 'objection'> => {
  const decision = objectableDecision(status);
  if (!decision) return {};
  const until = dateInWords(tenant.calendar.zone, decision.way.until);
  if (!filed || !isStanding(filed)) {
    return { objection: { until, state: isTooLate(decision, now) ? 'too-late' : 'possible' } };
  }
  const { ticket, ended } = filed;
  return ended
    ? { objection: { until, state: 'decided', ticket, outcome: ended.sentence } }
    : { objection: { until, state: 'open', ticket } };
};

export const buildOwnCaseView = async (
  status: CaseStatus,
  standard: Standard,
  seal: CaseSeal,
  setting: Setting,
  filed: FiledObjection | undefined,
): Promise<OwnCaseView> => {
  const { zone } = setting.tenant.calendar;
  const withdrawal = status.ended || status.restricted ? undefined : withdrawalOf(standard);
  return {
    caseId: status.caseId,
    ticket: status.ticket,
    standard: status.standard,
    service: status.service,
    agency: agencyCard(setting.tenant, status.agency),
    receivedAt: status.receivedAt,
    receivedWords: momentInWords(zone, status.receivedAt),
    channel: status.channel,
    timeline: await Promise.all(
      status.timeline.map(async ({ at, seq, text, note }) => ({
        at,
        seq,
        words: momentInWords(zone, at),
        text,
        ...(await openedNote(seal, note)),
      })),
    ),
    next: status.next,
    promises: status.promises.map((promise) => promiseView(promise, setting, 'citizen')),
    ...(status.returned && {
      returned: { labels: status.returned.labels, ...(await openedNote(seal, status.returned.note)) },
    }),
    asks: (status.asks ?? []).map(({ label }) => label),
    answered: hasAnswer(standard, status),
    ...(status.suspended && {
      suspended: {
        until: dateInWords(zone, status.suspended.until),
        ...(await openedNote(seal, status.suspended.note)),
      },
    }),
    ...(status.about && { about: { ticket: status.about.ticket } }),
    ...(status.predecessor && { predecessor: { ticket: status.predecessor.ticket } }),
    ...(status.successor && { successor: { ticket: status.successor.ticket } }),
    products: status.products.map((product) => ({ ...product, words: productDates(zone, product) })),
    ...objectionView(status, filed, setting),
    ...(status.ended && { ended: { ...status.ended, words: momentInWords(zone, status.ended.at) } }),
    ...(withdrawal && { withdraw: { label: withdrawal.label, note: withdrawal.note } }),
  };
};
