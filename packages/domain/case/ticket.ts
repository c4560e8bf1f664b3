// What a citizen holds of a case: a ticket number that forgives typing, and a secret that proves it is theirs.
import {
  crockfordAlphabet,
  crockfordDigits,
  type RandomBytes,
  randomCharacters,
  readCrockford,
} from '../kernel/crockford.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** Multiplies by the generator of the field with 32 elements (x⁵ + x² + 1). */
const timesGenerator = (digit: number): number => {
  const doubled = digit << 1;
  return doubled > 31 ? doubled ^ 0b100101 : doubled;
};

/** A weighted sum in that field: notices every single wrong character and every pair swapped, wherever they stand. */
const checkDigit = (digits: readonly number[]): number =>
  digits.reduce((sum, digit) => timesGenerator(sum ^ digit), 0);

const show = (characters: string): string =>
  `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`;

/** A new ticket number, `XXXX-XXXX-C`: eight random characters and a check character. Kept and shown in this form. */
export const makeTicket = (random: RandomBytes): string => {
  const characters = randomCharacters(8, random);
  return show(characters + crockfordAlphabet.charAt(checkDigit(crockfordDigits(characters) ?? [])));
};

/** Reads a ticket as people write it: lower case, blanks, O for 0, I or L for 1. `ticket-malformed` cannot belong to any case. */
export const parseTicket = (typed: string): Result<string, { readonly code: 'ticket-malformed' }> => {
  const characters = readCrockford(typed);
  const digits = crockfordDigits(characters);
  const check = digits?.at(-1);
  if (digits?.length !== 9 || check !== checkDigit(digits.slice(0, 8))) {
    return err({ code: 'ticket-malformed' });
  }
  return ok(show(characters));
};

/** The secret that goes with a ticket, `XXXXX-XXXXX`: fifty random bits. */
export const makeSecret = (random: RandomBytes): string => {
  const characters = randomCharacters(10, random);
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
};

/** Reads a secret as people write it; what cannot be one answers undefined. */
export const parseSecret = (typed: string): string | undefined => {
  const characters = readCrockford(typed);
  if (characters.length !== 10 || crockfordDigits(characters) === undefined) return undefined;
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
};
