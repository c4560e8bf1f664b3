// What a form still lacks, and where.
export interface Lack {
  /** `outcome`, `missing`, `note`, `fact.<id>` or `evidence.<id>`. */
  readonly at: string;
  /** What it is called in the summary. */
  readonly label: string;
  readonly sentence: string;
}
