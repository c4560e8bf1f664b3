// What is wrong with one answer, as the person who typed it reads it.

export interface FieldProblem {
  readonly fact: string;
  readonly severity: 'error' | 'warning';
  /** Stable, e.g. `nik-length`. */
  readonly code: string;
  /** Plain Indonesian: what is wrong and what to do. */
  readonly message: string;
}
