// What can be expected to go wrong while staff file for somebody at the counter.
import type { AccessRefusal } from '@layan/domain/access/operations';
import type { ReceiptProblem } from '@layan/domain/case/paper-receipt';
import type { FilingFailure } from '../filing/errors.ts';

export type CounterError =
  | AccessRefusal
  | FilingFailure<
      /** Not published, of another agency, or without a channel for the counter. */
      | 'service-not-found'
      /** Unknown, dropped, or begun by a colleague: all alike. */
      | 'filing-not-found'
      | 'filing-already-sent'
      /** Edited in another window since it was opened; nothing of this request was saved. */
      | 'filing-changed'
      | 'requirement-not-found'
      | 'document-not-found'
      | 'too-many-uploads'
      | 'filing-incomplete'
      | 'objection-filed'
      /** Somebody filed an objection to the same decision already. */
      | 'objection-filed'
      | 'filing-refused'
      | 'service-withdrawn'
    >
  /** The government leaves, and its announced day has come: nothing new is taken. */
  | { readonly code: 'tenant-closing' }
  /** The time of receipt on paper cannot be so. */
  | { readonly code: 'receipt-time-refused'; readonly problem: ReceiptProblem }
  /** The earlier case is not there, still runs, or did not end in a way that can be answered so. */
  | { readonly code: 'earlier-case-unfit' }
  | { readonly code: 'case-not-found' }
  /** The box was not opened then. */
  | { readonly code: 'opening-not-found' }
  /** No survey waits in this case, so it stands in no queue. */
  | { readonly code: 'not-in-queue' };

export type CounterFailure<Code extends CounterError['code']> = Extract<CounterError, { code: Code }>;
