// Which published promises are made to a case, by how it was filed: an objection has its own, not those of a claim.
import type { Deadline, Process } from '../standard/process.ts';

const isAbout = ({ channels }: Process, channel: string): boolean =>
  channels.some(({ id, about }) => id === channel && about !== undefined);

/** In the order of the standard. */
export const promisedOn = (process: Process, channel: string): readonly Deadline[] =>
  process.deadlines.filter(({ kind, starts }) => {
    if (kind !== 'promise') return false;
    return 'filed' in starts ? (starts.channel ?? channel) === channel : !isAbout(process, channel);
  });
