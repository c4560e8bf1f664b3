// How many states of a process are looked at. Each state costs as much as there are steps and conditions to look at in it,
// so a limit on states alone would let a large process keep the checker, and everybody else who waits for it, busy.
import type { Process } from '../standard/process.ts';
import { statements } from './conditions.ts';

/** Enough for the standards we know by a wide margin; a larger process gets an honest "not complete". */
export const defaultLimit = 20_000;

/** States times what there is to look at: a second or two of work. */
const mostWork = 3_000_000;

const weightOf = ({ forms, steps, timers }: Process): number => {
  const outcomes = steps.flatMap((step) => step.outcomes);
  const fields = forms.flatMap((form) => form.pages.flatMap((page) => page.fields));
  const conditions = [...outcomes, ...fields].flatMap(({ when }) => (when ? statements(when) : []));
  return 1 + steps.length + outcomes.length + timers.length + conditions.length;
};

export const limitFor = (process: Process): number =>
  Math.min(defaultLimit, Math.ceil(mostWork / weightOf(process)));
