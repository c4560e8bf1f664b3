// Imports of an agency's own register: what was read, how far it came, and the rows a person has to look at.
import type { Sealed } from '@layan/domain/case/facts';
import type { AgencyId, InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { RowProblem } from '@layan/domain/register/read-row';
import type { ColumnMapping } from '@layan/domain/register/register-fields';
import type { WrappedKey } from './vault.ts';

export interface ImportCounts {
  readonly taken: number;
  /** Of those taken over: people without NIK and family card, whom nothing keeps from a second product. */
  readonly unguarded: number;
  readonly unchanged: number;
  /** For a person to look at. */
  readonly problems: number;
}

export interface RegisterImport {
  readonly id: string;
  readonly agency: AgencyId;
  readonly standard: StandardId;
  /** Often it names people: sealed under the import's key with the import's id and field `file`. */
  readonly fileName: Sealed;
  /** Of the file's content: the same file goes on where it was stopped. */
  readonly fingerprint: string;
  readonly rows: number;
  readonly mapping: ColumnMapping;
  readonly by: { readonly id: StaffId; readonly name: string };
  readonly startedAt: InstantText;
  readonly changedAt: InstantText;
  /** Rows are read in order; so many are done. */
  readonly done: number;
  readonly counts: ImportCounts;
  /** Key of the cells of its rows. */
  readonly key: WrappedKey;
  readonly revision: number;
}

/** Why a row was not taken over as it stands. */
export type ImportObstacle =
  | { readonly kind: 'invalid'; readonly problems: readonly RowProblem[] }
  /** Somebody of the family holds a product in force; its id. */
  | { readonly kind: 'duplicate'; readonly heldBy: string }
  /** The number belongs to another holder's product; its id. */
  | { readonly kind: 'number-taken'; readonly heldBy: string };

/** skipped: left out. no-longer-in-force: taken over as such. taken: tried again, and it went. */
export type Settling = 'skipped' | 'no-longer-in-force' | 'taken';

export interface ImportRow {
  /** 1 is the first row below the headings that says anything. */
  readonly position: number;
  /** As the spreadsheet counts. */
  readonly line: number;
  readonly obstacle: ImportObstacle;
  /** The cells as JSON, sealed under the import's key with the import's id and field `row:<position>`. */
  readonly cells: Sealed;
  readonly settled?: {
    readonly how: Settling;
    readonly at: InstantText;
    readonly by: { readonly id: StaffId; readonly name: string };
  };
  readonly revision: number;
}

export interface ImportStore {
  /** One get. */
  find(agency: AgencyId, id: string): Promise<RegisterImport | undefined>;
  /** One query; an agency has few. */
  list(agency: AgencyId): Promise<readonly RegisterImport[]>;
  save(record: RegisterImport, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
  findRow(importId: string, position: number): Promise<ImportRow | undefined>;
  /** One query: rows to look at, in the order of the file. */
  rows(query: {
    importId: string;
    limit: number;
    /** The last position seen. */
    after?: number;
  }): Promise<{ readonly rows: readonly ImportRow[]; readonly next?: number }>;
  saveRow(
    importId: string,
    row: ImportRow,
    before: number | undefined,
  ): Promise<Result<void, 'changed-meanwhile'>>;
}
