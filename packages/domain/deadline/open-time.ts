// Arithmetic over a day plan: what counts while the office is open, in milliseconds and in open days.
import type { Day, DayPlan } from './working-days.ts';

/** When what comes at `ms` counts as come: then, while the office is open or in its break; else at the next opening. */
export const arrive = (plan: DayPlan, ms: number): { readonly ms: number; readonly day: Day } => {
  const today = plan.day(plan.dayNumber(ms));
  if (today.spans.length > 0 && ms <= today.closes) return { ms: Math.max(ms, today.opens), day: today };
  const next = plan.openDay(today.number, 1);
  return { ms: next.opens, day: next };
};

export const addWorkingMs = (plan: DayPlan, from: number, amount: number): number => {
  const arrival = arrive(plan, from);
  let left = amount;
  let day = arrival.day;
  for (;;) {
    for (const span of day.spans) {
      const start = Math.max(arrival.ms, span.from);
      if (start > span.to) continue;
      if (left <= span.to - start) return start + left;
      left -= span.to - start;
    }
    day = plan.openDay(day.number, 1);
  }
};

export const workingMsBetween = (plan: DayPlan, from: number, to: number): number => {
  let sum = 0;
  for (let number = plan.dayNumber(from); number <= plan.dayNumber(to); number += 1) {
    for (const span of plan.day(number).spans) {
      sum += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
    }
  }
  return sum;
};

/** Open days after day `from` up to and including day `to`. */
export const openDaysBetween = (plan: DayPlan, from: number, to: number): number => {
  let count = 0;
  for (let number = from + 1; number <= to; number += 1) {
    if (plan.day(number).spans.length > 0) count += 1;
  }
  return count;
};
