// What is decided on the lines of a batch, and how one leaves it.
import { err, ok } from '../kernel/result.ts';
import { isMarked } from '../process/net.ts';
import type { Step } from '../standard/step.ts';
import { refuseSuspended, workAs } from './authority.ts';
import type { CaseRejection, LineDecision } from './command.ts';
import type { Command, Decision } from './decision.ts';
import { linesIn, standsTwice } from './lines.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { actorOf, system, type Turn } from './turn.ts';

/** One command is one event: its size is bounded by this. */
export const decisionsAtMost = 100;

const decisionOf = (step: Step, id: string) => step.lines?.decisions.find((one) => one.id === id);

/** Why these decisions cannot be taken together, whoever takes them. */
const refuseDecisions = (
  step: Step,
  snapshot: CaseSnapshot,
  decisions: readonly LineDecision[],
): CaseRejection | undefined => {
  if (decisions.length === 0 || decisions.length > decisionsAtMost)
    return { code: 'lines-refused', reason: 'too-many', atMost: decisionsAtMost };
  if (standsTwice(decisions)) return { code: 'lines-refused', reason: 'twice' };
  const inside = new Set<string>(linesIn(snapshot).map(({ caseId }) => caseId));
  const lines = decisions.flatMap(({ caseId }) => (inside.has(caseId) ? [] : [caseId]));
  if (lines.length > 0) return { code: 'unknown-lines', lines };
  for (const { decision, note } of decisions) {
    const found = decisionOf(step, decision);
    if (!found) return { code: 'unknown-outcome', outcome: decision };
    if (found.note === 'required' && !note) return { code: 'note-missing' };
  }
  return undefined;
};

/** Decisions that say something new; one made again without a note says nothing. */
const news = (step: Step, { lines = [] }: CaseSnapshot, decisions: readonly LineDecision[]) => {
  const before = new Map(lines.map(({ caseId, decided }) => [caseId, decided?.[step.id]]));
  return decisions
    .map(({ caseId, decision, note }) => ({
      caseId,
      decision,
      ...(note && decisionOf(step, decision)?.note !== 'none' && { note }),
    }))
    .filter(({ caseId, decision, note }) => note || before.get(caseId) !== decision);
};

/** Until its step is done, a decision made again replaces the one before; a line that was dropped stays out. */
export const decideLines = (turn: Turn, { step: id, decisions }: Command<'decideLines'>): Decision => {
  const { index, context, recorder } = turn;
  const snapshot = recorder.snapshot();
  const step = index.steps.get(id);
  if (!step?.lines) return err({ code: 'unknown-step', step: id });
  if (!isMarked(snapshot.marking, step.after))
    return err({ code: 'step-not-active', step: id, lastChange: snapshot.lastChange });
  const work = workAs(index, snapshot, step, context.by);
  if (!work.ok) return work;
  const refusal = refuseSuspended(snapshot) ?? refuseDecisions(step, snapshot, decisions);
  if (refusal) return err(refusal);
  const said = news(step, snapshot, decisions);
  if (said.length === 0) return ok([]);
  recorder.record({ type: 'linesDecided', step: id, decisions: said }, actorOf(context.by, work.value.role));
  return ok(recorder.events());
};

/** The system takes out what cannot be a line any more; what is out already stays as it is. */
export const dropLines = (turn: Turn, { lines }: Command<'dropLines'>): Decision => {
  const { context, recorder } = turn;
  if (context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  for (const { caseId, why } of lines) {
    if (linesIn(recorder.snapshot()).some((line) => line.caseId === caseId))
      recorder.record({ type: 'lineDropped', caseId, why }, system);
  }
  return ok(recorder.events());
};
