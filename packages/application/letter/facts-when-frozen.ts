// What the case knew when a letter was frozen: that is what stands on it, whenever it is drawn.
import type { CaseEvent } from '@layan/domain/case/event';
import type { FactValues } from '@layan/domain/case/facts';

const given = ({ body }: CaseEvent): FactValues =>
  body.type === 'caseFiled' || body.type === 'stepCompleted' ? body.facts : {};

/** Of the whole history of a case; `id` is that of the frozen document. */
export const factsWhenFrozen = (events: readonly CaseEvent[], id: string): FactValues => {
  const frozen = events.findIndex(({ body }) => body.type === 'documentFrozen' && body.id === id);
  if (frozen < 0) throw new Error(`document ${id} was never frozen`);
  return Object.assign({}, ...events.slice(0, frozen).map(given));
};
