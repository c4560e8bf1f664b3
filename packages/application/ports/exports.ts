// What a tenant that leaves is offered of its data, and which of its people fetched what (decision 0104).
import type { AgencyId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { ExportedFile } from './offboarding.ts';

export interface FetchedFile {
  readonly name: string;
  readonly by: { readonly id: StaffId; readonly name: string };
  /** The last time. */
  readonly at: InstantText;
}

export interface OfferedExport {
  /** Who signed for the tenant: its manager fetches, and no other agency's. */
  readonly agency: AgencyId;
  readonly at: InstantText;
  readonly files: readonly ExportedFile[];
  readonly sealed: number;
}

export interface ExportOffer {
  /** Undefined while there is nothing to fetch. One query. */
  find(): Promise<{ readonly offer: OfferedExport; readonly fetched: readonly FetchedFile[] } | undefined>;
  /** In place of an older one, of which nothing was fetched. */
  offer(offer: OfferedExport): Promise<void>;
  withdraw(): Promise<void>;
  noteFetched(fetched: FetchedFile): Promise<void>;
  /** Opens one file for some minutes. */
  link(name: string): Promise<string>;
}
