// What a case takes from the earlier one it is about, and why an earlier case does not do for it.
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Channel } from '../standard/channel.ts';
import type { CaseRejection, EarlierCase, FileCase } from './command.ts';
import type { About } from './event.ts';
import type { FactValues } from './facts.ts';
import { isValueOf } from './given-facts.ts';
import { isTooLate, type ObjectableDecision, objectableDecision } from './objection.ts';

export interface Inherited {
  readonly about?: About;
  /** Facts of the earlier case with which this one begins. */
  readonly carried: FactValues;
}

type Answers = NonNullable<Channel['about']>;

const unfit: CaseRejection = { code: 'earlier-case-unfit' };

/** Whether the channel answers this decision. */
const isAnswered = (
  { endings, changes }: Answers,
  { ended }: EarlierCase['snapshot'],
  { product }: ObjectableDecision,
): boolean =>
  product === undefined ? endings.includes(ended?.ending ?? '') : changes !== undefined && changes.length > 0;

const carriedFacts = (index: ProcessIndex, { carries }: Answers, { facts }: EarlierCase): FactValues =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([id, value]) => carries.includes(id) && isValueOf(index.facts.get(id), value),
    ),
  );

const MINUTE = 60_000;

/** Nobody objects to what is not decided yet; a time on paper tells minutes. */
const isTooEarly = (
  { ended, products }: EarlierCase['snapshot'],
  { product }: ObjectableDecision,
  at: InstantText,
): boolean => {
  const decided = product === undefined ? ended?.at : products.find(({ id }) => id === product)?.changedAt;
  return decided !== undefined && epochMs(at) + MINUTE <= epochMs(decided);
};

/** `at` is when the objection was made, which may be earlier than it was entered. */
export const inherit = (
  index: ProcessIndex,
  channel: Channel,
  { about: earlier, standard }: FileCase,
  at: InstantText,
): Result<Inherited, CaseRejection> => {
  if (!channel.about) return earlier ? err(unfit) : ok({ carried: {} });
  if (!earlier) return err({ code: 'earlier-case-missing' });
  const { id, ticket, ended, workers, standard: pinned } = earlier.snapshot;
  const decision = objectableDecision(earlier.snapshot);
  if (!ended || !decision || pinned.id !== standard.id) return err(unfit);
  if (!isAnswered(channel.about, earlier.snapshot, decision)) return err(unfit);
  if (isTooLate(decision, at)) return err({ code: 'objection-too-late', until: decision.way.until });
  if (isTooEarly(earlier.snapshot, decision, at))
    return err({ code: 'receipt-refused', reason: 'before-decision' });
  const { product } = decision;
  return ok({
    about: { caseId: id, ticket, ending: ended.ending, ...(product !== undefined && { product }), workers },
    carried: carriedFacts(index, channel.about, earlier),
  });
};
