// The next matter of the same person: which case an ending opens, and how the ended case knows it.
import { err, ok, type Result } from '../kernel/result.ts';
import { indexOf } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { type WantedCase, wantedFacts } from './subcases.ts';
import { system, type Turn } from './turn.ts';

/** The case that its ending opens and that nobody has filed or linked yet. */
export const wantedSuccessor = (standard: Standard, snapshot: CaseSnapshot): WantedCase | undefined => {
  const { ended, successor, id, restricted } = snapshot;
  const opens =
    ended && !successor && !restricted && indexOf(standard.process).endings.get(ended.ending)?.opens;
  if (!opens) return undefined;
  const { service, channel, carries } = opens;
  return { service, channel, facts: wantedFacts(snapshot, carries), key: `${id}/successor` };
};

/** Linking the same case twice changes nothing. */
export const linkSuccessor = (
  turn: Turn,
  { caseId, ticket }: Extract<CaseCommand, { type: 'linkSuccessor' }>,
): Result<readonly CaseEvent[], CaseRejection> => {
  const { context, index, recorder } = turn;
  const { successor, ended } = recorder.snapshot();
  if (successor?.caseId === caseId) return ok([]);
  if (context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  if (successor || !index.endings.get(ended?.ending ?? '')?.opens)
    return err({ code: 'unknown-subcase', caseId });
  recorder.record({ type: 'successorOpened', caseId, ticket }, system);
  return ok(recorder.events());
};
