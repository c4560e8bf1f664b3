// Crockford base32: characters that survive being read aloud and typed on a phone.

export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Strong random bytes; injected, because chance is not part of the domain. */
export type RandomBytes = (count: number) => Uint8Array;

/** Upper-case random characters, five bits each (256 is a multiple of 32, so none is more likely). */
export const randomCharacters = (count: number, random: RandomBytes): string =>
  Array.from(random(count), (byte) => crockfordAlphabet.charAt(byte & 31)).join('');

/** What a person typed, as the alphabet writes it: blanks and dashes gone, upper case, O is 0, I and L are 1. */
export const readCrockford = (typed: string): string =>
  typed
    .replace(/[\s\-–—.]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** Numbers 0–31 of the characters, or undefined when one is foreign. */
export const crockfordDigits = (text: string): readonly number[] | undefined => {
  const digits = Array.from(text, (character) => crockfordAlphabet.indexOf(character));
  return digits.includes(-1) ? undefined : digits;
};
