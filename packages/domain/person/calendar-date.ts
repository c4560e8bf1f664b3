// Dates of birth and other civil dates as people type them; kept as `YYYY-MM-DD`.

const monthNames = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** `YYYY-MM-DD`, or undefined when the calendar has no such day. Years 1000 to 9999. */
export const civilDate = (year: number, month: number, day: number): string | undefined => {
  if (![year, month, day].every(Number.isInteger) || year < 1000 || year > 9999) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const numberOf = (part: string): number => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN);

const monthOf = (part: string): number => {
  const named = monthNames.findIndex((name) => name === part || name.slice(0, 3) === part);
  return named === -1 ? numberOf(part) : named + 1;
};

/** Reads `2026-03-25`, `25-03-2026`, `25/3/2026`, `25.3.2026` and `25 Maret 2026`. Two-digit years are refused: they are guesses. */
export const readDate = (typed: string): string | undefined => {
  const parts = typed
    .trim()
    .toLowerCase()
    .split(/[\s\-/.]+/);
  const [first, middle, last] = parts;
  if (parts.length !== 3 || first === undefined || middle === undefined || last === undefined)
    return undefined;
  return first.length === 4
    ? civilDate(numberOf(first), monthOf(middle), numberOf(last))
    : civilDate(numberOf(last), monthOf(middle), numberOf(first));
};
