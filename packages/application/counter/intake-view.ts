// An intake as the clerk who keys it in sees it: the whole form of the channel on one page.
import type { StandardRef } from '@layan/domain/case/event';
import type { PaperReceipt, ReceiptTime } from '@layan/domain/case/paper-receipt';
import type { CaseId, InstantText, RegionCode } from '@layan/domain/kernel/ids';
import type { FieldProblem } from '@layan/domain/person/form-input';
import type { Channel } from '@layan/domain/standard/channel';
import type { Condition } from '@layan/domain/standard/conditions';
import type { QuestionView } from '../form/field-view.ts';
import type { DocumentRecord } from '../ports/documents.ts';

export interface IntakeForm {
  readonly standard: StandardRef;
  readonly service: string;
  readonly channel: string;
  readonly kind: Channel['kind'];
  /** The moment of receipt is asked for. */
  readonly receipt?: Channel['receipt'];
  /** The applicant may stay anonymous: of these facts nothing is demanded then, and `readers` read what is told. */
  readonly anonymity?: { readonly facts: readonly string[]; readonly readers: string };
  readonly confidentiality?: { readonly label: string };
  /** Of each of these groups of facts one is answered. */
  readonly groups: readonly (readonly string[])[];
  readonly pages: readonly {
    readonly id: string;
    readonly title: string;
    readonly intro?: string;
    readonly fields: readonly QuestionView[];
  }[];
  readonly requirements: readonly {
    readonly id: string;
    readonly label: string;
    readonly hint?: string;
    readonly required: boolean;
    readonly when?: Condition;
    readonly oneOf?: readonly { readonly id: string; readonly label: string }[];
    readonly shown?: true;
  }[];
  /** What the client needs to read answers as the server does. */
  readonly context: { readonly today: string; readonly region: RegionCode; readonly zone: string };
  /** The label of the outcome by which this clerk may accept the file at once. */
  readonly accept?: string;
}

export interface IntakeDocument extends Pick<DocumentRecord, 'id' | 'requirement' | 'state' | 'rejection'> {}

export interface IntakeView {
  readonly caseId: CaseId;
  readonly revision: number;
  /** By fact: the text that stands in its input. */
  readonly entered: Readonly<Record<string, string>>;
  readonly papers: readonly string[];
  readonly receivedOnPaper?: PaperReceipt;
  readonly receipt?: ReceiptTime;
  /** When the box was opened that the letter was found in. */
  readonly opened?: string;
  readonly shown: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly documents: readonly IntakeDocument[];
  /** Ticket of the earlier case that is objected to. */
  readonly about?: { readonly caseId: CaseId; readonly ticket: string };
  readonly sent: boolean;
  readonly form: IntakeForm;
}

export interface SavedIntake {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly savedAt: InstantText;
  readonly problems: readonly FieldProblem[];
  readonly documents: readonly IntakeDocument[];
}
