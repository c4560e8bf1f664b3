// An amount of money as people write it, while it is typed: "1.500.000". What is sent are the digits alone.

const MOST_DIGITS = 12;

/** Zeros in front say nothing; a lone zero does. */
export const digitsOf = (text: string): string =>
  text
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, MOST_DIGITS);

export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** Where the caret belongs in the grouped text so that as many digits follow it as before. */
export function caretAfter(text: string, digitsBehind: number): number {
  let at = text.length;
  for (let behind = 0; at > 0 && behind < digitsBehind; at -= 1) if (text[at - 1] !== '.') behind += 1;
  return at;
}
