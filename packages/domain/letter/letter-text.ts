// A document in plain words: its template with every placeholder filled in. Nothing in it is looked up or expanded again.

export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly points: readonly string[] }
  | {
      readonly kind: 'table';
      readonly rows: readonly { readonly label: string; readonly value: string }[];
    }
  /** Lines of a batch: headings, and as many cells in each row. */
  | {
      readonly kind: 'lines';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface LetterText {
  readonly layout: 'letter' | 'statement' | 'minutes';
  readonly paper: 'a4' | 'f4';
  /** Heading of a statement or minutes. */
  readonly title: string;
  readonly nature?: string;
  readonly annex?: string;
  readonly subject?: string;
  /** Lines of the addressee, after "Yth."; none for statements and minutes. */
  readonly to: readonly string[];
  readonly body: readonly TextBlock[];
  readonly annexes: readonly { readonly title: string; readonly body: readonly TextBlock[] }[];
  /** Who signs beside the signatory, by hand. */
  readonly others: readonly string[];
  /** "Tembusan". */
  readonly copies: readonly string[];
}
