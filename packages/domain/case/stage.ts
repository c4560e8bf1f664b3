// A case at play: the time it has come to, what is done to it, and what time alone does on the way.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { momentIn } from '../deadline/local-moment.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, laterOf, toInstantText } from '../kernel/instant.ts';
import { indexOf } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { By, CaseCommand, CaseRejection } from './command.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './event.ts';
import { fold } from './evolve.ts';
import type { Hash } from './recorder.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { clock } from './stand-in-people.ts';
import { linkAs } from './stand-in-time.ts';
import type { DecideContext } from './turn.ts';

export interface Scene {
  readonly calendar: TenantCalendar;
  /** When the case is filed, where the story does not say. Time stands still but where it says so, and for timers. */
  readonly from: InstantText;
  readonly hash: Hash;
  /** A witness tells only what decides; everything else that a form demands is made up. */
  readonly makeUp?: boolean;
}

export interface Played {
  readonly snapshot: CaseSnapshot;
  readonly events: readonly CaseEvent[];
}

/** What is wrong with the times of a story itself. */
export type StoryFault =
  | { readonly code: 'no-such-moment'; readonly at: string }
  /** Earlier than the case had come to. */
  | { readonly code: 'turn-too-early'; readonly at: string; readonly before: InstantText };

export const folded = (
  standard: Standard,
  events: readonly CaseEvent[],
  from?: CaseSnapshot,
): CaseSnapshot => {
  const snapshot = fold(standard, events, from);
  if (!snapshot) throw new Error('a case without events');
  return snapshot;
};

/** One case at play, with the time it has come to. */
export interface Stage {
  readonly standard: Standard;
  readonly scene: Scene;
  readonly context: (by: By) => DecideContext;
  now: InstantText;
  played: Played;
}

export const perform = (stage: Stage, command: CaseCommand, by: By): CaseRejection | undefined => {
  const { standard, played } = stage;
  const decided = decide(standard, played.snapshot, command, stage.context(by));
  if (!decided.ok) return decided.error;
  stage.played = {
    snapshot: folded(standard, decided.value, played.snapshot),
    events: [...played.events, ...decided.value],
  };
  return undefined;
};

/** Cases that steps wait for are opened as soon as they are waited for. */
export const openSubcases = (stage: Stage): void => {
  for (;;) {
    const link = linkAs(indexOf(stage.standard.process), stage.played.snapshot);
    if (!link || perform(stage, link.command, link.by)) return;
  }
};

/** Letters that were frozen are drawn as soon as they are, to be signed with the seal. */
export const drawDocuments = (stage: Stage): void => {
  for (const { id, state, prepared } of stage.played.snapshot.products) {
    if (state !== 'frozen' || prepared) continue;
    const file = { sha256: stage.scene.hash(id), bytes: 1 };
    perform(stage, { type: 'prepareDocument', id, file, method: 'seal' }, clock);
  }
};

const minuteMs = 60_000;

/** When time alone will next do something: a promise is late, a timer fires, the case goes on. */
const nextMoment = ({ played, scene }: Stage): number => {
  const { suspended, promises, timers, ended } = played.snapshot;
  if (ended) return Infinity;
  if (suspended) return epochMs(suspended.until);
  const late = promises.flatMap(({ state, dueAt }) => (state === 'running' ? epochMs(dueAt) + minuteMs : []));
  // A witness fires only the timers that it tells of.
  const fired = scene.makeUp ? [] : timers.map(({ firesAt }) => epochMs(firesAt));
  return Math.min(...late, ...fired);
};

/** What whoever looks after the clock does at this moment. */
const sweep = (stage: Stage): void => {
  const { snapshot } = stage.played;
  if (snapshot.suspended) {
    perform(stage, { type: 'resume' }, clock);
    return;
  }
  perform(stage, { type: 'checkPromises' }, clock);
  const due = snapshot.timers.filter(({ firesAt }) => epochMs(firesAt) <= epochMs(stage.now));
  for (const { timer } of stage.scene.makeUp ? [] : due) perform(stage, { type: 'fireTimer', timer }, clock);
  openSubcases(stage);
  drawDocuments(stage);
};

/** Time passes until then; what is due before happens on the way. */
const waitUntil = (stage: Stage, until: InstantText): void => {
  for (;;) {
    const moment = nextMoment(stage);
    if (moment >= epochMs(until)) break;
    stage.now = laterOf(stage.now, toInstantText(moment));
    sweep(stage);
  }
  stage.now = laterOf(stage.now, until);
};

/** A suspension on the way lets a timer fire later than it was going to. */
export const waitForTimer = (stage: Stage, id: string): void => {
  for (;;) {
    const armed = stage.played.snapshot.timers.find(({ timer }) => timer === id);
    if (!armed || epochMs(armed.firesAt) <= epochMs(stage.now)) return;
    waitUntil(stage, armed.firesAt);
  }
};

/** Lets the time come at which a turn happens, or says why it cannot be. */
export const comeTo = (stage: Stage, at: string | undefined): StoryFault | undefined => {
  if (at === undefined) return undefined;
  const moment = momentIn(stage.scene.calendar.zone, at);
  if (!moment) return { code: 'no-such-moment', at };
  if (epochMs(moment) < epochMs(stage.now)) return { code: 'turn-too-early', at, before: stage.now };
  waitUntil(stage, moment);
  return undefined;
};
