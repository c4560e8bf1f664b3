// Ids of issued products as people hold them in their hands: read from a card, typed over, never guessed.
import { crockfordDigits, readCrockford } from '@layan/domain/kernel/crockford';

/** As many characters as `randomId` draws. */
const LENGTH = 26;

/** Reads an id as people write it; what cannot be one answers undefined. */
export const parseProductId = (typed: string): string | undefined => {
  const characters = readCrockford(typed);
  return characters.length === LENGTH && crockfordDigits(characters) ? characters.toLowerCase() : undefined;
};
