// A story told in words, so that the author of a standard can follow how a fault comes about.
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import type { Story } from '../../process/story.ts';
import { otherEnding } from '../../process/subcase.ts';
import type { Turn } from '../example.ts';
import type { Process } from '../process.ts';

const turnInWords = (index: ProcessIndex, turn: Turn): string => {
  if ('timer' in turn) return index.timers.get(turn.timer)?.label ?? turn.timer;
  if ('interruption' in turn) return index.interruptions.get(turn.interruption)?.label ?? turn.interruption;
  if ('suspend' in turn) return index.suspensions.get(turn.suspend)?.label ?? turn.suspend;
  if ('resume' in turn) return 'dilanjutkan';
  if ('extend' in turn) return `${index.deadlines.get(turn.extend)?.label ?? turn.extend} diperpanjang`;
  if ('subcase' in turn)
    return `${index.steps.get(turn.subcase)?.label ?? turn.subcase} (${turn.ending === otherEnding ? 'akhir lain' : `berakhir "${turn.ending}"`})`;
  if ('decide' in turn) {
    const step = index.steps.get(turn.decide);
    const decision = step?.lines?.decisions.find(({ id }) => id === turn.decision);
    return `${step?.label ?? turn.decide} (baris: ${decision?.label ?? turn.decision})`;
  }
  const id = 'line' in turn ? turn.line : turn.step;
  const step = index.steps.get(id);
  const outcome = step?.outcomes.find((one) => one.id === turn.outcome);
  return `${step?.label ?? id} (${outcome?.label ?? turn.outcome})`;
};

/** "diajukan lewat Loket, Periksa berkas (Terima berkas), …" */
export const toldStory = (process: Process, { channel, turns }: Story): string => {
  const index = indexOf(process);
  const filed = `diajukan lewat ${index.channels.get(channel)?.label ?? channel}`;
  return [filed, ...turns.map((turn) => turnInWords(index, turn))].join(', lalu ');
};
