// What an exploration notices on its way, each thing once with the first story that shows it.
import type { Turn } from '../standard/example.ts';
import type { Step } from '../standard/step.ts';
import { isUsedUp, standsBack } from './automatic.ts';
import { evaluate } from './conditions.ts';
import type { LetterSighting } from './letter-sightings.ts';
import type { Point } from './point.ts';
import type { ProcessIndex } from './process-index.ts';
import type { Story } from './story.ts';
import { outcomeOfEnding } from './subcase.ts';

export type Sighting =
  | { readonly kind: 'outcome'; readonly step: string; readonly outcome: string }
  | { readonly kind: 'timer'; readonly timer: string }
  | { readonly kind: 'ending'; readonly ending: string }
  | { readonly kind: 'unsafe'; readonly place: string; readonly by: string }
  | { readonly kind: 'overlap'; readonly step: string; readonly outcomes: readonly string[] }
  | { readonly kind: 'blocked'; readonly product: string }
  | { readonly kind: 'endless' }
  | LetterSighting;

export type Seen<K extends Sighting['kind'] = Sighting['kind']> = {
  readonly what: Extract<Sighting, { kind: K }>;
  readonly story: Story;
};

export interface Sightings {
  readonly see: (what: Sighting, story: () => Story) => void;
  readonly of: <K extends Sighting['kind']>(kind: K) => readonly Seen<K>[];
}

export const makeSightings = (): Sightings => {
  const seen = new Map<string, { readonly what: Sighting; readonly story: Story }>();
  return {
    see: (what, story) => {
      const key = Object.values(what).join(' ');
      if (!seen.has(key)) seen.set(key, { what, story: story() });
    },
    of: <K extends Sighting['kind']>(kind: K) => {
      const isKind = (sighting: { what: Sighting; story: Story }): sighting is Seen<K> =>
        sighting.what.kind === kind;
      return [...seen.values()].filter(isKind);
    },
  };
};

/** The step that a turn completes, with its outcome. */
export const completedBy = (
  index: ProcessIndex,
  turn: Turn,
): Omit<Extract<Sighting, { kind: 'outcome' }>, 'kind'> | undefined => {
  if ('step' in turn) return { step: turn.step, outcome: turn.outcome };
  if ('line' in turn) return { step: turn.line, outcome: turn.outcome };
  if (!('subcase' in turn)) return undefined;
  const step = index.steps.get(turn.subcase);
  return { step: turn.subcase, outcome: (step && outcomeOfEnding(step, turn.ending)?.id) ?? '' };
};

/** What a turn shows by being possible; interruptions show nothing. */
export const shownBy = (index: ProcessIndex, turn: Turn): Sighting | undefined => {
  const completed = completedBy(index, turn);
  if (completed) return { kind: 'outcome', ...completed };
  return 'timer' in turn ? { kind: 'timer', timer: turn.timer } : undefined;
};

/** Outcomes of a route whose conditions hold at once: which one is taken hangs on their order alone. */
export const overlapAt = (step: Step, { facts, taken }: Point): Sighting | undefined => {
  const outcomes = step.outcomes.filter(
    (outcome) =>
      outcome.when !== undefined &&
      !isUsedUp(step, outcome, taken) &&
      !standsBack(step, outcome, taken) &&
      evaluate(outcome.when, facts) === true,
  );
  if (outcomes.length < 2) return undefined;
  return { kind: 'overlap', step: step.id, outcomes: outcomes.map(({ id }) => id) };
};
