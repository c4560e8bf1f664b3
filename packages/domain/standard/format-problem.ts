// A place of a document that does not fit the format.

export interface FormatProblem {
  /** `process.steps.3.outcomes.0.label`; empty for the document as a whole. */
  readonly place: string;
  /** Plain Indonesian. */
  readonly message: string;
}
