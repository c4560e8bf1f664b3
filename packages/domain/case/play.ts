// Plays a story through the engine, turn by turn. Examples of a standard and witnesses of the checker run here.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import type { InstantText } from '../kernel/ids.ts';
import { laterOf } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Story } from '../process/story.ts';
import type { Standard } from '../standard/standard.ts';
import type { CaseRejection } from './command.ts';
import { decide } from './decide.ts';
import { decideFiling } from './decide-filing.ts';
import type { CaseEvent, RegisterPlace } from './event.ts';
import { fold } from './evolve.ts';
import type { Hash } from './recorder.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { commandAs, fileAs } from './stand-ins.ts';

export interface Scene {
  readonly calendar: TenantCalendar;
  /** When the case is filed. Time stands still but for timers, which are waited for. */
  readonly from: InstantText;
  readonly hash: Hash;
  /** A witness tells only what decides; everything else that a form demands is made up. */
  readonly makeUp?: boolean;
}

export interface Played {
  readonly snapshot: CaseSnapshot;
  readonly events: readonly CaseEvent[];
}

/** Turn 0 is the filing. */
export interface Stumble {
  readonly turn: number;
  readonly rejection: CaseRejection;
}

const folded = (standard: Standard, events: readonly CaseEvent[], from?: CaseSnapshot): CaseSnapshot => {
  const snapshot = fold(standard, events, from);
  if (!snapshot) throw new Error('a case without events');
  return snapshot;
};

/** Registers of this scene alone, empty at first. */
const placesFrom = ({ calendar, from }: Scene): ((product: string) => RegisterPlace) => {
  const last = new Map<string, number>();
  const year = Number(dateIn(calendar.zone, from).slice(0, 4));
  return (product) => {
    const sequence = (last.get(product) ?? 0) + 1;
    last.set(product, sequence);
    return { year, sequence };
  };
};

/** Plays a story to its last turn. Throws when it names what the standard does not have. */
export const play = (standard: Standard, story: Story, scene: Scene): Result<Played, Stumble> => {
  let products = 0;
  const newId = () => {
    products += 1;
    return `produk-${products}`;
  };
  const { calendar, hash } = scene;
  const nextPlace = placesFrom(scene);
  const { anonymous, confidential } = story;
  const filing = fileAs(standard, story.channel, story.facts, scene.makeUp, {
    anonymous,
    confidential,
    at: scene.from,
  });
  const filed = decideFiling(standard, filing.command, {
    now: scene.from,
    by: filing.by,
    calendar,
    newId,
    nextPlace,
    hash,
  });
  if (!filed.ok) return err({ turn: 0, rejection: filed.error });

  let now = scene.from;
  let played: Played = { snapshot: folded(standard, filed.value), events: filed.value };
  for (const [at, move] of story.turns.entries()) {
    const { snapshot, events } = played;
    const armed = 'timer' in move && snapshot.timers.find(({ timer }) => timer === move.timer);
    if (armed) now = laterOf(now, armed.firesAt);
    const { command, by } = commandAs(standard, snapshot, move, scene.makeUp);
    const decided = decide(standard, snapshot, command, { now, by, calendar, newId, nextPlace, hash });
    if (!decided.ok) return err({ turn: at + 1, rejection: decided.error });
    played = {
      snapshot: folded(standard, decided.value, snapshot),
      events: [...events, ...decided.value],
    };
  }
  return ok(played);
};
