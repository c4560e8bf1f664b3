// Cases of other services that a step of this one waits for: which are wanted, how they are linked, what their end means.
import { err, ok, type Result } from '../kernel/result.ts';
import { isMarked } from '../process/net.ts';
import { indexOf } from '../process/process-index.ts';
import { feedFields, outcomeOfEnding } from '../process/subcase.ts';
import type { Standard } from '../standard/standard.ts';
import { refuseSuspended } from './authority.ts';
import type { CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import type { FactValues } from './facts.ts';
import { checkFacts } from './given-facts.ts';
import { promisesOnOutcome } from './promises.ts';
import { applyEffects, settle } from './settle.ts';
import type { CaseSnapshot, Subcase } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

type Decision = Result<readonly CaseEvent[], CaseRejection>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** A case of another service that is to be filed. */
export interface WantedCase {
  /** Standard and channel on which it is filed. */
  readonly service: string;
  readonly channel: string;
  /** Facts it begins with, by its own ids, as this case knows them: personal ones are sealed for this case. */
  readonly facts: Readonly<Record<string, { readonly from: string; readonly value: FactValues[string] }>>;
  /** The same each time it is asked for: of this case and this task alone. */
  readonly key: string;
}

/** One that a waiting step still lacks. */
export interface WantedSubcase extends WantedCase {
  readonly step: string;
  readonly task: string;
}

/** What it begins with, as far as this case knows it. */
export const wantedFacts = (
  { facts }: CaseSnapshot,
  carries: Readonly<Record<string, string>>,
): WantedCase['facts'] =>
  Object.fromEntries(
    Object.entries(carries).flatMap(([theirs, ours]) => {
      const value = facts[ours];
      return value === undefined ? [] : [[theirs, { from: ours, value }]];
    }),
  );

const isLinked = ({ subcases }: CaseSnapshot, task: string): boolean =>
  (subcases ?? []).some((child) => child.task === task);

/** Cases that the waiting steps want and that nobody has filed or linked yet. */
export const wantedSubcases = (standard: Standard, snapshot: CaseSnapshot): readonly WantedSubcase[] => {
  // What is kept and nothing else is not handed on; once that is lifted this is asked again.
  if (snapshot.restricted) return [];
  const index = indexOf(standard.process);
  return snapshot.tasks.flatMap((task): WantedSubcase[] => {
    const wanted = index.steps.get(task.step)?.subcase;
    if (!wanted || isLinked(snapshot, task.id)) return [];
    const { service, channel, carries } = wanted;
    const facts = wantedFacts(snapshot, carries);
    const key = `${snapshot.id}/${task.id}`;
    return [{ step: task.step, task: task.id, service, channel, facts, key }];
  });
};

/** Linking the same case twice changes nothing. */
export const linkSubcase = (turn: Turn, { task: id, caseId, ticket }: Command<'linkSubcase'>): Decision => {
  const snapshot = turn.recorder.snapshot();
  const linked = snapshot.subcases?.find(({ task }) => task === id);
  if (linked?.caseId === caseId) return ok([]);
  const task = snapshot.tasks.find((open) => open.id === id);
  if (!task || linked || turn.index.steps.get(task.step)?.kind !== 'subcase') {
    return err({ code: 'unknown-task', task: id });
  }
  if (turn.context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  turn.recorder.record({ type: 'subcaseOpened', step: task.step, task: id, caseId, ticket }, system);
  return ok(turn.recorder.events());
};

/** This case goes on as one of its own: what it finds may still be needed. Saying it twice changes nothing. */
export const noteParentLeft = (turn: Turn, { why }: Command<'noteParentLeft'>): Decision => {
  const { parent } = turn.recorder.snapshot();
  if (turn.context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  if (!parent || parent.left !== undefined) return ok([]);
  turn.recorder.record({ type: 'parentLeft', why }, system);
  return ok(turn.recorder.events());
};

/** Cases that were opened for a task that waits no longer, though they have not ended. */
export const abandonedSubcases = ({ subcases = [], tasks }: CaseSnapshot): readonly Subcase[] =>
  subcases.filter(({ ended, task }) => !ended && !tasks.some(({ id }) => id === task));

/** An end that came back before changes nothing. */
export const endSubcase = (turn: Turn, command: Command<'endSubcase'>): Decision => {
  const { index, context } = turn;
  const snapshot = turn.recorder.snapshot();
  const step = index.steps.get(command.step);
  if (step?.kind !== 'subcase') return err({ code: 'unknown-step', step: command.step });
  if (context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  const child = snapshot.subcases?.find(
    ({ caseId, step: of }) => caseId === command.caseId && of === step.id,
  );
  if (!child) return err({ code: 'unknown-subcase', caseId: command.caseId });
  if (child.ended) return ok([]);
  if (!isMarked(snapshot.marking, step.after) || !snapshot.tasks.some(({ id }) => id === child.task)) {
    return err({ code: 'step-not-active', step: step.id, lastChange: snapshot.lastChange });
  }
  const held = refuseSuspended(snapshot);
  if (held) return err(held);
  const outcome = outcomeOfEnding(step, command.ending, snapshot.taken);
  if (!outcome) return err({ code: 'unknown-outcome', outcome: command.ending });
  const facts = checkFacts(index, feedFields(step), {}, command.facts, () => false);
  if (!facts.ok) return facts;
  turn.recorder.record(
    { type: 'stepCompleted', step: step.id, outcome: outcome.id, facts: facts.value, attachments: [] },
    system,
  );
  const refusal = applyEffects(turn, outcome.effects, { label: outcome.label });
  if (refusal) return err(refusal);
  promisesOnOutcome(turn, step.id, outcome.id);
  return settle(turn);
};
