// Text as people see it: signs that turn letters around are taken out, and what is invisible counts as nothing said.

const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
// Those that join letters (emoji, some scripts) stay.
const unseen = /[\s\p{Cc}\p{Cf}\p{DI}\u2800]/gu;
const control = /[^\P{Cc}\n]|[\u2028\u2029]/gu;

/** No script stacks more marks on one letter; who does covers the lines around. */
const heaped = /(\p{M}{4})\p{M}+/gu;

/**
 * Reads as it is written: no turned letters, no heaps of marks, each letter in its one form (NFC); a control character is a
 * blank, a line break stays.
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(turning, '')
    .replace(control, ' ')
    .replace(heaped, '$1');

/** What somebody may say in a few sentences; forms that ask for it allow fewer. */
export const mostWords = 1000;

/** What somebody says in their own words, to be read by others: plain, and no more than a page of it. */
export const ownWords = (text: string): string =>
  Array.from(plainText(text.slice(0, 2 * mostWords)).trim())
    .slice(0, mostWords)
    .join('');

export const visibleLength = (text: string): number => Array.from(text.replace(unseen, '')).length;

/** One line with something to see in it and nothing hidden that would change how it reads. */
export const isPlainLine = (text: string): boolean =>
  visibleLength(text) > 0 && !text.includes('\n') && plainText(text) === text.normalize('NFC');
