// What changed between two versions of a standard, in words for people of the agency.
import { type Difference, differencesOf } from './differences/compare.ts';
import { standardFields } from './differences/standard-fields.ts';
import type { Standard } from './standard.ts';

export type { Difference };

/**
 * Every change, in the order in which people read a standard: title and decree, the official text, what is asked and
 * promised, then the work. Empty if and only if the two are equal. Going back is told by as many differences.
 *
 * @example differences(published, draft).filter(({ weaker }) => weaker)
 */
export const differences = (before: Standard, after: Standard): readonly Difference[] =>
  differencesOf(standardFields, { before, after });
