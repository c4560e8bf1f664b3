// Only days to come are opened and closed; the one that has begun only by whoever knows that it is today.
import type { CalendarFailure } from './errors.ts';

export const refuseDay = (
  date: string,
  today: string,
  knowingly: boolean,
): CalendarFailure<'date-past' | 'date-today'> | undefined => {
  if (date < today) return { code: 'date-past' };
  return date === today && !knowingly ? { code: 'date-today' } : undefined;
};
