// What seals are made of and where they are kept, and what is read to check them.
import type { ChainName } from '@layan/domain/audit/chain';
import type { CaseHead, SealRow } from '@layan/domain/audit/seal';
import type { CaseId } from '@layan/domain/kernel/ids';

export interface SealStore {
  /** Notes where a case stands, for the next seal. Only forwards: an older place is passed over. */
  noteHead(head: CaseHead): Promise<void>;
  /** One query: cases that changed since they were sealed. */
  heads(limit: number): Promise<readonly CaseHead[]>;
  /** One query: the newest seals before a number, newest first. */
  newest(query: { readonly before?: number; readonly limit: number }): Promise<readonly SealRow[]>;
  /** Notes a seal; in the same transaction what it holds waits no longer, but for cases that changed again meanwhile. */
  note(seal: SealRow, heads: readonly CaseHead[]): Promise<'noted' | 'known'>;
}

export interface SealFiles {
  /** Once and for all. */
  keep(number: number, file: string): Promise<'kept' | 'there-already'>;
  read(number: number): Promise<string | undefined>;
}

/** A row as it lies there: who checks rows cannot rely on their being in order. */
export interface RawRow {
  /** Its number by its key; undefined where the key is none that this product writes. */
  readonly place: number | undefined;
  /** The JSON it holds; undefined when it holds none. */
  readonly content: unknown;
  /** Whether it has anything beside its key and its content. */
  readonly more: boolean;
}

interface After {
  readonly after: number;
  readonly limit: number;
}

/** Reads of what was sealed, row by row. */
export interface Trail {
  events(caseId: CaseId, query: After): Promise<readonly RawRow[]>;
  /** Where the case says that it stands: `seq` and `hash` as they are written there. */
  standing(caseId: CaseId): Promise<{ readonly seq: unknown; readonly hash: unknown } | undefined>;
  entries(chain: ChainName, query: After): Promise<readonly RawRow[]>;
  seals(query: After): Promise<readonly RawRow[]>;
}
