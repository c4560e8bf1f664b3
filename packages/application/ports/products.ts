// Issued products as everybody but their own case knows them: by id, by number, by holder.
import type { RegisterPlace, Signature, SigningMethod, StandardRef } from '@layan/domain/case/event';
import type { FactValue, Sealed } from '@layan/domain/case/facts';
import type { AgencyId, CaseId, InstantText, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { ProductState } from '@layan/domain/product/product-state';
import type { UniqueLock } from './locks.ts';
import type { WrappedKey } from './vault.ts';

/** A product in the register. Written with every change of its case, or on its own when it was imported. */
export interface RegisteredProduct {
  readonly id: string;
  readonly agency: AgencyId;
  readonly standard: StandardId;
  /** Id of the product in its standard, and its name. */
  readonly product: string;
  readonly label: string;
  readonly number: string;
  readonly state: ProductState;
  readonly issuedAt: InstantText;
  readonly changedAt: InstantText;
  readonly validUntil?: InstantText;
  /** Of a document that is frozen and then signed. */
  readonly letter?: RegisteredLetter;
  /** Name of the holder for lists, sealed under `key` with field `display`. */
  readonly displayName: Sealed;
  /** Of an anonymous or a confidential case: no list and no check tells whose it is. */
  readonly unnamed?: true;
  /** The name as it is printed, where the product says which fact that is: sealed under `key` as that fact. */
  readonly holder?: { readonly fact: string; readonly value: FactValue };
  readonly key: WrappedKey;
  readonly origin:
    | {
        readonly kind: 'case';
        readonly caseId: CaseId;
        readonly version: StandardRef;
        readonly place: RegisterPlace;
      }
    | {
        /** Issued before the system; taken over from the agency's own register. */
        readonly kind: 'imported';
        readonly importId: string;
        /** Holder's facts by fact id, each sealed with case id = product id. */
        readonly facts: Readonly<Record<string, Sealed>>;
        readonly history: readonly ImportedChange[];
        readonly revision: number;
      };
}

export interface RegisteredLetter {
  /** ISO date, as it stands on the letter. */
  readonly date: string;
  /** How it was to be signed, once it was drawn. */
  readonly method?: SigningMethod;
  /** How it was signed; the hash is that of the file which is handed over. */
  readonly signature?: Pick<Signature, 'method' | 'file' | 'certificate' | 'seal'> & {
    readonly at: InstantText;
  };
  /** Why it was cancelled; the note is sealed under `key` as a note of its case. */
  readonly cancelled?: { readonly reason?: string; readonly note?: Sealed };
}

export interface ImportedChange {
  readonly at: InstantText;
  readonly by: string;
  readonly action: string;
  readonly state: ProductState;
  readonly note?: Sealed;
}

/** A register, numbered anew each year. */
export interface Register {
  readonly agency: AgencyId;
  /** Id of the product whose own it is, or of a register that products of the agency share. */
  readonly product: string;
  readonly year: number;
}

/** A number given out: it belongs to one product for ever. */
export interface RegisterEntry extends Register {
  readonly sequence: number;
  readonly id: string;
  readonly number: string;
  /** Of a letter. */
  readonly letter?: RegisterRow['letter'];
}

export interface RegisterRow {
  readonly id: string;
  readonly number: string;
  /** Of a letter: the date and the name that stand on it, so that it is found by them. */
  readonly letter?: { readonly date: string; readonly label: string };
  /** 0 for imported ones, which keep the number they had. */
  readonly sequence: number;
}

export interface ProductStore {
  /** One get. */
  find(id: string): Promise<RegisteredProduct | undefined>;
  /** The product in force that a holder's identifier is locked by; one get. `index` is the blind index. */
  findHeld(group: string, index: string): Promise<string | undefined>;
  /** One query: last sequence number of the register in a year; 0 for an empty one. */
  lastPlace(register: Register): Promise<number>;
  /** One query: rows of a register, newest first; imported ones by number, the last first. */
  register(query: {
    agency: AgencyId;
    product: string;
    year: number | 'imported';
    limit: number;
    after?: string;
  }): Promise<{ rows: readonly RegisterRow[]; next?: string }>;
  /** By official number: one get, two for what was imported. */
  findByNumber(query: { agency: AgencyId; product: string; number: string }): Promise<string | undefined>;
  /**
   * Notes that a copy was printed, or the file downloaded by its holder; gives how many of that kind there are now. One get
   * and one transaction.
   */
  notePrint(print: {
    id: string;
    at: InstantText;
    by: string;
    layout: string;
    downloaded?: true;
  }): Promise<number>;
  /**
   * Takes an imported product over, or changes it: one transaction with its number and its locks. `before` is the
   * revision that was loaded; undefined takes it over. The first failure below that applies is told.
   */
  saveImported(
    product: RegisteredProduct,
    change: {
      readonly before?: number;
      readonly acquire: readonly UniqueLock[];
      readonly release: readonly UniqueLock[];
    },
  ): Promise<
    Result<
      void,
      | { readonly code: 'changed-meanwhile' }
      | { readonly code: 'number-taken' }
      /** Somebody holds a product in force; its id. */
      | { readonly code: 'lock-taken'; readonly group: string; readonly heldBy: string }
    >
  >;
}
