// What a tenant's table holds, as maps. Everything is copied on its way in and out, as a database does: a test that
// changes what it was given changes nothing here.
import type { CaseRecord, IdempotencyRecord, InboxRow } from '@layan/application/ports/cases';
import type { DocumentRecord } from '@layan/application/ports/documents';
import type { Filing } from '@layan/application/ports/filings';
import type { CaseEvent } from '@layan/domain/case/event';
import type { CaseStatus } from '@layan/domain/case/status';
import type { CaseId } from '@layan/domain/kernel/ids';

export interface MemoryTable {
  readonly cases: Map<CaseId, CaseRecord>;
  readonly events: Map<CaseId, readonly CaseEvent[]>;
  readonly inboxRows: Map<CaseId, readonly InboxRow[]>;
  /** By ticket. */
  readonly statuses: Map<string, { status: CaseStatus; key: string; secretIndex: string }>;
  /** `<group>#<index>` to the case that holds it. */
  readonly locks: Map<string, CaseId>;
  readonly idempotent: Map<string, IdempotencyRecord>;
  /** Blind index to cases. */
  readonly people: Map<string, readonly CaseId[]>;
  /** Pointers the relay would forward. */
  readonly outbox: { readonly caseId: CaseId; readonly seq: number }[];
  readonly filings: Map<CaseId, { readonly filing: Filing; readonly expiresAt: number }>;
  readonly documents: Map<CaseId, readonly DocumentRecord[]>;
}

export const emptyTable = (): MemoryTable => ({
  cases: new Map(),
  events: new Map(),
  inboxRows: new Map(),
  statuses: new Map(),
  locks: new Map(),
  idempotent: new Map(),
  people: new Map(),
  outbox: [],
  filings: new Map(),
  documents: new Map(),
});

/** Through JSON, so that absent and undefined come back alike. */
export const copy = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** The order of the database: by code point. */
export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
