// What can be expected to go wrong around the calendar.
import type { AccessRefusal } from '@layan/domain/access/operations';

export type CalendarError =
  | AccessRefusal
  /** What is over stays as it was: promises were kept by it. */
  | { readonly code: 'date-past' }
  /** People may be waiting already: asked for again, with the knowledge that it is today. */
  | { readonly code: 'date-today' }
  | { readonly code: 'date-too-far'; readonly last: string }
  /** Nothing is open on that day, and why where that has a name. */
  | { readonly code: 'already-closed'; readonly name?: string }
  | { readonly code: 'closure-not-found' }
  | { readonly code: 'period-not-found' }
  /** It ends before it begins, or lasts longer than any such period. */
  | { readonly code: 'period-malformed' }
  | { readonly code: 'period-overlaps'; readonly name: string }
  /** Spans out of order, or nothing open in the whole week. */
  | { readonly code: 'hours-malformed' }
  /** Somebody else changed the calendar at this moment. */
  | { readonly code: 'calendar-changed' };

export type CalendarFailure<Code extends CalendarError['code']> = Extract<CalendarError, { code: Code }>;
