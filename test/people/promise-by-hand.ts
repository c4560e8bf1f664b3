// Reckons a promise the way a clerk would with a calendar on the wall: minute by minute and day by day, sharing no code
// with the product. Hours of Kota Probolinggo in Western Indonesian Time; days off as decreed for 2026 and 2027.

const daysOff = new Set(
  `2026-01-01 2026-01-16 2026-02-16 2026-02-17 2026-03-18 2026-03-19 2026-03-20 2026-03-21 2026-03-22 2026-03-23
   2026-03-24 2026-04-03 2026-04-05 2026-05-01 2026-05-14 2026-05-15 2026-05-27 2026-05-28 2026-05-31 2026-06-01
   2026-06-16 2026-08-17 2026-08-25 2026-12-24 2026-12-25 2027-01-01 2027-01-05 2027-02-05 2027-02-06 2027-03-08
   2027-03-09 2027-03-10 2027-03-11 2027-03-12 2027-03-15 2027-03-25 2027-03-26 2027-03-28 2027-05-01 2027-05-06
   2027-05-17 2027-05-18 2027-05-19 2027-05-20 2027-06-01 2027-06-06 2027-08-15 2027-08-17 2027-12-24 2027-12-25
   2027-12-26`.split(/\s+/),
);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EAST = 7 * 60 * MINUTE;

/** The wall clock in Probolinggo: date, weekday with Sunday 0, minutes since midnight. */
const wall = (ms: number) => {
  const there = new Date(ms + EAST);
  return {
    date: there.toISOString().slice(0, 10),
    weekday: there.getUTCDay(),
    minutes: there.getUTCHours() * 60 + there.getUTCMinutes(),
  };
};

const between = (minutes: number, from: string, to: string): boolean => {
  const of = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return minutes >= of(from) && minutes < of(to);
};

const isWorkingDay = (ms: number): boolean => {
  const { date, weekday } = wall(ms);
  return weekday >= 1 && weekday <= 5 && !daysOff.has(date);
};

const isOpen = (ms: number): boolean => {
  if (!isWorkingDay(ms)) return false;
  const { weekday, minutes } = wall(ms);
  return weekday === 5
    ? between(minutes, '07:30', '11:30') || between(minutes, '13:00', '16:30')
    : between(minutes, '07:30', '12:00') || between(minutes, '13:00', '16:00');
};

/** When so many working minutes after the instant are over; the clock runs only while the office is open. */
export const afterWorkingMinutes = (from: string, amount: number): string => {
  let at = Date.parse(from);
  let left = amount * MINUTE;
  while (left > 0) {
    const nextMinute = Math.floor(at / MINUTE) * MINUTE + MINUTE;
    if (isOpen(at)) {
      const step = Math.min(left, nextMinute - at);
      left -= step;
      at += step;
    } else at = nextMinute;
  }
  return new Date(at).toISOString();
};

const closing = (day: number): number => {
  const midnight = Math.floor((day + EAST) / DAY) * DAY - EAST;
  return midnight + (wall(day).weekday === 5 ? 16.5 : 16) * 60 * MINUTE;
};

/**
 * Close of office on the so-manieth working day. The day of receipt is day 0; what comes after closing, or on a day off,
 * is received at the next opening.
 */
export const afterWorkingDays = (from: string, amount: number): string => {
  let at = Date.parse(from);
  while (!isWorkingDay(at) || at >= closing(at)) at = Math.floor((at + EAST) / DAY + 1) * DAY - EAST;
  for (let left = amount; left > 0; ) {
    at += DAY;
    if (isWorkingDay(at)) left -= 1;
  }
  return new Date(closing(at)).toISOString();
};
