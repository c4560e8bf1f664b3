// What a clock stands still for: a suspension of the case, one of its places, or those who have the next move.
import type { ProcessIndex } from '../process/process-index.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { CaseSnapshot, PromiseRecord, Task } from './snapshot.ts';

/** In place of a suspension of the standard: the data of the case may not be processed, as somebody asked. */
export const restriction = 'pembatasan-data-pribadi';

export interface Pause {
  readonly place?: string;
  readonly suspension?: string;
}

/** Who has the next move in a task; none where a case of another service is waited for. */
const partyOf = (index: ProcessIndex, { step: id, role }: Task) =>
  index.steps.get(id)?.kind === 'supply' ? 'applicant' : index.roles.get(role)?.party;

/** Place of the first task, while all that wait are with these parties. */
const waitedAt = (
  index: ProcessIndex,
  { pausedFor }: Deadline,
  { tasks }: CaseSnapshot,
): string | undefined => {
  if (!pausedFor) return undefined;
  const parties: readonly (string | undefined)[] = pausedFor;
  if (!tasks.every((task) => parties.includes(partyOf(index, task)))) return undefined;
  return index.steps.get(tasks[0]?.step ?? '')?.after[0];
};

/** What the clock of this deadline stands still for now, if it does. */
export const pauseNow = (
  index: ProcessIndex,
  deadline: Deadline,
  snapshot: CaseSnapshot,
): Pause | undefined => {
  if (snapshot.restricted) return { suspension: restriction };
  if (snapshot.suspended) return { suspension: snapshot.suspended.suspension };
  const marked = deadline.pausedWhile?.find((place) => snapshot.marking.includes(place));
  const place = marked ?? waitedAt(index, deadline, snapshot);
  return place === undefined ? undefined : { place };
};

/** Whether the clock stands still for this already. */
export const isPausedFor = ({ pausedAt, pausedFor, suspension }: PromiseRecord, pause: Pause): boolean =>
  pausedAt !== undefined && pausedFor === pause.place && suspension === pause.suspension;
