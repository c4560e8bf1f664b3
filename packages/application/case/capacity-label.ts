// As what somebody does a step: in its own role, or standing in for it.
import type { Capacity } from '@layan/domain/case/authority';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Step } from '@layan/domain/standard/step';

const capacityWords = { plt: 'Plt.', plh: 'Plh.', an: 'a.n.' } as const;

/** "Plh. Kepala Dinas", for who stands in; the name of the own role otherwise. */
export const capacityLabel = (index: ProcessIndex, step: Step, { role, as }: Capacity): string => {
  const own = index.roles.get(step.role ?? '')?.label ?? step.role ?? '';
  if (as) return `${capacityWords[as]} ${own}`;
  return index.roles.get(role)?.label ?? role;
};
