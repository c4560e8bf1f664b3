// The heart: what may happen to a case. A command and a state give events or a refusal, and nothing else happens.
import { epochMs } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import type { Standard } from '../standard/standard.ts';
import { managerRole, refuseSuspended } from './authority.ts';
import { followBatch, joinBatch } from './batch-member.ts';
import { changeProduct, expireProducts } from './change-product.ts';
import { chooseSignatory } from './choose-signatory.ts';
import type { CaseCommand } from './command.ts';
import { completeStep } from './complete-step.ts';
import { correctFacts } from './correct-facts.ts';
import { decideLines, dropLines } from './decide-lines.ts';
import { type Command, caseEnded, type Decision, turnOn } from './decision.ts';
import { extendPromise } from './extend-promise.ts';
import { interrupt } from './interrupt.ts';
import { holdLimits, moveDueDates } from './move-due-dates.ts';
import { prepareDocument } from './prepare-document.ts';
import { breakOverdue } from './promises.ts';
import { liftRestriction, restrictProcessing } from './restriction.ts';
import { applyEffects, settle } from './settle.ts';
import { skipTier } from './skip-tier.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { endSubcase, linkSubcase, noteParentLeft } from './subcases.ts';
import { linkSuccessor } from './successor.ts';
import { resume, suspend } from './suspension.ts';
import { assignTask, claimTask, releaseTask } from './tasks.ts';
import { type DecideContext, system, type Turn } from './turn.ts';

/** Timers fire by the system only, when their time has come. */
const fireTimer = (turn: Turn, command: Command<'fireTimer'>): Decision => {
  const armed = turn.recorder.snapshot().timers.find(({ timer }) => timer === command.timer);
  const timer = turn.index.timers.get(command.timer);
  if (!armed || !timer) return err({ code: 'unknown-timer', timer: command.timer });
  if (turn.context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  const held = refuseSuspended(turn.recorder.snapshot());
  if (held) return err(held);
  if (epochMs(turn.context.now) < epochMs(armed.firesAt)) {
    return err({ code: 'not-due', firesAt: armed.firesAt });
  }
  turn.recorder.record({ type: 'timerFired', timer: timer.id }, system);
  const stopped = applyEffects(turn, timer.effects, { label: timer.label });
  if (stopped) return err(stopped);
  return settle(turn);
};

const checkPromises = (turn: Turn): Decision => {
  breakOverdue(turn);
  holdLimits(turn);
  return ok(turn.recorder.events());
};

/** Only people who answer for the agency, and the clock, have due dates reckoned again. */
const reckonPromises = (turn: Turn, { causes }: Command<'reckonPromises'>): Decision => {
  const { by } = turn.context;
  const may = by.party === 'system' || (by.party === 'staff' && by.member.roles.includes(managerRole));
  if (!may) return err({ code: 'role-missing', role: managerRole });
  moveDueDates(turn, causes);
  breakOverdue(turn);
  holdLimits(turn);
  return ok(turn.recorder.events());
};

/** After the end no work is left and no clock runs; what was issued lives on. */
const decideEnded = (turn: Turn, command: CaseCommand): Decision => {
  switch (command.type) {
    case 'changeProduct':
      return changeProduct(turn, command);
    case 'expireProducts':
      return expireProducts(turn);
    case 'linkSuccessor':
      return linkSuccessor(turn, command);
    case 'correctFacts':
      return correctFacts(turn, command);
    case 'restrictProcessing':
      return restrictProcessing(turn, command);
    case 'liftRestriction':
      return liftRestriction(turn, command);
    case 'checkPromises':
    case 'reckonPromises':
    case 'dropLines':
      return ok([]);
    default:
      return caseEnded(turn);
  }
};

/**
 * Decides a command on a case. Pure: the same standard, snapshot, command and context give the same events.
 * No events with `ok` means that there was nothing left to do.
 */
export const decide = (
  standard: Standard,
  snapshot: CaseSnapshot,
  command: CaseCommand,
  context: DecideContext,
): Decision => {
  const turn = turnOn(standard, snapshot, context);
  if (snapshot.ended) return decideEnded(turn, command);
  switch (command.type) {
    case 'completeStep':
      return completeStep(turn, command);
    case 'interrupt':
      return interrupt(turn, command);
    case 'fireTimer':
      return fireTimer(turn, command);
    case 'checkPromises':
      return checkPromises(turn);
    case 'claimTask':
      return claimTask(turn, command);
    case 'releaseTask':
      return releaseTask(turn, command);
    case 'assignTask':
      return assignTask(turn, command);
    case 'changeProduct':
      return changeProduct(turn, command);
    case 'expireProducts':
      return expireProducts(turn);
    case 'reckonPromises':
      return reckonPromises(turn, command);
    case 'suspend':
      return suspend(turn, command);
    case 'resume':
      return resume(turn, command);
    case 'extendPromise':
      return extendPromise(turn, command);
    case 'prepareDocument':
      return prepareDocument(turn, command);
    case 'chooseSignatory':
      return chooseSignatory(turn, command);
    case 'skipTier':
      return skipTier(turn, command);
    case 'noteParentLeft':
      return noteParentLeft(turn, command);
    case 'linkSubcase':
      return linkSubcase(turn, command);
    case 'endSubcase':
      return endSubcase(turn, command);
    case 'decideLines':
      return decideLines(turn, command);
    case 'dropLines':
      return dropLines(turn, command);
    case 'joinBatch':
      return joinBatch(turn, command);
    case 'followBatch':
      return followBatch(turn, command);
    case 'linkSuccessor':
      return linkSuccessor(turn, command);
    case 'correctFacts':
      return correctFacts(turn, command);
    case 'restrictProcessing':
      return restrictProcessing(turn, command);
    case 'liftRestriction':
      return liftRestriction(turn, command);
  }
};
