// Which published promises are made to a case, by how it was filed: an objection has its own, not those of a claim.
import type { Deadline } from '../standard/deadline.ts';
import type { Process } from '../standard/process.ts';
import { indexOf } from './process-index.ts';

const isAbout = (process: Process, channel: string): boolean =>
  indexOf(process).channels.get(channel)?.about !== undefined;

/** Whether a deadline is one for cases that came this way. What names no channel and starts later is for claims. */
export const isForChannel = (process: Process, { channels, starts }: Deadline, channel: string): boolean =>
  channels ? channels.includes(channel) : 'filed' in starts || !isAbout(process, channel);

/** Promises, and targets before them, in the order of the standard. */
export const promisedOn = (process: Process, channel: string): readonly Deadline[] =>
  process.deadlines.filter(
    (deadline) => deadline.kind !== 'norm' && isForChannel(process, deadline, channel),
  );

/** Promises whose clock may still start in a case in which these have begun. What starts with filing has, or never will. */
export const promisesAhead = (
  process: Process,
  channel: string,
  begun: readonly string[],
): readonly Deadline[] =>
  promisedOn(process, channel).filter(({ id, starts }) => !begun.includes(id) && !('filed' in starts));
