// What may be done next with a version, and what stands in the way: the one list that decides and that people are shown.
import type { Finding } from './finding.ts';
import type { StandardState } from './life.ts';
import { unconfirmedReadings } from './readings.ts';
import type { StandardVersion } from './standard-version.ts';

export const lifeSteps = [
  'consult',
  'recordMinutes',
  'approve',
  'schedule',
  'publish',
  'returnToDraft',
  'withdraw',
] as const;
export type LifeStep = (typeof lifeSteps)[number];

const stepsFrom = {
  draft: ['consult', 'approve', 'schedule', 'publish'],
  consultation: ['recordMinutes', 'approve', 'schedule', 'publish', 'returnToDraft'],
  approved: ['schedule', 'publish', 'returnToDraft'],
  scheduled: ['schedule', 'publish', 'returnToDraft'],
  published: ['withdraw'],
  superseded: [],
  withdrawn: [],
} as const satisfies Record<StandardState, readonly LifeStep[]>;

export type Blocker =
  /** The version is not where this step begins. */
  | { readonly code: 'wrong-state'; readonly state: StandardState }
  /** Findings of level error; examples that fail are among them. */
  | { readonly code: 'errors'; readonly count: number }
  | { readonly code: 'unconfirmed'; readonly count: number }
  /** People still have until the end of this day to remark. */
  | { readonly code: 'consultation-open'; readonly until: string }
  | { readonly code: 'minutes-missing' }
  | { readonly code: 'minutes-recorded' }
  /** The text names a decree that nobody here has approved. */
  | { readonly code: 'not-approved' };

export interface Look {
  /** Of the version as it is. */
  readonly findings: readonly Finding[];
  /** ISO date in the zone of the tenant. */
  readonly today: string;
}

/** After these the text is settled, so it must hold. */
const settles: readonly LifeStep[] = ['approve', 'schedule', 'publish'];
/** After these people read the text, so that it must be whole. */
const shows: readonly LifeStep[] = ['consult', ...settles];
const announces: readonly LifeStep[] = ['schedule', 'publish'];

const textBlockers = (version: StandardVersion, step: LifeStep, { findings }: Look): readonly Blocker[] => {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const unconfirmed = settles.includes(step) ? unconfirmedReadings(version).length : 0;
  return [
    ...(errors > 0 ? [{ code: 'errors', count: errors } as const] : []),
    ...(unconfirmed > 0 ? [{ code: 'unconfirmed', count: unconfirmed } as const] : []),
  ];
};

const consultationBlockers = (
  { state, consultation }: StandardVersion,
  step: LifeStep,
  { today }: Look,
): readonly Blocker[] => {
  if (state !== 'consultation' || !consultation) return [];
  const { minutes, until } = consultation;
  if (step === 'recordMinutes') {
    if (minutes) return [{ code: 'minutes-recorded' }];
    return today < until ? [{ code: 'consultation-open', until }] : [];
  }
  return settles.includes(step) && !minutes ? [{ code: 'minutes-missing' }] : [];
};

/** Everything that stands between a version and a step, so that nobody mends one thing to meet the next. */
export const blockersOf = (version: StandardVersion, step: LifeStep, look: Look): readonly Blocker[] => {
  const { state, standard } = version;
  const offered: readonly LifeStep[] = stepsFrom[state];
  if (!offered.includes(step)) return [{ code: 'wrong-state', state }];
  const unapproved =
    announces.includes(step) && standard.decree !== null && state !== 'approved' && state !== 'scheduled';
  return [
    ...(shows.includes(step) ? textBlockers(version, step, look) : []),
    ...consultationBlockers(version, step, look),
    ...(unapproved ? [{ code: 'not-approved' } as const] : []),
  ];
};

export interface NextStep {
  readonly step: LifeStep;
  readonly blockers: readonly Blocker[];
}

/** The steps that begin where the version stands. */
export const nextSteps = (version: StandardVersion, look: Look): readonly NextStep[] =>
  stepsFrom[version.state].map((step) => ({ step, blockers: blockersOf(version, step, look) }));
