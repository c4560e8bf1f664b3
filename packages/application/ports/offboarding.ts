// How a tenant leaves (decision 0104): announced, exported, destroyed. What is taken away is taken by one narrow role.
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Tenant } from '@layan/domain/tenant/tenant';

export const offboardingSteps = [
  'close',
  'settle',
  'export',
  'accounts',
  'objects',
  'table',
  'keys',
  'certificate',
  'tell',
] as const;
export type OffboardingStep = (typeof offboardingSteps)[number];

export interface ExportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Lines of a file of data, objects in a bundle. */
  readonly rows: number;
}

/** How much was exported. What each file is stands beside it in the register: they can be many thousands. */
export interface Exported {
  readonly data: number;
  readonly bundles: number;
  readonly bytes: number;
  /** SHA-256 of the list of all files, once it is written. */
  readonly sums?: string;
}

/** Row of the table after which the export goes on. */
export interface RowPlace {
  readonly pk: string;
  readonly sk: string;
}

/** What is exported now: first the rows, then the objects; each after where it got to. */
export type Exporting =
  | { readonly of: 'rows'; readonly after?: RowPlace }
  | { readonly of: 'objects'; readonly after?: string }
  /** All is there, since then; what remains is to say so. */
  | { readonly of: 'list'; readonly at: InstantText };

export interface DestroyedKey {
  readonly arn: string;
  /** Until then KMS can be told to keep it: the last way back. */
  readonly deletedOn: InstantText;
}

export interface Certificate {
  readonly tenant: string;
  readonly name: string;
  readonly announcedBy: string;
  readonly confirmedBy: string;
  /** Who asked for the destruction, and who agreed to it. */
  readonly destroyedBy: string;
  readonly agreedBy: string;
  /** Why it was destroyed although nobody had fetched the data. */
  readonly unfetched?: string;
  readonly destroyedAt: InstantText;
  /** Last day on which a backup of it exists. */
  readonly backupsUntil: string;
  readonly table: string;
  readonly objects: number;
  readonly accounts: number;
  readonly keys: readonly DestroyedKey[];
  readonly exported: Exported;
  /** Where the tenant's own chains and the last seal stood. */
  readonly heads: Readonly<Record<string, string>>;
  /** When its own people had fetched everything. */
  readonly fetchedAt?: InstantText;
  /** SHA-256 over the rest, also in the chain of the control plane. */
  readonly hash: string;
}

export interface Offboarding {
  /** First day on which the doors close, in the tenant's dates. */
  readonly on: string;
  /** Where the tenant's written consent to an earlier day is kept. */
  readonly consent?: string;
  readonly announcedBy: string;
  readonly announcedAt: InstantText;
  readonly confirmedBy?: string;
  /** Names of the central admins who did any of it, by their subjects. */
  readonly people: Readonly<Record<string, string>>;
  /** Whom the certificate is sent to, beside the first manager. */
  readonly addresses: readonly string[];
  /** How it stood before it was closed: what it goes back to when this is called off. */
  readonly before?: Tenant['state'];
  /** When its profile said so; every function has seen it some time later. */
  readonly closedAt?: InstantText;
  readonly exportedAt?: InstantText;
  /** By whom of the tenant's own people everything was fetched. */
  readonly fetched?: { readonly by: string; readonly at: InstantText };
  readonly destruction?: {
    readonly askedBy: string;
    readonly askedAt: InstantText;
    readonly reason?: string;
    readonly agreedBy?: string;
  };
  /**
   * announced -> confirmed by a second admin -> closing (from the day on: doors closed, all exported) -> exported: the tenant
   * fetches its files -> destroying -> destroyed.
   */
  readonly state: 'announced' | 'confirmed' | 'closing' | 'exported' | 'destroying' | 'destroyed';
  /** Being done, or failed there for `failure`. */
  readonly step?: OffboardingStep;
  readonly failure?: string;
  readonly exporting?: Exporting;
  readonly exported: Exported;
  readonly sealed: number;
  readonly objects: number;
  readonly accounts: number;
  readonly heads: Readonly<Record<string, string>>;
  readonly keys: readonly DestroyedKey[];
  readonly certificate?: Certificate;
}

/** Everything a tenant is, for the one role that may take it away. */
export interface TenantRemains {
  /** Some pages of the table, sealed values opened, as lines of JSON. */
  exportPage(after: RowPlace | undefined): Promise<{
    readonly lines: readonly string[];
    /** Values that could not be opened and stay sealed. */
    readonly sealed: number;
    readonly next?: RowPlace;
  }>;
  /** Some of its scans, letters and seals, bundled as a tar file; none where there is nothing more. */
  bundleObjects(after: string | undefined): Promise<{
    readonly bundle?: { readonly bytes: Uint8Array; readonly objects: number };
    readonly next?: string;
  }>;
  keepExport(
    name: string,
    content: string | Uint8Array,
  ): Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Some of the tenant's objects, in every version; the exports go with their key. Zero when none is left. */
  removeObjects(): Promise<number>;
  /** Some of what was exported, in every version. Zero when none is left. */
  removeExported(): Promise<number>;
  /** Protection off, then gone; `going` until it is. */
  removeTable(): Promise<'going' | 'gone'>;
  /** Seven days at least; one that is scheduled already stays as it is. */
  scheduleKeys(arns: readonly string[]): Promise<readonly DestroyedKey[]>;
}
