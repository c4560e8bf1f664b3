// A case gathered into a batch: it joins, follows what the batch does, and is free again once the batch lets go of it.
import type { InstantText } from '../kernel/ids.ts';
import { laterOf } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isUsedUp, standsBack } from '../process/automatic.ts';
import { holds } from '../process/conditions.ts';
import { isMarked } from '../process/net.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { refuseRestricted, refuseSuspended } from './authority.ts';
import type { BatchNews } from './batch-news.ts';
import type { CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import { promisesOnOutcome } from './promises.ts';
import { applyEffects, settle } from './settle.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

type Decision = Result<readonly CaseEvent[], CaseRejection>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Steps at which the case waits for batches of this standard. */
const waitsAt = (index: ProcessIndex, { marking }: CaseSnapshot, standard: string): readonly Step[] =>
  index.works.filter(
    (step) => step.kind === 'line' && step.batch === standard && isMarked(marking, step.after),
  );

/** Joining twice changes nothing; a case is in one running batch at most. */
export const joinBatch = (turn: Turn, command: Command<'joinBatch'>): Decision => {
  const { index, context, recorder } = turn;
  const snapshot = recorder.snapshot();
  const { batch, standard, step, area } = command;
  if (context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  if (snapshot.batch?.caseId === batch.caseId) return ok([]);
  if (snapshot.batch && !snapshot.batch.left)
    return err({ code: 'in-other-batch', ticket: snapshot.batch.ticket });
  const held = refuseRestricted(snapshot);
  if (held) return err(held);
  const waits = waitsAt(index, snapshot, standard).some(({ id }) => id === step);
  if (!waits || snapshot.area !== area) return err({ code: 'not-waiting', step });
  recorder.record({ type: 'batchJoined', batch }, system);
  return ok(recorder.events());
};

const isNamed = (news: BatchNews['what'][number], { from = [] }: Outcome): boolean =>
  from.some((one) =>
    'ending' in one
      ? 'ending' in news && one.ending === news.ending
      : 'step' in news &&
        one.step === news.step &&
        ('outcome' in one
          ? 'outcome' in news && one.outcome === news.outcome
          : 'decision' in news && one.decision === news.decision),
  );

interface Followed {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly decided: boolean;
}

/** The outcome that the news leads to: a decision on the line counts before what became of the whole. */
const followed = (
  steps: readonly Step[],
  { facts, taken }: CaseSnapshot,
  what: BatchNews['what'],
): Followed | undefined => {
  for (const news of what)
    for (const step of steps)
      for (const outcome of step.outcomes) {
        const open = !isUsedUp(step, outcome, taken) && !standsBack(step, outcome, taken);
        if (open && isNamed(news, outcome) && holds(outcome.when, facts))
          return { step, outcome, decided: 'decision' in news };
      }
  return undefined;
};

/** When it happened in the batch; what came to wait since then was not waited for before. */
const momentOf = ({ tasks }: CaseSnapshot, step: Step, at: InstantText): InstantText => {
  const openedAt = tasks.find((task) => task.step === step.id)?.openedAt;
  return openedAt === undefined ? at : laterOf(at, openedAt);
};

/**
 * What happened in the batch, in its order: news that came before, and news of another batch, change nothing. News that
 * no outcome names leaves the case where it is; when the batch lets go of it, it can be gathered again.
 */
export const followBatch = (turn: Turn, command: Command<'followBatch'>): Decision => {
  const { index, context, recorder } = turn;
  const { batch, standard, news, note } = command;
  if (context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  const snapshot = recorder.snapshot();
  const known = snapshot.batch;
  if (known?.caseId !== batch || known.left || news.seq <= known.seq) return ok([]);
  const held = refuseSuspended(snapshot);
  if (held) return err(held);
  const { seq, at, leaves } = news;
  const found = followed(waitsAt(index, snapshot, standard), snapshot, news.what);
  if (leaves)
    recorder.record({ type: 'batchLeft', batch: { caseId: batch, ticket: known.ticket }, seq }, system);
  if (!found) return ok(recorder.events());
  const { step, outcome, decided } = found;
  const happenedAt = momentOf(snapshot, step, at);
  recorder.record(
    {
      type: 'stepCompleted',
      step: step.id,
      outcome: outcome.id,
      facts: {},
      attachments: [],
      ...(decided && note && outcome.note !== 'none' && { note }),
      happenedAt,
      batch: { caseId: batch, seq },
    },
    system,
  );
  const stopped = applyEffects(turn, outcome.effects, { label: outcome.label, note });
  if (stopped) return err(stopped);
  promisesOnOutcome(turn, step.id, outcome.id, undefined, happenedAt);
  return settle(turn, happenedAt);
};
