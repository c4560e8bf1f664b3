// A turn of a story in the words of its standard.
import { findOutcome, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Turn } from '@layan/domain/standard/example';

const labelOf = (items: ReadonlyMap<string, { readonly label: string }>, id: string): string =>
  items.get(id)?.label ?? id;

/** What the end of the other case means here; its own label stands in its own standard. */
const subcaseEnd = (index: ProcessIndex, id: string, ending: string): string => {
  const outcomes = index.steps.get(id)?.outcomes ?? [];
  const outcome =
    outcomes.find(({ endings }) => endings?.includes(ending)) ?? outcomes.find(({ endings }) => !endings);
  return outcome?.label ?? `berkas lain berakhir dengan ${ending}`;
};

/** "Periksa berkas: Terima berkas" */
export const turnInWords = (index: ProcessIndex, turn: Turn): string => {
  if ('step' in turn) {
    const step = index.steps.get(turn.step);
    const outcome = step && findOutcome(step, turn.outcome);
    return `${step?.label ?? turn.step}: ${outcome?.label ?? turn.outcome}`;
  }
  if ('timer' in turn) return `Waktu habis: ${labelOf(index.timers, turn.timer)}`;
  if ('interruption' in turn) return labelOf(index.interruptions, turn.interruption);
  if ('suspend' in turn) return labelOf(index.suspensions, turn.suspend);
  if ('resume' in turn) return 'Berkas dilanjutkan';
  if ('extend' in turn) return `Perpanjang: ${labelOf(index.deadlines, turn.extend)}`;
  if ('decide' in turn) {
    const decision = index.steps.get(turn.decide)?.lines?.decisions.find(({ id }) => id === turn.decision);
    const which = Array.isArray(turn.lines) ? `baris ${turn.lines.join(', ')}` : 'semua baris';
    return `${labelOf(index.steps, turn.decide)}: ${decision?.label ?? turn.decision} (${which})`;
  }
  if ('line' in turn) {
    const step = index.steps.get(turn.line);
    return `${step?.label ?? turn.line}: ${(step && findOutcome(step, turn.outcome)?.label) ?? turn.outcome} (dari berkas bersama)`;
  }
  return `${labelOf(index.steps, turn.subcase)}: ${subcaseEnd(index, turn.subcase, turn.ending)}`;
};

/** Label of the role that does it; undefined for what happens by itself. */
export const roleOf = (index: ProcessIndex, turn: Turn): string | undefined => {
  const role = (id: string | undefined) => (id === undefined ? undefined : labelOf(index.roles, id));
  if ('step' in turn) return role(turn.as ?? index.steps.get(turn.step)?.role);
  if ('decide' in turn) return role(index.steps.get(turn.decide)?.role);
  if ('interruption' in turn) return role(index.interruptions.get(turn.interruption)?.role);
  if ('suspend' in turn) return role(index.suspensions.get(turn.suspend)?.role);
  if ('extend' in turn) return role(index.deadlines.get(turn.extend)?.extension?.role);
  return undefined;
};
