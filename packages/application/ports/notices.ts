// Messages to citizens: up to where each case has been told, and the way out.
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

export interface Noted {
  /** Sequence number of the last event that was told; 0 when none was. */
  readonly to: number;
  /** Somebody is sending what comes after, and is believed to be at it until then. */
  readonly sendingUntil?: InstantText;
  readonly revision: number;
}

/** A word to officers, written by who watches their clocks and sent by who may send. Nothing personal but their own addresses. */
export interface Telling {
  /** What it is about: a request of a data subject, or a breach. */
  readonly id: CaseId;
  /** 1: its time runs out; 2: its time has passed. What was told of a turn is not told again, nor of one before it. */
  readonly turn: 1 | 2;
  readonly at: InstantText;
  readonly to: readonly string[];
  readonly from: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: { readonly label: string; readonly url: string };
}

export interface NoticeStore {
  /** One transaction, which also points to it for who sends; nothing where this turn, or a later one, was written before. */
  tell(telling: Telling): Promise<void>;
  /** One get. */
  findTelling(id: CaseId): Promise<Telling | undefined>;
  /** One get. */
  find(caseId: CaseId): Promise<Noted | undefined>;
  /** Writes revision n+1 over revision n, so that of two who want to send one does. */
  save(caseId: CaseId, noted: Noted, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
}

export interface Mail {
  readonly to: string;
  /** Name beside the sender's address. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
}

export interface Mailer {
  /** `address-refused`: no such address can exist, trying again is of no use. Throws when it may help. */
  send(mail: Mail): Promise<Result<void, 'address-refused'>>;
}
