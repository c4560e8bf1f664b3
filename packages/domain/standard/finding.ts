// What the checker has to say: each finding has a stable code, a place, the sentences concerned, and advice.
import { catalogue, type FindingCode } from './checks/catalogue.ts';

/** error blocks publishing, warning asks, note informs. */
export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Path of the element in the standard, `process.steps.registration.outcomes.return`. */
  readonly place: string;
  /** Official sentences concerned. */
  readonly cites: readonly string[];
  /** What was found, in plain Indonesian. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}

export const finding = (
  code: FindingCode,
  place: string,
  message: string,
  cites: readonly string[] = [],
): Finding => ({ code, place, cites, message, ...catalogue[code] });
