// Puts a case together for a member of staff, from what one query brought.
import { readsPersonalFacts } from '@layan/domain/access/case-access';
import { byWorker } from '@layan/domain/access/worker';
import { availableActions } from '@layan/domain/case/available';
import type { CaseEvent, LinkedCase } from '@layan/domain/case/event';
import type { Sealed } from '@layan/domain/case/facts';
import { hasScan, requirementsOf } from '@layan/domain/case/given-documents';
import { linesIn } from '@layan/domain/case/lines';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { statedPromises } from '@layan/domain/case/stated-promises';
import { caseStatus } from '@layan/domain/case/status';
import { timeByParty } from '@layan/domain/case/time-by-party';
import { dateIn, dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import { minutesInWords } from '@layan/domain/deadline/durations-in-words';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { counterView } from '../counter/counter-view.ts';
import { awayFor } from '../letter/away-words.ts';
import { letterViews } from '../letter/letter-views.ts';
import type { CaseFile } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { promiseView } from '../promise/promise-view.ts';
import { type CaseSeal, caseSeal } from '../sealing/case-seal.ts';
import { getSetting, type Setting, type SettingPorts } from '../tenant/setting.ts';
import { actionViews } from './action-views.ts';
import type { ActionView, CaseView, TimelineView } from './case-view.ts';
import { actorInWords, eventInWords } from './event-words.ts';
import { factViews, ordinaryFacts } from './fact-views.ts';
import { historyIndexes } from './history-indexes.ts';
import { holdViews } from './hold-views.ts';
import type { VisibleCase } from './load-for-member.ts';
import { productViews } from './product-views.ts';
import type { reviewLadders } from './review-ladder.ts';

const noteOf = async (seal: CaseSeal, note: Sealed | undefined) =>
  note ? { note: (await seal.openText('note', note)) ?? seal.unopened('catatan tidak terbaca') } : {};

const noteIn = ({ body }: CaseEvent): Sealed | undefined => ('note' in body ? body.note : undefined);

const timeline = async (
  indexes: readonly ProcessIndex[],
  events: readonly CaseEvent[],
  seal: CaseSeal,
  { tenant }: Setting,
): Promise<readonly TimelineView[]> => {
  const views = events.map(async (event, place): Promise<readonly TimelineView[]> => {
    const index = indexes[place];
    const what = index && eventInWords(index, event);
    if (!index || what === undefined) return [];
    const { seq, at, by, body } = event;
    const outside =
      body.type === 'stepCompleted' && body.happenedAt !== undefined
        ? ` (dilakukan ${momentInWords(tenant.calendar.zone, body.happenedAt)})`
        : '';
    const when = momentInWords(tenant.calendar.zone, at);
    const who = actorInWords(index, event);
    return [{ seq, at, when, by, who, what: `${what}${outside}`, ...(await noteOf(seal, noteIn(event))) }];
  });
  return (await Promise.all(views)).flat();
};

/** For whom the case waited how long, by the hours of the office; less than a minute is nothing. */
const waitedFor = (
  standard: Standard,
  index: ProcessIndex,
  events: readonly CaseEvent[],
  { tenant, now }: Setting,
): CaseView['waited'] => {
  // Reckoned by one standard and from the beginning, or not at all: it is a help, and nothing is decided by it.
  const isWhole = events[0]?.body.type === 'caseFiled';
  if (!isWhole || events.some(({ body }) => body.type === 'standardChanged')) return [];
  const until = events.findLast(({ body }) => body.type === 'caseEnded')?.at ?? now;
  return timeByParty(standard, events, tenant.calendar, until)
    .filter(({ workingMinutes }) => workingMinutes > 0)
    .map(({ role, workingMinutes }) => ({
      who: index.roles.get(role)?.label ?? role,
      time: `${minutesInWords(workingMinutes)} kerja`,
    }));
};

/** Why a draft is with its writer again: who sent it back last, if nobody wrote it anew since. */
const withReturns = (
  seal: CaseSeal,
  index: ProcessIndex,
  { events }: CaseFile,
  { tenant }: Setting,
  actions: readonly ActionView[],
): Promise<readonly ActionView[]> =>
  Promise.all(
    actions.map(async (action) => {
      const last = events.findLast(
        ({ body }) =>
          body.type === 'stepCompleted' &&
          (body.step === action.id || index.steps.get(body.step)?.review?.draft === action.id),
      );
      if (action.kind !== 'step' || last?.body.type !== 'stepCompleted') return action;
      if (last.body.step === action.id) return action;
      const when = momentInWords(tenant.calendar.zone, last.at);
      const by = actorInWords(index, last);
      return { ...action, draftReturned: { by, when, ...(await noteOf(seal, last.body.note)) } };
    }),
  );

/** With who is away of those that each task waits for. */
const withAbsences = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  { tenant, now }: Setting,
  members: readonly Membership[],
  actions: readonly ActionView[],
): readonly ActionView[] => {
  const today = dateIn(tenant.calendar.zone, now);
  return actions.map((action) => {
    const task = snapshot.tasks.find(({ id }) => id === action.task);
    const away = task ? awayFor(index, snapshot, task, members, today) : [];
    return away.length > 0 ? { ...action, away } : action;
  });
};

/** The batch it stands in, the matters before and after it, and its own lines. */
const linkedViews = (
  snapshot: CaseSnapshot,
): Pick<CaseView, 'batch' | 'predecessor' | 'successor' | 'lines'> => {
  const { batch, predecessor, successor, lines } = snapshot;
  const linked = ({ caseId, ticket }: LinkedCase) => ({ caseId, ticket });
  return {
    ...(batch && { batch: { ...linked(batch), ...(batch.left && { left: true }) } }),
    ...(predecessor && { predecessor: linked(predecessor) }),
    ...(successor && { successor: linked(successor) }),
    ...(lines && { lines: { all: lines.length, in: linesIn(snapshot).length } }),
  };
};

/** Hardly any service has its drafts reviewed: who shows a case of the others does not wait for that. */
const laddersOf: typeof reviewLadders = async (parts) => {
  if (![...parts.index.steps.values()].some(({ review }) => review)) return [];
  const review = await import('./review-ladder.ts');
  return review.reviewLadders(parts);
};

const requirements = (index: ProcessIndex, snapshot: CaseSnapshot): CaseView['requirements'] => {
  const channel = index.channels.get(snapshot.channel);
  const asked = channel ? requirementsOf(index, channel, snapshot.facts) : [];
  return asked.map(({ id, label, required }) => ({ id, label, required }));
};

export const buildCaseView = async (
  ports: SettingPorts & Pick<Ports, 'vault' | 'standards' | 'staff'>,
  { file, version, index }: VisibleCase,
  member: Membership,
): Promise<CaseView> => {
  const setting = await getSetting(ports);
  const { standard } = version;
  const { snapshot, key, displayName } = file.record;
  const seal = caseSeal(ports.vault, key, snapshot.id);
  const { zone } = setting.tenant.calendar;
  const { returned, area, ended, about, parent, subcases = [], suspended, restricted } = snapshot;
  const actions = availableActions(standard, snapshot, byWorker(member), setting.now);
  const ending = ended && index.endings.get(ended.ending);
  const members = ended ? [] : await ports.staff.recent();
  return {
    id: snapshot.id,
    seq: snapshot.seq,
    ticket: snapshot.ticket,
    service: standard.shortTitle,
    standard: snapshot.standard,
    agency: snapshot.agency,
    channel: index.channels.get(snapshot.channel)?.label ?? snapshot.channel,
    applicant: readsPersonalFacts(index, snapshot, member)
      ? ((await seal.openText('display', displayName)) ?? seal.unopened('nama tidak terbaca'))
      : 'nama disamarkan',
    ...(area !== undefined && { area: setting.placeName(area) }),
    ...(about && { about: { caseId: about.caseId, ticket: about.ticket } }),
    ...(parent && { parent: { caseId: parent.caseId, ticket: parent.ticket } }),
    subcases: subcases.map(({ caseId, ticket, step }) => ({
      caseId,
      ticket,
      step: index.steps.get(step)?.label ?? step,
    })),
    ...linkedViews(snapshot),
    anonymous: snapshot.anonymous === true,
    confidential: snapshot.confidential === true,
    ...(restricted && {
      restricted: {
        since: dateInWords(zone, restricted.at),
        requests: restricted.requests.map(({ ticket }) => ticket),
      },
    }),
    ...(suspended && {
      suspended: {
        label: index.suspensions.get(suspended.suspension)?.label ?? suspended.suspension,
        until: dateInWords(zone, suspended.until),
        ...(await noteOf(seal, suspended.note)),
      },
    }),
    receivedAt: snapshot.receivedAt,
    received: momentInWords(zone, snapshot.receivedAt),
    facts: await factViews({ index, snapshot, seal, placeName: setting.placeName }, member),
    ordinaryFacts: ordinaryFacts({ index, snapshot }, member),
    requirements: requirements(index, snapshot),
    // Signed copies stand with their letter.
    documents: file.documents
      .filter(({ of }) => of === undefined)
      .map((document) => ({
        ...document,
        label: index.requirements.get(document.requirement)?.label ?? document.requirement,
        attached: hasScan(snapshot, document.id),
      })),
    promises: statedPromises(standard, snapshot).map((promise) => promiseView(promise, setting, 'staff')),
    actions: await withReturns(seal, index, file, setting, [
      ...withAbsences(index, snapshot, setting, members, actionViews(index, file, member, actions)),
      ...(ended ? [] : holdViews(index, snapshot, member, setting)),
    ]),
    products: productViews(index, snapshot, setting, actions),
    letters: readsPersonalFacts(index, snapshot, member)
      ? await letterViews({
          ...{ index, snapshot, seal, zone, member, documents: file.documents },
          bsre: setting.tenant.agencies.find(({ id }) => id === snapshot.agency)?.letters?.bsre === true,
        })
      : [],
    ladders: await laddersOf({ index, snapshot, events: file.events, seal, setting }),
    ...(returned && {
      returned: {
        labels: caseStatus(standard, snapshot).returned?.labels ?? [],
        ...(await noteOf(seal, returned.note)),
        at: returned.at,
      },
    }),
    timeline: await timeline(
      await historyIndexes(ports.standards, file.events, index),
      file.events,
      seal,
      setting,
    ),
    waited: waitedFor(standard, index, file.events, setting),
    counter: await counterView(standard, file, member, setting, seal),
    ...(ended && {
      ended: {
        kind: ending?.kind ?? '',
        label: ending?.label ?? ended.ending,
        sentence: ending?.citizen ?? '',
        at: ended.at,
        ...(ended.objection && { objectionUntil: dateInWords(zone, ended.objection.until) }),
      },
    }),
  };
};
