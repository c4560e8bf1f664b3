// A filing that is not sent yet: kept on the server page by page, so that nothing anybody typed is lost.
import type { StandardRef } from '@layan/domain/case/event';
import type { FactValues, Sealed } from '@layan/domain/case/facts';
import type { PaperReceipt, ReceiptTime } from '@layan/domain/case/paper-receipt';
import type { CaseId, DocumentId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { DocumentRecord } from './documents.ts';
import type { OpeningRef } from './openings.ts';
import type { WrappedKey } from './vault.ts';

export interface Filing {
  /** Becomes the id of the case. */
  readonly caseId: CaseId;
  readonly standard: StandardRef;
  readonly channel: string;
  readonly facts: FactValues;
  /** What was typed but could not be read as a value, by fact; shown again so that nothing typed is lost. */
  readonly unread: Readonly<Record<string, Sealed>>;
  /** Pages the citizen has been through, so that a page of optional questions counts as done. */
  readonly pagesSeen: readonly string[];
  /** Scans the citizen took out again; never attached. */
  readonly dropped: readonly DocumentId[];
  readonly key: WrappedKey;
  readonly ticket: string;
  /** The citizen's secret, sealed with field `secret`; shown again on the receipt when the form is sent twice. */
  readonly secret: Sealed;
  /** Blind index of the browser's session token; who holds it may read and continue the filing. Absent for one of staff. */
  readonly sessionIndex?: string;
  /** Who files it at the counter for somebody else; nobody but them continues it. */
  readonly by?: StaffId;
  /** Requirements brought on paper, seen and kept by the counter. */
  readonly papers?: readonly string[];
  /** As the clerk entered it. */
  readonly receivedOnPaper?: KeptReceipt;
  /** When it came, on channels that are told so: date on the letter, moment the box was opened. */
  readonly receipt?: ReceiptTime;
  /** The opening of the box that it was found in. */
  readonly opening?: OpeningRef;
  /** Requirements that were shown and given back. */
  readonly shown?: readonly string[];
  /** Which of several things is brought for a requirement, by requirement. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly anonymous?: true;
  readonly confidential?: true;
  /** The earlier case that this one is about. */
  readonly about?: CaseId;
  readonly revision: number;
  readonly createdAt: InstantText;
  readonly filedAt?: InstantText;
}

/** The clerk's own words are sealed under the key of the filing as its field `late`. */
export type KeptReceipt = Omit<PaperReceipt, 'text'> & { readonly text?: Sealed };

export interface FilingStore {
  /** One query: the filing and its documents. */
  find(caseId: CaseId): Promise<{ filing: Filing; documents: readonly DocumentRecord[] } | undefined>;
  /** Writes revision n+1 over revision n; unfinished filings expire after 30 days. */
  save(filing: Filing, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
  /** One query: filings that a member of staff began and neither sent nor dropped. */
  begunBy(staffId: StaffId): Promise<readonly CaseId[]>;
  /** Forgets an unsent filing of staff with everything typed in it. */
  drop(filing: Filing): Promise<Result<void, 'changed-meanwhile'>>;
  /** No session opens it from now on, nor is it saved any more; one that is not there is left as it is. */
  leave(caseId: CaseId): Promise<void>;
}
