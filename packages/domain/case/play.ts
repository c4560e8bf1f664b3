// Plays a story through the engine, turn by turn. Examples of a standard and witnesses of the checker run here.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import { momentIn } from '../deadline/local-moment.ts';
import type { InstantText } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Story } from '../process/story.ts';
import type { Turn } from '../standard/example.ts';
import type { Standard } from '../standard/standard.ts';
import type { By, CaseRejection } from './command.ts';
import { decideFiling } from './decide-filing.ts';
import type { RegisterPlace } from './event.ts';
import {
  comeTo,
  folded,
  openSubcases,
  type Played,
  perform,
  type Scene,
  type Stage,
  type StoryFault,
  waitForTimer,
} from './stage.ts';
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

const takeTurn = (stage: Stage, move: Turn): Stumble['rejection'] | undefined => {
  if ('timer' in move) waitForTimer(stage, move.timer);
  const fault = comeTo(stage, 'at' in move ? move.at : undefined);
  if (fault) return fault;
  if ('happenedAt' in move && move.happenedAt !== undefined) {
    const { zone } = stage.scene.calendar;
    if (!momentIn(zone, move.happenedAt)) return { code: 'no-such-moment', at: move.happenedAt };
  }
  const { now, scene } = stage;
  const moment = { now, calendar: scene.calendar };
  const { command, by } = commandAs(stage.standard, stage.played.snapshot, move, scene.makeUp, moment);
  return perform(stage, command, by);
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
  for (const [at, move] of story.turns.entries()) {
    const rejection = takeTurn(stage, move);
    if (rejection) return err({ turn: at + 1, rejection });
    openSubcases(stage);
  }
  return ok(stage.played);
};
