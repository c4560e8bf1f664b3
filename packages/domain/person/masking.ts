// How identifiers look to those who need not read them: the last four characters at most.
import type { FactType } from '../standard/facts.ts';

const dot = '•';

/** Shows the last four characters; nothing of what is shorter than eight, where four would be half of it. */
export const maskIdentifier = (value: string): string => {
  const characters = Array.from(value);
  const shown = characters.length < 8 ? '' : characters.slice(-4).join('');
  return dot.repeat(characters.length < 8 ? 4 : characters.length - 4) + shown;
};

/** Sealed facts of other kinds (names, addresses, stories) are not shortened: they are shown or they are not. */
export const isMaskable = (type: FactType): boolean =>
  type === 'nik' || type === 'familyCardNumber' || type === 'phone';

/** "W••• U•••" of a name: enough to compare with a name in front of one, too little to learn it. Says nothing of lengths. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => Array.from(word.replace(/^[^\p{L}\p{N}]+/u, '')).slice(0, 1))
    .map((first) => `${first.toUpperCase()}${dot.repeat(3)}`)
    .join(' ');
