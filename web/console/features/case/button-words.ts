// What the button of a step says: what happens, as whom, and by which seal.
import type { ActionView } from '@layan/contract/staff/case';
import type { Outcome, Texts } from './outcome.ts';

type Capacity = NonNullable<ActionView['capacities']>[number];

/** The only one, or the one that was chosen. */
export const capacityOf = ({ capacities = [] }: ActionView, texts: Texts): Capacity | undefined =>
  capacities.length === 1 ? capacities[0] : capacities.find(({ role }) => role === texts.as);

/** "Tanda tangani sebagai Plt. Kepala Dinas (segel dinas)" */
export function buttonWords(outcome: Outcome, capacity: Capacity | undefined, sealed: boolean): string {
  if (outcome.tone !== 'proceed') return outcome.label;
  const as = capacity === undefined ? '' : ` sebagai ${capacity.label}`;
  return `${outcome.label}${as}${sealed ? ' (segel dinas)' : ''}`;
}
