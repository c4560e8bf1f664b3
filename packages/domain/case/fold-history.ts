// A whole history, read by the versions of the standard it went through: filed under one, moved to others.
import type { Standard } from '../standard/standard.ts';
import type { CaseEvent, StandardRef } from './event.ts';
import { evolve } from './evolve.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** The version that an event brings with it; what follows is read by that. */
export const standardIn = ({ body }: CaseEvent): StandardRef | undefined =>
  body.type === 'caseFiled' || body.type === 'standardChanged' ? body.standard : undefined;

/** The snapshot after all events of a case, oldest first. Throws when a version is not to be had. */
export const foldHistory = (
  standardOf: (ref: StandardRef) => Standard,
  events: readonly CaseEvent[],
): CaseSnapshot | undefined => {
  let standard: Standard | undefined;
  let snapshot: CaseSnapshot | undefined;
  for (const event of events) {
    const ref = standardIn(event);
    if (ref) standard = standardOf(ref);
    if (!standard) throw new Error('the first event of a case files it');
    snapshot = evolve(standard, snapshot, event);
  }
  return snapshot;
};
