// Opening hours as people write them: "07.30–16.30, istirahat 11.30–13.00".
import type { CalendarView } from '@layan/contract/staff/calendar';

type Spans = CalendarView['office'][number];

const clock = (time: string): string => time.replace(':', '.');
const span = (from: string, to: string): string => `${clock(from)}–${clock(to)}`;

export function hoursInWords(spans: Spans | undefined): string {
  const first = spans?.[0];
  const last = spans?.at(-1);
  if (spans === undefined || first === undefined || last === undefined) return 'Tutup';
  const breaks = spans.slice(1).map(({ from }, at) => span(spans[at]?.to ?? '', from));
  const whole = span(first.from, last.to);
  return breaks.length === 0 ? whole : `${whole}, istirahat ${breaks.join(' dan ')}`;
}
