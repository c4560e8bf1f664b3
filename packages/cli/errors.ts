// The two ways to say no: the command was used wrongly (2), or the standard has findings of level error (1).
import type { Finding } from '@layan/domain/standard/finding';

export interface Problem {
  /** `turns.2.step`; empty for the document as a whole. */
  readonly place: string;
  readonly message: string;
}

export type UsageCode =
  | 'unknown-command'
  | 'unknown-option'
  | 'option-value'
  | 'operands'
  | 'file-unreadable'
  | 'file-too-large'
  | 'file-not-text'
  | 'file-not-json'
  | 'file-unfit'
  | 'file-unwritable'
  | 'time-unreadable'
  | 'unknown-name'
  | 'fact-unreadable'
  | 'trail-closed';

export class UsageError extends Error {
  readonly code: UsageCode;
  readonly problems: readonly Problem[];
  constructor(code: UsageCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
    this.problems = problems;
  }
}

/** A finding as it is told; those about the format have a code of their own. */
export type ToldFinding = Omit<Finding, 'code'> & { readonly code: string };

/** The standard cannot be worked with at all. */
export class UnfitStandard extends Error {
  readonly file: string;
  readonly findings: readonly ToldFinding[];
  constructor(file: string, findings: readonly ToldFinding[]) {
    super(`Standar "${file}" belum dapat dipakai.`);
    this.name = 'UnfitStandard';
    this.file = file;
    this.findings = findings;
  }
}
