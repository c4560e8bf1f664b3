// A story told in words, so that the author of a standard can follow how a fault comes about.
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import type { Story } from '../../process/story.ts';
import type { Turn } from '../example.ts';
import type { Process } from '../process.ts';

const turnInWords = (index: ProcessIndex, turn: Turn): string => {
  if ('timer' in turn) return index.timers.get(turn.timer)?.label ?? turn.timer;
  if ('interruption' in turn) return index.interruptions.get(turn.interruption)?.label ?? turn.interruption;
  const step = index.steps.get(turn.step);
  const outcome = step?.outcomes.find(({ id }) => id === turn.outcome);
  return `${step?.label ?? turn.step} (${outcome?.label ?? turn.outcome})`;
};

/** "diajukan lewat Loket, Periksa berkas (Terima berkas), …" */
export const toldStory = (process: Process, { channel, turns }: Story): string => {
  const index = indexOf(process);
  const filed = `diajukan lewat ${index.channels.get(channel)?.label ?? channel}`;
  return [filed, ...turns.map((turn) => turnInWords(index, turn))].join(', lalu ');
};
