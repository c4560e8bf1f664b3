// What a standard does not know about itself: whose letterhead it carries, and which version it is.

export interface DocumentOptions {
  /** "Pemerintah Kota Probolinggo". */
  readonly government?: string;
  readonly agency?: {
    readonly name: string;
    readonly address?: string;
    readonly phone?: string;
    readonly email?: string;
  };
  readonly version?: {
    readonly number: number;
    readonly hash?: string;
    /** "25 Maret 2026". */
    readonly publishedOn?: string;
  };
  /** Readings that the agency confirmed, with who did. Absent: nothing is said about it. */
  readonly confirmed?: Readonly<Record<string, string>>;
  /** Paper of the print; the printer decides when absent. F4 (folio) is 215 x 330 mm. */
  readonly paper?: 'A4' | 'F4';
}
