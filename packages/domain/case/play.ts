// Plays a story through the engine, turn by turn. Examples of a standard and witnesses of the checker run here.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import { momentIn } from '../deadline/local-moment.ts';
import type { InstantText } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { takenKey } from '../process/automatic.ts';
import { indexOf } from '../process/process-index.ts';
import type { Story } from '../process/story.ts';
import type { Turn } from '../standard/example.ts';
import type { Standard } from '../standard/standard.ts';
import type { By, CaseRejection } from './command.ts';
import { decideFiling } from './decide-filing.ts';
import type { RegisterPlace } from './event.ts';
import {
  comeTo,
  drawDocuments,
  folded,
  openSubcases,
  type Played,
  perform,
  type Scene,
  type Stage,
  type StoryFault,
  waitForTimer,
} from './stage.ts';
import { decidedIn, joinAs } from './stand-in-lines.ts';
import { commandAs, fileAs } from './stand-ins.ts';
import type { DecideContext } from './turn.ts';

/** Turn 0 is the filing. */
export interface Stumble {
  readonly turn: number;
  readonly rejection: CaseRejection | StoryFault;
}

/** Registers of this scene alone, empty at first. */
const placesFrom = (
  { zone }: TenantCalendar,
  now: () => InstantText,
): ((product: string) => RegisterPlace) => {
  const last = new Map<string, number>();
  return (product) => {
    const year = Number(dateIn(zone, now()).slice(0, 4));
    const key = `${product} ${year}`;
    const sequence = (last.get(key) ?? 0) + 1;
    last.set(key, sequence);
    return { year, sequence };
  };
};

type Part<K extends string> = Extract<Turn, { readonly [name in K]: unknown }>;

/** A batch gathers the case before anything can happen in it. */
const joinFirst = (stage: Stage, move: Part<'line'>): Stumble['rejection'] | undefined => {
  const joined = joinAs(indexOf(stage.standard.process), stage.played.snapshot, move);
  return joined && perform(stage, joined.command, joined.by);
};

const cameOf = ({ played }: Stage, { line, outcome }: Part<'line'>): boolean =>
  played.events.findLast(({ body }) => body.type === 'stepCompleted' && body.step === line && body.batch)
    ?.body.type === 'stepCompleted' && (played.snapshot.taken[takenKey(line, outcome)] ?? 0) > 0;

const decideAll = (stage: Stage, move: Part<'decide'>): Stumble['rejection'] | undefined => {
  for (const part of decidedIn(stage.played.snapshot, move)) {
    const { command, by } = commandAs(stage.standard, stage.played.snapshot, part);
    const refused = perform(stage, command, by);
    if (refused) return refused;
  }
  return undefined;
};

/** A witness does not tell what is decided on each line where every line must be: any decision that keeps it in. */
const decideFirst = (stage: Stage, move: Turn): Stumble['rejection'] | undefined => {
  if (!stage.scene.makeUp || !('step' in move)) return undefined;
  const lines = indexOf(stage.standard.process).steps.get(move.step)?.lines;
  const decision = lines?.every && lines.decisions.find(({ drops }) => !drops)?.id;
  return decision ? decideAll(stage, { decide: move.step, decision }) : undefined;
};

/** A story is told of no agency in particular. */
const unitCodes = { unitCode: '000' };

const takeTurn = (stage: Stage, move: Turn): Stumble['rejection'] | undefined => {
  if ('timer' in move) waitForTimer(stage, move.timer);
  const fault = comeTo(stage, 'at' in move ? move.at : undefined);
  if (fault) return fault;
  if ('happenedAt' in move && move.happenedAt !== undefined) {
    const { zone } = stage.scene.calendar;
    if (!momentIn(zone, move.happenedAt)) return { code: 'no-such-moment', at: move.happenedAt };
  }
  if ('decide' in move) return decideAll(stage, move);
  const before = 'line' in move ? joinFirst(stage, move) : decideFirst(stage, move);
  if (before) return before;
  const { now, scene } = stage;
  const moment = { now, calendar: scene.calendar };
  const { command, by } = commandAs(stage.standard, stage.played.snapshot, move, scene.makeUp, moment);
  const refused = perform(stage, command, by);
  if (refused || !('line' in move) || cameOf(stage, move)) return refused;
  return { code: 'outcome-not-offered', outcome: move.outcome };
};

const fileFirst = (
  standard: Standard,
  { channel, facts, received, ...wish }: Story,
  { calendar, makeUp }: Scene,
  at: InstantText,
  context: Stage['context'],
): Result<Played, Stumble> => {
  const stamp = received === undefined ? at : momentIn(calendar.zone, received);
  if (!stamp) return err({ turn: 0, rejection: { code: 'no-such-moment', at: received ?? '' } });
  const filing = fileAs(standard, channel, facts, makeUp, { ...wish, at: stamp, calendar });
  const filed = decideFiling(standard, filing.command, context(filing.by));
  if (!filed.ok) return err({ turn: 0, rejection: filed.error });
  return ok({ snapshot: folded(standard, filed.value), events: filed.value });
};

/** Plays a story to its last turn. Throws when it names what the standard does not have. */
export const play = (standard: Standard, story: Story, scene: Scene): Result<Played, Stumble> => {
  const { calendar, hash } = scene;
  const from = story.at === undefined ? scene.from : momentIn(calendar.zone, story.at);
  if (!from) return err({ turn: 0, rejection: { code: 'no-such-moment', at: story.at ?? '' } });
  let products = 0;
  const newId = () => {
    products += 1;
    return `produk-${products}`;
  };
  const nextPlace = placesFrom(calendar, () => stage.now);
  const context = (now: InstantText, by: By): DecideContext => ({
    now,
    by,
    calendar,
    newId,
    nextPlace,
    hash,
    letters: unitCodes,
  });
  const played = fileFirst(standard, story, scene, from, (by) => context(from, by));
  if (!played.ok) return played;
  const stage: Stage = {
    standard,
    scene,
    context: (by) => context(stage.now, by),
    now: from,
    played: played.value,
  };
  openSubcases(stage);
  drawDocuments(stage);
  for (const [at, move] of story.turns.entries()) {
    const rejection = takeTurn(stage, move);
    if (rejection) return err({ turn: at + 1, rejection });
    openSubcases(stage);
    drawDocuments(stage);
  }
  return ok(stage.played);
};
