// What a tenant's table holds, as maps. Everything is copied on its way in and out, as a database does: a test that
// changes what it was given changes nothing here.
import type { FanOut, HeldLine, WaitingCase } from '@layan/application/ports/batches';
import type { BookRow } from '@layan/application/ports/books';
import type { CaseRecord, IdempotencyRecord, InboxRow } from '@layan/application/ports/cases';
import type { DocumentRecord } from '@layan/application/ports/documents';
import type { Filing } from '@layan/application/ports/filings';
import type { KeptLetter } from '@layan/application/ports/letters';
import type { RequestRecord } from '@layan/application/ports/privacy';
import type { RegisteredProduct, RegisterRow } from '@layan/application/ports/products';
import type { CaseEvent } from '@layan/domain/case/event';
import type { Guesses } from '@layan/domain/case/guesses';
import type { CaseStatus } from '@layan/domain/case/status';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';

export interface KeptAnswer {
  readonly fingerprint: string;
  readonly answer?: string;
  readonly of?: string;
  readonly expiresAt: number;
}

export interface MemoryTable {
  readonly cases: Map<CaseId, CaseRecord>;
  readonly events: Map<CaseId, readonly CaseEvent[]>;
  readonly inboxRows: Map<CaseId, readonly InboxRow[]>;
  /** By ticket. */
  readonly statuses: Map<string, { status: CaseStatus; key: string; secretIndex: string; guesses?: Guesses }>;
  /** `<group>#<index>` to whoever holds it, a case or an imported product, and for which product. */
  readonly locks: Map<string, { readonly owner: string; readonly productId: string }>;
  readonly products: Map<string, RegisteredProduct>;
  /** Rows by partition and sort key of the register. */
  readonly register: Map<string, ReadonlyMap<string, RegisterRow>>;
  /** `<agency>#<product>#<number>` to the product that was issued under it. */
  readonly numbers: Map<string, string>;
  /** Copies printed, by product. */
  readonly prints: Map<string, number>;
  /** `<case>#<decision>` to the objection that was filed last. */
  readonly objections: Map<string, { readonly caseId: CaseId; readonly ticket: string }>;
  /** Of data subjects. */
  readonly requests: Map<string, RequestRecord>;
  /** Of recorded requests, by the key of each. */
  readonly answers: Map<string, KeptAnswer>;
  readonly idempotent: Map<string, IdempotencyRecord>;
  /** Blind index to cases. */
  readonly people: Map<string, readonly CaseId[]>;
  /** Pointers the relay would forward. */
  readonly leftFilings: Map<CaseId, { readonly caseId: CaseId; readonly at: InstantText }>;
  readonly outbox: { readonly caseId: CaseId; readonly seq: number }[];
  readonly filings: Map<CaseId, { readonly filing: Filing; readonly expiresAt: number }>;
  readonly documents: Map<CaseId, readonly DocumentRecord[]>;
  /** What was noted before a letter was kept. */
  readonly letters: Map<CaseId, readonly KeptLetter[]>;
  readonly book: Map<CaseId, BookRow>;
  /** By opening: the cases that its letters became. */
  readonly openedLetters: Map<string, readonly CaseId[]>;
  /** Partition and sort key of each case that waits to be gathered. */
  readonly gathering: Map<string, ReadonlyMap<string, WaitingCase>>;
  readonly fanOuts: Map<CaseId, FanOut>;
  readonly heldLines: Map<string, HeldLine>;
}

export const emptyTable = (): MemoryTable => ({
  cases: new Map(),
  events: new Map(),
  inboxRows: new Map(),
  statuses: new Map(),
  locks: new Map(),
  products: new Map(),
  register: new Map(),
  numbers: new Map(),
  prints: new Map(),
  objections: new Map(),
  requests: new Map(),
  answers: new Map(),
  idempotent: new Map(),
  people: new Map(),
  leftFilings: new Map(),
  outbox: [],
  filings: new Map(),
  documents: new Map(),
  letters: new Map(),
  book: new Map(),
  openedLetters: new Map(),
  gathering: new Map(),
  fanOuts: new Map(),
  heldLines: new Map(),
});

/** Through JSON, so that absent and undefined come back alike. */
export const copy = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** The order of the database: by code point. */
export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
