// What a person asks of the agency about their own data, and what became of it: received, answered or refused, done. That its
// time has lapsed is no state but stays visible on it for good.
import * as z from 'zod/mini';
import { Sealed } from '../case/facts.ts';
import { AgencyId, CaseId, InstantText, StaffId } from '../kernel/ids.ts';
import { epochMs, isAfter, toInstantText } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { groundsFor, RefusalGround, RequestKind } from './refusal-grounds.ts';
import { type Clock, clockOf, endOfThreeDays, warningAt } from './three-days.ts';

export const RequestId = z
  .string()
  .check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/))
  .brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;

const Person = z.strictObject({ id: StaffId, name: z.string() });

/** How it was made sure who asks. Nothing that was shown is kept. */
export const IdentityShown = z.enum(['ticket-and-secret', 'identity-card', 'family-card', 'authorised']);
export type IdentityShown = z.infer<typeof IdentityShown>;

export const SubjectRequest = z.strictObject({
  id: RequestId,
  agency: AgencyId,
  ticket: z.string().check(z.describe('What the person calls it by.')),
  kind: RequestKind,
  cases: z.array(CaseId).check(z.describe('The cases it is about.')),
  parts: z
    .optional(
      z.array(z.strictObject({ caseId: CaseId, part: z.string(), named: z.optional(z.literal(true)) })),
    )
    .check(
      z.describe(
        'Found by NIK: which part the person has in each case. named: they stand in it and are neither applicant nor subject, so it is not of the request unless the officer adds it.',
      ),
    ),
  channel: z.enum(['portal', 'counter']),
  identity: IdentityShown,
  receivedAt: InstantText,
  recordedBy: z.optional(Person).check(z.describe('Absent where the person sent it themselves.')),
  wish: z.optional(Sealed).check(z.describe('In their own words.')),
  subject: z
    .optional(Sealed)
    .check(z.describe('Whose data is to be erased: their NIK, until everything was looked through for it.')),
  state: z
    .enum(['received', 'answered', 'refused', 'done'])
    .check(
      z.describe('answered: it is granted, and what follows is still to be handed over or carried out.'),
    ),
  answer: z.optional(
    z.strictObject({
      at: InstantText,
      by: Person,
      ground: z.optional(RefusalGround),
      note: z.optional(Sealed),
    }),
  ),
  done: z.optional(z.strictObject({ at: InstantText, by: z.optional(Person) })),
  fetched: z
    .optional(z.array(InstantText).check(z.minLength(1)))
    .check(
      z.describe(
        'When its copy was fetched from the page of a case, until that is entered in the chain of acts.',
      ),
    ),
  warnedAt: z.optional(InstantText).check(z.describe('The officer was told that its time runs out.')),
  noted: z
    .optional(z.literal(true))
    .check(z.describe('What was sent from a page is entered in the chain of administrative acts.')),
  lapsedAt: z.optional(InstantText).check(z.describe('Its time had passed before it was answered.')),
  revision: z.int().check(z.positive()),
});
export type SubjectRequest = z.infer<typeof SubjectRequest>;

export type RequestAct =
  | {
      readonly type: 'grant';
      readonly by: z.infer<typeof Person>;
      readonly note?: Sealed;
      /** Cases that the officer has added. */
      readonly also?: readonly CaseId[];
      /** It is carried out already. */
      readonly done?: true;
    }
  | {
      readonly type: 'refuse';
      readonly by: z.infer<typeof Person>;
      readonly ground: RefusalGround;
      readonly note?: Sealed;
    }
  | { readonly type: 'finish'; readonly by?: z.infer<typeof Person> }
  /** The person fetched their copy from the page of their case. */
  | { readonly type: 'fetch' }
  /** By the clock. */
  | { readonly type: 'tick' };

export type RequestRefusal =
  /** It was answered before. */
  | { readonly code: 'request-settled' }
  | { readonly code: 'request-unanswered' }
  | { readonly code: 'ground-unfit'; readonly ground: RefusalGround };

const next = (request: SubjectRequest, change: Partial<SubjectRequest>): SubjectRequest => ({
  ...request,
  ...change,
  revision: request.revision + 1,
});

/**
 * Each step in which an answer is carried out moves its request on, so that two answers are never carried out beside each
 * other: whoever read it before the step of another is refused.
 */
export const movedOn = (request: SubjectRequest): SubjectRequest => next(request, {});

const lateness = ({ receivedAt, lapsedAt }: SubjectRequest, now: InstantText) => {
  const due = endOfThreeDays(receivedAt);
  return lapsedAt === undefined && isAfter(now, due) ? { lapsedAt: due } : {};
};

const ticked = (request: SubjectRequest, now: InstantText): SubjectRequest => {
  if (request.state !== 'received') return request;
  const warned =
    request.warnedAt === undefined && !isAfter(warningAt(request.receivedAt), now) ? { warnedAt: now } : {};
  const change = { ...warned, ...lateness(request, now) };
  return Object.keys(change).length === 0 ? request : next(request, change);
};

/** The request after the act; the very same where there was nothing to do. */
export const actOnRequest = (
  request: SubjectRequest,
  act: RequestAct,
  now: InstantText,
): Result<SubjectRequest, RequestRefusal> => {
  switch (act.type) {
    case 'tick':
      return ok(ticked(request, now));
    case 'grant':
    case 'refuse': {
      if (request.state !== 'received') return err({ code: 'request-settled' });
      if (act.type === 'refuse' && !groundsFor(request.kind).includes(act.ground))
        return err({ code: 'ground-unfit', ground: act.ground });
      const answer = {
        at: now,
        by: act.by,
        ...(act.note && { note: act.note }),
        ...(act.type === 'refuse' && { ground: act.ground }),
      };
      const lapsed = lateness(request, now);
      // Nobody is looked for who is not erased.
      const { subject, ...rest } = request;
      if (act.type === 'refuse') return ok(next(rest, { state: 'refused', answer, ...lapsed }));
      const granted = { ...rest, ...(subject && { subject }) };
      const cases = [...new Set([...request.cases, ...(act.also ?? [])])];
      const done = act.done ? { state: 'done' as const, done: { at: now, by: act.by } } : {};
      return ok(next(granted, { state: 'answered', cases, answer, ...lapsed, ...done }));
    }
    case 'fetch': {
      if (request.state !== 'answered' && request.state !== 'done')
        return err({ code: 'request-unanswered' });
      const { done = { at: now }, fetched = [] } = request;
      return ok(next(request, { state: 'done', done, fetched: [...fetched, now] }));
    }
    case 'finish':
      if (request.state === 'done') return ok(request);
      return request.state === 'answered'
        ? ok(next(request, { state: 'done', done: { at: now, ...(act.by && { by: act.by }) } }))
        : err({ code: 'request-unanswered' });
  }
};

/** Cases that the person is only named in can be kept as they are; to copy or change them is the right of who they are about. */
export const reachesNamed = ({ kind }: Pick<SubjectRequest, 'kind'>): boolean =>
  kind === 'restriction' || kind === 'objection';

/** Nothing is to be done about it any more, nor to be entered about it. */
export const isSettled = ({ state, fetched }: Pick<SubjectRequest, 'state' | 'fetched'>): boolean =>
  (state === 'refused' || state === 'done') && fetched === undefined;

/** Where its clock stands: it is stopped by the answer, whatever the answer is. */
export const clockOfRequest = ({ receivedAt, answer }: SubjectRequest, now: InstantText): Clock =>
  clockOf(receivedAt, answer?.at, now);

const weekMs = 7 * 24 * 3_600_000;

/** Until when the copy that was granted may be fetched. */
export const copyUntil = ({ kind, answer }: SubjectRequest): InstantText | undefined =>
  kind === 'access' && answer !== undefined && answer.ground === undefined
    ? toInstantText(epochMs(answer.at) + weekMs)
    : undefined;

/** What its cases hold is still needed for it. A copy that nobody fetched in time is needed no more. */
export const needsItsCases = (request: SubjectRequest, now: InstantText): boolean =>
  request.state === 'received' ||
  (request.kind === 'access' ? mayFetchCopy(request, now) : request.state === 'answered');

export const mayFetchCopy = (request: SubjectRequest, now: InstantText): boolean => {
  const until = copyUntil(request);
  return until !== undefined && !isAfter(now, until);
};
