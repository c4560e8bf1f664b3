// How a tenant leaves (decision 0104): announced, exported, destroyed. What is taken away is taken by one narrow role.
import type { InstantText } from '@layan/domain/kernel/ids';

export const offboardingSteps = [
  'close',
  'export',
  'accounts',
  'objects',
  'table',
  'keys',
  'certificate',
] as const;
export type OffboardingStep = (typeof offboardingSteps)[number];

export interface ExportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

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
  readonly destroyedBy: string;
  readonly destroyedAt: InstantText;
  readonly table: string;
  readonly objects: number;
  readonly accounts: number;
  readonly keys: readonly DestroyedKey[];
  readonly exported: readonly ExportedFile[];
  /** Where the tenant's own chains and the last seal stood. */
  readonly heads: Readonly<Record<string, string>>;
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
  readonly destroyedBy?: string;
  /**
   * announced -> confirmed by a second admin -> closing (from the day on: doors closed, all exported) -> exported: the tenant
   * fetches its files -> destroying -> destroyed.
   */
  readonly state: 'announced' | 'confirmed' | 'closing' | 'exported' | 'destroying' | 'destroyed';
  /** Being done, or failed there for `failure`. */
  readonly step?: OffboardingStep;
  readonly failure?: string;
  /** Where the export goes on. */
  readonly after?: { readonly pk: string; readonly sk: string };
  readonly files: readonly ExportedFile[];
  readonly sealed: number;
  readonly objects: number;
  readonly accounts: number;
  readonly heads: Readonly<Record<string, string>>;
  readonly keys: readonly DestroyedKey[];
  readonly certificate?: Certificate;
}

/** Everything a tenant is, for the one role that may take it away. */
export interface TenantRemains {
  /** One page of the table, sealed values opened, as lines of JSON. */
  exportPage(after: { readonly pk: string; readonly sk: string } | undefined): Promise<{
    readonly lines: readonly string[];
    /** Values that could not be opened and stay sealed. */
    readonly sealed: number;
    readonly next?: { readonly pk: string; readonly sk: string };
  }>;
  keepExport(name: string, text: string): Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Names and sizes of the tenant's objects, as lines of JSON. */
  listObjects(): Promise<readonly string[]>;
  /** Some of the tenant's objects, in every version; the exports go with their key. Zero when none is left. */
  removeObjects(): Promise<number>;
  /** Protection off, then gone; `going` until it is. */
  removeTable(): Promise<'going' | 'gone'>;
  /** Seven days at least; one that is scheduled already stays as it is. */
  scheduleKeys(arns: readonly string[]): Promise<readonly DestroyedKey[]>;
}
