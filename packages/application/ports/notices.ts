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

export interface NoticeStore {
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
