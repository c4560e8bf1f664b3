// One finding about a standard, as its author reads it.

export interface FindingView {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** Path of the element in the standard. */
  readonly place: string;
  readonly cites: readonly string[];
  readonly message: string;
  readonly advice: string;
}
