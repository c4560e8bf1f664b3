// Reckons the advice of a score from the answers of a form, as far as they go: what nobody answered is neither met nor not.
import type { PlainValue } from '../case/facts.ts';
import type { Fact } from './facts.ts';
import { splitChoices } from './options.ts';
import type { Criterion, Score } from './scores.ts';

export type CriterionState = 'met' | 'unmet' | 'unknown';

export interface ReckonedScore {
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly criteria: readonly {
    readonly id: string;
    readonly label: string;
    readonly state: CriterionState;
    readonly decisive: boolean;
  }[];
  /** open: the answers still missing can decide it either way. */
  readonly advice: 'reached' | 'missed' | 'open';
  /** The advice in plain Indonesian, with the count it rests on. */
  readonly text: string;
}

/** Opened answers by fact. */
export type Answers = Readonly<Record<string, PlainValue | undefined>>;

const stateOf = (truth: boolean): CriterionState => (truth ? 'met' : 'unmet');

const opposite = { met: 'unmet', unmet: 'met', unknown: 'unknown' } as const satisfies Record<
  CriterionState,
  CriterionState
>;

const strongest = (
  states: readonly CriterionState[],
  decides: CriterionState,
  otherwise: CriterionState,
): CriterionState => {
  if (states.includes(decides)) return decides;
  return states.includes('unknown') ? 'unknown' : otherwise;
};

const namedBy = (fact: Pick<Fact, 'type'> | undefined, value: PlainValue): readonly string[] =>
  fact?.type === 'multichoice' ? splitChoices(String(value)) : [String(value)];

/** The number a criterion compares; a share of nothing is not known. */
const quotient = (answers: Answers, fact: string, per: string | undefined): number | undefined => {
  const value = answers[fact];
  const divisor = per === undefined ? 1 : answers[per];
  if (typeof value !== 'number' || typeof divisor !== 'number' || divisor === 0) return undefined;
  return value / divisor;
};

const compared = (number: number | undefined, holds: (number: number) => boolean): CriterionState =>
  number === undefined ? 'unknown' : stateOf(holds(number));

const judge = (
  criterion: Criterion,
  facts: ReadonlyMap<string, Pick<Fact, 'type'>>,
  answers: Answers,
): CriterionState => {
  const each = (parts: readonly Criterion[]) => parts.map((part) => judge(part, facts, answers));
  if ('all' in criterion) return strongest(each(criterion.all), 'unmet', 'met');
  if ('any' in criterion) return strongest(each(criterion.any), 'met', 'unmet');
  if ('not' in criterion) return opposite[judge(criterion.not, facts, answers)];
  if ('in' in criterion) {
    const value = answers[criterion.fact];
    if (value === undefined) return 'unknown';
    const named = namedBy(facts.get(criterion.fact), value);
    return stateOf(named.some((one) => criterion.in.includes(one)));
  }
  const number = quotient(answers, criterion.fact, 'per' in criterion ? criterion.per : undefined);
  if ('atLeast' in criterion) return compared(number, (value) => value >= criterion.atLeast);
  if ('atMost' in criterion) return compared(number, (value) => value <= criterion.atMost);
  return 'above' in criterion
    ? compared(number, (value) => value > criterion.above)
    : compared(number, (value) => value < criterion.below);
};

const adviceOf = (
  score: Pick<Score, 'threshold'>,
  criteria: ReckonedScore['criteria'],
): ReckonedScore['advice'] => {
  const count = (state: CriterionState) => criteria.filter((criterion) => criterion.state === state).length;
  const decisive = criteria.filter((criterion) => criterion.decisive).map(({ state }) => state);
  if (decisive.includes('met') || count('met') >= score.threshold) return 'reached';
  const outOfReach = count('met') + count('unknown') < score.threshold;
  return outOfReach && !decisive.includes('unknown') ? 'missed' : 'open';
};

/**
 * Counts the criteria of a score. Advice only: a person decides and says why (UU 27/2022 art. 10).
 *
 * @example reckonScore(score, index.facts, { floorMaterial: '8', floorArea: 24, householdSize: 4 })
 */
export const reckonScore = (
  score: Pick<Score, 'criteria' | 'threshold' | 'reached' | 'missed'>,
  facts: ReadonlyMap<string, Pick<Fact, 'type'>>,
  answers: Answers,
): ReckonedScore => {
  const criteria = score.criteria.map(({ id, label, when, decisive = false }) => ({
    id,
    label,
    state: judge(when, facts, answers),
    decisive,
  }));
  const count = (state: CriterionState) => criteria.filter((criterion) => criterion.state === state).length;
  const [met, unmet, unknown] = [count('met'), count('unmet'), count('unknown')];
  const advice = adviceOf(score, criteria);
  const counted = `${met} dari ${criteria.length} kriteria terpenuhi${unknown > 0 ? `, ${unknown} belum terjawab` : ''}.`;
  const advised = advice === 'open' ? 'Belum dapat disarankan.' : score[advice];
  return { met, unmet, unknown, criteria, advice, text: `${counted} ${advised}` };
};
