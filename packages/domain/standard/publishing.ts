// The life of a version: a draft changes until it is published; published, it never changes and is superseded by the next
// or withdrawn. Which step may be taken is decided in life-steps; here is what each leaves behind.
import type { InstantText } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { contentHash, type HashText } from './content-hash.ts';
import type { Finding } from './finding.ts';
import {
  type Consultation,
  isInPreparation,
  type LifeTurn,
  type Person,
  type RunningCases,
  type Schedule,
} from './life.ts';
import { type Blocker, blockersOf, type LifeStep } from './life-steps.ts';
import { keptConfirmations } from './readings.ts';
import type { Standard } from './standard.ts';
import type { StandardVersion } from './standard-version.ts';

/** Who takes a step, and when; without a person it is the clock. */
export interface Moment {
  readonly at: InstantText;
  readonly by?: Person | undefined;
  /** ISO date of `at` in the zone of the tenant. */
  readonly today: string;
  /** Of the version as it is; only what settles the text looks at them. */
  readonly findings: readonly Finding[];
}

/** The version with one more turn in its life. */
const turned = (
  version: StandardVersion,
  to: StandardVersion['state'],
  { at, by }: Pick<Moment, 'at' | 'by'>,
  note?: string,
): StandardVersion => {
  const turn: LifeTurn = {
    to,
    at,
    ...(by && { by: { id: by.id, name: by.name } }),
    ...(note !== undefined && { note }),
  };
  return { ...version, state: to, life: [...(version.life ?? []), turn] };
};

const backToDraft = (
  { consultation: _consultation, schedule: _schedule, ...version }: StandardVersion,
  moment: Pick<Moment, 'at' | 'by'>,
  note: string,
): StandardVersion => turned(version, 'draft', moment, note);

const changedText = 'Naskah diubah.';

/**
 * The draft after this text: replaces the latest version when nobody was promised that yet, else follows it. What was
 * consulted, approved or scheduled was another text, so it is a draft again.
 */
export const draftOf = (
  standard: Standard,
  latest: StandardVersion | undefined,
  now: InstantText,
  hash: HashText,
  by?: Person,
): StandardVersion => {
  const replaced = latest && isInPreparation(latest.state) ? latest : undefined;
  const { adopted } = latest ?? {};
  const text = {
    standard,
    hash: contentHash(standard, hash),
    confirmations: keptConfirmations(standard, latest),
  };
  if (!replaced) {
    return {
      ...text,
      version: (latest?.version ?? 0) + 1,
      state: 'draft',
      createdAt: now,
      ...(adopted && { adopted }),
    };
  }
  const draft = replaced.state === 'draft' ? replaced : backToDraft(replaced, { at: now, by }, changedText);
  return { ...draft, ...text };
};

export interface NotReady {
  readonly code: 'not-ready';
  readonly step: LifeStep;
  readonly blockers: readonly Blocker[];
}
export type Stepped = Result<StandardVersion, NotReady>;

const ready = (version: StandardVersion, step: LifeStep, moment: Moment): NotReady | undefined => {
  const blockers = blockersOf(version, step, moment);
  return blockers.length === 0 ? undefined : { code: 'not-ready', step, blockers };
};

const wrongState = ({ state }: StandardVersion, step: LifeStep): NotReady => ({
  code: 'not-ready',
  step,
  blockers: [{ code: 'wrong-state', state }],
});

/** Puts a draft before the public. Readings may wait: they are what the public is asked about. */
export const consult = (
  version: StandardVersion,
  period: Pick<Consultation, 'from' | 'until'>,
  moment: Moment,
): Stepped => {
  const refusal = ready(version, 'consult', moment);
  if (refusal) return err(refusal);
  const { from, until } = period;
  return ok({ ...turned(version, 'consultation', moment), consultation: { from, until } });
};

/** What the public said and what became of it; with it the consultation is over. */
export const recordMinutes = (
  version: StandardVersion,
  note: string,
  moment: Moment & { by: Person },
): Stepped => {
  const refusal = ready(version, 'recordMinutes', moment);
  if (refusal || !version.consultation) return err(refusal ?? wrongState(version, 'recordMinutes'));
  const minutes = { note, by: { id: moment.by.id, name: moment.by.name }, at: moment.at };
  return ok({ ...version, consultation: { ...version.consultation, minutes } });
};

export interface Approval {
  readonly decree: NonNullable<Standard['decree']>;
  /** Why the public was not asked here; needed where it was not. */
  readonly withoutConsultation?: string | undefined;
}

/** Enters the decree into the document: the only change of a text that is not one (decision 0080). */
export const approve = (
  version: StandardVersion,
  { decree, withoutConsultation }: Approval,
  hash: HashText,
  moment: Moment,
): Stepped => {
  const refusal = ready(version, 'approve', moment);
  if (refusal) return err(refusal);
  const standard = { ...version.standard, decree };
  const note = [decree.number, withoutConsultation].filter((part) => part !== undefined).join('. ');
  return ok({ ...turned(version, 'approved', moment, note), standard, hash: contentHash(standard, hash) });
};

/** Sets the day on which it is published by itself; a day set before gives way. */
export const schedule = (version: StandardVersion, plan: Schedule, moment: Moment): Stepped => {
  const refusal = ready(version, 'schedule', moment);
  if (refusal) return err(refusal);
  return ok({ ...turned(version, 'scheduled', moment, plan.publishOn), schedule: plan });
};

export const returnToDraft = (version: StandardVersion, reason: string, moment: Moment): Stepped => {
  const refusal = ready(version, 'returnToDraft', moment);
  return refusal ? err(refusal) : ok(backToDraft(version, moment, reason));
};

/** Takes a published service away: nothing new is filed, running cases go on. */
export const withdraw = (version: StandardVersion, reason: string, moment: Moment): Stepped => {
  const refusal = ready(version, 'withdraw', moment);
  return refusal ? err(refusal) : ok(turned(version, 'withdrawn', moment, reason));
};

export interface Publication {
  readonly published: StandardVersion;
  /** The version that was current, now superseded. */
  readonly superseded?: StandardVersion;
}

const publication = (
  { schedule: _, ...version }: StandardVersion,
  current: StandardVersion | undefined,
  running: RunningCases,
  moment: Pick<Moment, 'at' | 'by'>,
): Publication => ({
  published: { ...turned(version, 'published', moment), publishedAt: moment.at, running },
  ...(current && { superseded: { ...turned(current, 'superseded', moment), supersededAt: moment.at } }),
});

export const publishVersion = (
  version: StandardVersion,
  current: StandardVersion | undefined,
  running: RunningCases,
  moment: Moment,
): Result<Publication, NotReady> => {
  const refusal = ready(version, 'publish', moment);
  return refusal ? err(refusal) : ok(publication(version, current, running, moment));
};

/** Whether its day has come. */
export const isDue = ({ state, schedule: plan }: StandardVersion, today: string): boolean =>
  state === 'scheduled' && plan !== undefined && plan.publishOn <= today;

/** Publishes what was scheduled. It held when its day was set, and its text has not changed since. */
export const publishDue = (
  version: StandardVersion,
  current: StandardVersion | undefined,
  moment: Pick<Moment, 'at' | 'today'>,
): Publication | undefined =>
  version.schedule && isDue(version, moment.today)
    ? publication(version, current, version.schedule.running, { at: moment.at })
    : undefined;
