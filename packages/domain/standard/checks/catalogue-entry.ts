// What the catalogue says of each code.
export interface CatalogueEntry {
  readonly severity: 'error' | 'warning' | 'note';
  /** What to do about it, in plain Indonesian. */
  readonly advice: string;
}
