// Ends or diverts a case by one of the interruptions of its standard.
import { err } from '../kernel/result.ts';
import { refuseRestricted, refuseRole } from './authority.ts';
import type { Command, Decision } from './decision.ts';
import { applyEffects, settle } from './settle.ts';
import { actorOf, type Turn } from './turn.ts';

export const interrupt = (turn: Turn, command: Command<'interrupt'>): Decision => {
  const { by } = turn.context;
  const interruption = turn.index.interruptions.get(command.interruption);
  if (!interruption) return err({ code: 'unknown-interruption', interruption: command.interruption });
  const refusal =
    refuseRole(turn.index, interruption.role, turn.recorder.snapshot().area, by) ??
    refuseRestricted(turn.recorder.snapshot());
  if (refusal) return err(refusal);
  if (interruption.note === 'required' && !command.note) return err({ code: 'note-missing' });
  const note = interruption.note !== 'none' && command.note && { note: command.note };
  turn.recorder.record(
    { type: 'interrupted', interruption: interruption.id, ...note },
    actorOf(by, interruption.role),
  );
  const stopped = applyEffects(turn, interruption.effects, { label: interruption.label, note: command.note });
  if (stopped) return err(stopped);
  return settle(turn);
};
