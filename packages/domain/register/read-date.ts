// The day on which an old card was issued, as registers write it: in words, with strokes, with a time, or as the number
// that spreadsheets keep.
import { readDate } from '../person/calendar-date.ts';

const dayMs = 86_400_000;
/** Day 0 of spreadsheets, as all dates after February 1900 count from it. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** 1 January 1950 to the end of 2099: other numbers are no dates. */
const SERIALS = { from: 18_264, to: 73_050 };

const fromSerial = (text: string): string | undefined => {
  const serial = /^\d{5}([.,]\d+)?$/.test(text) ? Math.floor(Number(text.replace(',', '.'))) : 0;
  return serial >= SERIALS.from && serial <= SERIALS.to
    ? new Date(DAY_ZERO + serial * dayMs).toISOString().slice(0, 10)
    : undefined;
};

/** `YYYY-MM-DD`, or undefined. Day comes before month; two-digit years are refused: they are guesses. */
export const readRegisterDate = (text: string): string | undefined => {
  const day = text
    .trim()
    .replace(/^[\p{L}']+,\s*/u, '')
    .replace(/[T\s]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?$/, '');
  return fromSerial(day) ?? readDate(day);
};
