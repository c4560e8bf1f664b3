// Moves a running case to another version of its standard. No promise becomes later, and none is lost, without a reason
// that is recorded; without one the case goes on by the term it was given.
import { canonicalJson } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { indexOf } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import { managerRole } from './authority.ts';
import type { CaseRejection } from './command.ts';
import type { CaseEvent, HeldTimer, StandardRef } from './event.ts';
import { startNewPromises } from './new-promises.ts';
import { reckonedFields, record } from './promise-records.ts';
import { continueCase } from './recorder.ts';
import { settle } from './settle.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { type Obstacle, obstaclesTo } from './standard-fit.ts';
import { type TermChange, termChanges } from './term-changes.ts';
import { actorOf, type DecideContext, makeTurn, type Turn } from './turn.ts';

export interface ChangeStandard {
  /** The version that the case runs on. */
  readonly from: Standard;
  readonly to: StandardRef;
  readonly reason: string;
  /** Why promises may become later or end; without it none does. */
  readonly laterReason?: string | undefined;
  /** All events of the case; without them no promise starts from what happened before. */
  readonly history?: readonly CaseEvent[] | undefined;
}

/** Norms bind the agency alone; what citizens were told is kept. */
const isTold = ({ kind }: TermChange): boolean => kind !== 'norm';

const lost = (changes: readonly TermChange[]): readonly Obstacle[] =>
  changes
    .filter((change) => change.becomes === 'gone' && isTold(change))
    .map(({ promise, label }) => ({ kind: 'promise', id: promise, label }));

/** Whether the promise goes on by the term it was given. */
const isHeld = (change: TermChange, laterReason: string | undefined): boolean => {
  switch (change.becomes) {
    case 'past':
    case 'unknown':
      return true;
    case 'later':
      return isTold(change) && laterReason === undefined;
    default:
      return false;
  }
};

const moveTerm = (turn: Turn, change: TermChange, { reason, laterReason }: ChangeStandard): void => {
  const { promise, becomes, due } = change;
  if (becomes === 'gone') record(turn, { type: 'promiseDropped', promise });
  if (due === undefined || becomes === 'same') return;
  const why = becomes === 'later' ? (laterReason ?? reason) : reason;
  record(turn, { type: 'promiseMoved', promise, reason: why, ...reckonedFields(due) });
};

/** Timers that were armed go on by the term that they were armed with; the next time they take that of the version. */
const heldTimers = (from: Standard, to: Standard, { timers }: CaseSnapshot): readonly HeldTimer[] => {
  const [before, after] = [indexOf(from.process).timers, indexOf(to.process).timers];
  return timers.flatMap(({ timer, term }) => {
    const given = term ?? before.get(timer);
    const next = after.get(timer);
    if (!given || !next) return [];
    const held = { after: given.after, calendar: given.calendar };
    const same = canonicalJson(held) === canonicalJson({ after: next.after, calendar: next.calendar });
    return same ? [] : [{ timer, ...held }];
  });
};

export interface StandardPreview {
  /** Empty: the case can move. */
  readonly obstacles: readonly Obstacle[];
  readonly changes: readonly TermChange[];
  /** Promises that are lost or become later; with a reason the case moves all the same. */
  readonly needsReason: boolean;
}

/** What moving would mean, before it is done. */
export const previewStandard = (
  before: Standard,
  after: Standard,
  snapshot: CaseSnapshot,
  context: Pick<DecideContext, 'calendar' | 'now'>,
): StandardPreview => {
  const changes = termChanges(before, after, snapshot, context);
  return {
    obstacles: obstaclesTo(before, after, snapshot),
    changes,
    needsReason: changes.some(
      (change) => isTold(change) && (change.becomes === 'later' || change.becomes === 'gone'),
    ),
  };
};

/**
 * Decides on moving a case to `standard`, by which everything that it records is read. Apart from `decide`, because hardly
 * any request that decides on a case carries it.
 */
export const changeStandard = (
  standard: Standard,
  snapshot: CaseSnapshot,
  command: ChangeStandard,
  context: DecideContext,
): Result<readonly CaseEvent[], CaseRejection> => {
  const { from, to, reason, laterReason, history = [] } = command;
  const { by } = context;
  const turn = makeTurn(standard, context, continueCase(standard, snapshot, context.now, context.hash));
  if (snapshot.ended) return err({ code: 'case-ended', ending: snapshot.ended.ending });
  const may = by.party === 'system' || (by.party === 'staff' && by.member.roles.includes(managerRole));
  if (!may) return err({ code: 'role-missing', role: managerRole });
  if (snapshot.standard.hash === to.hash && snapshot.standard.version === to.version) return ok([]);
  const { obstacles, changes } = previewStandard(from, standard, snapshot, context);
  const unfit = [...obstacles, ...(laterReason === undefined ? lost(changes) : [])];
  if (unfit.length > 0) return err({ code: 'standard-unfit', obstacles: unfit });

  const held = changes.filter((change) => isHeld(change, laterReason));
  const timers = heldTimers(from, standard, snapshot);
  turn.recorder.record(
    {
      type: 'standardChanged',
      standard: to,
      reason,
      held: held.map(({ promise, term }) => ({ promise, ...term })),
      ...(timers.length > 0 && { timers: [...timers] }),
    },
    actorOf(by, managerRole),
  );
  for (const change of changes) if (!held.includes(change)) moveTerm(turn, change, command);
  startNewPromises(turn, from, history);
  return settle(turn);
};
