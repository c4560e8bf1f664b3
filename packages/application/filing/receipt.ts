// What the citizen takes home: the ticket, the secret, and what was promised under which standard.
import type { StandardRef } from '@layan/domain/case/event';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import type { FieldProblem } from '@layan/domain/person/form-input';

export interface ReceiptPromise {
  readonly id: string;
  readonly label: string;
  readonly verbatim: string;
  /** When its clock started at filing; otherwise `words` says what starts it. */
  readonly dueAt?: InstantText;
  /** "paling lambat Rabu, 25 Maret 2026, 14.05 WIB", or "3 hari kerja, dihitung sejak berkas dinyatakan lengkap" */
  readonly words: string;
}

export interface Receipt {
  readonly caseId: CaseId;
  readonly service: { readonly title: string; readonly shortTitle: string };
  readonly agency: { readonly name: string; readonly address: string; readonly phone?: string };
  /** As shown: `XXXX-XXXX-C`. */
  readonly ticket: string;
  /** As shown: `XXXXX-XXXXX`. */
  readonly secret: string;
  readonly receivedAt: InstantText;
  readonly receivedWords: string;
  /** "diterima di kertas karena listrik padam" */
  readonly onPaper?: string;
  readonly promises: readonly ReceiptPromise[];
  readonly standard: StandardRef;
  /** What the officer will look at twice, e.g. a NIK of another region. */
  readonly warnings: readonly FieldProblem[];
}
