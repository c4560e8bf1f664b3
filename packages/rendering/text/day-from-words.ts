// The day that "Sabtu, 21 November 2026" names: a document's date is then the card's, whenever it is drawn.
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';

const IN_WORDS = /\d{1,2} \p{L}+ \d{4}/u;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Midnight UTC of the day; the first day of 2000 for words that name none. */
export function dayFromWords(words: string): Date {
  const [day = '', , year = ''] = IN_WORDS.exec(words)?.[0].split(' ') ?? [];
  const found = MONTHS.find((month) => words.includes(plainDateInWords(`${year}-${month}-${day}`)));
  return new Date(
    found === undefined ? Date.UTC(2000, 0, 1) : Date.UTC(Number(year), found - 1, Number(day)),
  );
}
