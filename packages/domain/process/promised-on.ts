// Which published promises are made to a case, by how it was filed: an objection has its own, not those of a claim.
import type { Deadline } from '../standard/deadline.ts';
import type { Process } from '../standard/process.ts';

const isAbout = ({ channels }: Process, channel: string): boolean =>
  channels.some(({ id, about }) => id === channel && about !== undefined);

/** In the order of the standard. */
export const promisedOn = (process: Process, channel: string): readonly Deadline[] =>
  process.deadlines.filter(({ kind, starts }) => {
    if (kind !== 'promise') return false;
    return 'filed' in starts ? (starts.channel ?? channel) === channel : !isAbout(process, channel);
  });

/** Promises whose clock may still start in a case in which these have begun. What starts with filing has, or never will. */
export const promisesAhead = (process: Process, begun: readonly string[]): readonly Deadline[] => {
  const objected = process.deadlines.some(
    ({ id, starts }) =>
      begun.includes(id) &&
      'filed' in starts &&
      starts.channel !== undefined &&
      isAbout(process, starts.channel),
  );
  if (objected) return [];
  return process.deadlines.filter(
    ({ id, kind, starts }) => kind === 'promise' && !begun.includes(id) && !('filed' in starts),
  );
};
