// What a tenant that leaves is offered of its data, and which of its people fetched what (decision 0104).
import type { AgencyId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { ExportedFile } from './offboarding.ts';

export interface Fetched {
  readonly by: { readonly id: StaffId; readonly name: string };
  /** The last time. */
  readonly at: InstantText;
}

export interface OfferedFile extends ExportedFile {
  readonly fetched?: Fetched;
}

export interface NewOffer {
  /** Who signed for the tenant: its manager fetches, and no other agency's. */
  readonly agency: AgencyId;
  readonly at: InstantText;
  readonly sealed: number;
}

export interface OfferedExport extends NewOffer {
  readonly files: number;
  /** So many of the files were fetched; by whom at last. */
  readonly fetched: number;
  readonly last?: Fetched;
}

export interface ExportOffer {
  /** Undefined while there is nothing to fetch. One get. */
  find(): Promise<OfferedExport | undefined>;
  /** The files by name, some hundred at a time, after the name where the page before ended. */
  page(
    after: string | undefined,
  ): Promise<{ readonly files: readonly OfferedFile[]; readonly next?: string }>;
  /** One query. */
  findFile(name: string): Promise<ExportedFile | undefined>;
  /** Files in the order of their names. In place of an older one; the same one once more changes nothing. */
  offer(offer: NewOffer, files: readonly ExportedFile[]): Promise<void>;
  withdraw(): Promise<void>;
  noteFetched(name: string, fetched: Fetched): Promise<void>;
  /** Opens one file for some minutes. */
  link(name: string): Promise<string>;
}
