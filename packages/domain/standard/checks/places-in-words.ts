// Places have no label of their own: they are told by what leads there.
import { indexOf } from '../../process/process-index.ts';
import type { Process } from '../process.ts';

/** 'sesudah langkah "Periksa berkas"', 'saat masuk lewat "Loket"', 'tempat "limbo"' */
export const placeInWords = (process: Process, place: string): string => {
  const { steps, timers, interruptions, channels } = indexOf(process).process;
  const step = steps.find(({ outcomes }) => outcomes.some(({ to }) => to.includes(place)));
  const channel = channels.find(({ opens }) => opens === place);
  if (channel) return `saat masuk lewat "${channel.label}"`;
  if (step) return `sesudah langkah "${step.label}"`;
  const other = [...timers, ...interruptions].find(({ to }) => to.includes(place));
  return other ? `sesudah "${other.label}"` : `tempat "${place}"`;
};

export const placesInWords = (process: Process, places: readonly string[]): string =>
  [...new Set(places.map((place) => placeInWords(process, place)))].join(', ');
