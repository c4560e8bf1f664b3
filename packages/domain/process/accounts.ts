// Roles whose people have accounts: staff, and those outside who do their steps themselves. What the agency enters for
// somebody outside, nobody logs in for.
import type { Process } from '../standard/process.ts';
import type { Role } from '../standard/step.ts';

export const hasAccounts = ({ steps }: Pick<Process, 'steps'>, { id, party }: Role): boolean =>
  party === 'staff' ||
  (party === 'external' && steps.some(({ role, enteredBy }) => role === id && enteredBy === undefined));
