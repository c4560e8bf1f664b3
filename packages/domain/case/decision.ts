// One kind of command on a case, decided by itself: who only completes steps need not carry what batches and clocks ask for.
// Whoever takes commands of every kind asks `decide`, which agrees with it.
import { err, type Result } from '../kernel/result.ts';
import type { Standard } from '../standard/standard.ts';
import type { CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import { continueCase } from './recorder.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { type DecideContext, makeTurn, type Turn } from './turn.ts';

export type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;
export type Decision = Result<readonly CaseEvent[], CaseRejection>;

export type Decide<C extends CaseCommand> = (
  standard: Standard,
  snapshot: CaseSnapshot,
  command: C,
  context: DecideContext,
) => Decision;

export const turnOn = (standard: Standard, snapshot: CaseSnapshot, context: DecideContext): Turn =>
  makeTurn(standard, context, continueCase(standard, snapshot, context.now, context.hash));

/** After the end no work is left. */
export const caseEnded = ({ recorder }: Turn): Decision =>
  err({ code: 'case-ended', ending: recorder.snapshot().ended?.ending ?? '' });

/** What is done while a case runs. */
export const whileRunning =
  <C extends CaseCommand>(handle: (turn: Turn, command: C) => Decision): Decide<C> =>
  (standard, snapshot, command, context) => {
    const turn = turnOn(standard, snapshot, context);
    return snapshot.ended ? caseEnded(turn) : handle(turn, command);
  };

/** What is done after the end as well: what was issued lives on. */
export const alsoAfterEnd =
  <C extends CaseCommand>(handle: (turn: Turn, command: C) => Decision): Decide<C> =>
  (standard, snapshot, command, context) =>
    handle(turnOn(standard, snapshot, context), command);
