// What can be expected to go wrong around the rights of data subjects.
import type { AccessRefusal } from '@layan/domain/access/operations';
import type { BreachRefusal } from '@layan/domain/privacy/breach';
import type { RequestRefusal } from '@layan/domain/privacy/subject-request';

export type PrivacyError =
  | AccessRefusal
  | RequestRefusal
  | BreachRefusal
  | { readonly code: 'request-not-found' }
  /** Somebody else settled it at this moment. */
  | { readonly code: 'request-changed' }
  /** Neither an NIK nor a ticket with its secret that could belong to anybody. */
  | { readonly code: 'identifier-malformed' }
  | { readonly code: 'ticket-or-secret-wrong' }
  /** Or guessed too often: where the ticket is known, and the secret alone is asked for. */
  | { readonly code: 'secret-wrong' }
  /** One of the same kind about the same case waits for its answer. */
  | { readonly code: 'request-waits' }
  /** Not granted, or its seven days are over. */
  | { readonly code: 'copy-unavailable' }
  | { readonly code: 'terms-changed' }
  /** No cases of this agency; foreign ones look the same. */
  | { readonly code: 'tickets-unknown'; readonly tickets: readonly string[] }
  | { readonly code: 'too-many-affected'; readonly atMost: number }
  /** Its destruction is forbidden already. */
  | { readonly code: 'held-already' }
  /** Nothing of it is left that could be held back. */
  | { readonly code: 'case-erased' }
  /** Nothing was said that is to be set right. */
  | { readonly code: 'corrections-missing' }
  /** Under this request a case was set right already, so that it cannot be refused any more. */
  | { readonly code: 'correction-begun' }
  | {
      readonly code: 'correction-invalid';
      readonly caseId: string;
      readonly fact: string;
      readonly message: string;
    }
  /** With this identifier somebody else holds a product of the group already. */
  | { readonly code: 'correction-locked'; readonly caseId: string; readonly product: string }
  /** Its data cannot be opened any more. */
  | { readonly code: 'case-unreadable'; readonly caseId: string }
  /** A case that is not of this request. */
  | { readonly code: 'case-not-in-request' }
  /** So many of the cases still run, or something they issued is in force, or somebody forbids it. */
  | { readonly code: 'cases-kept'; readonly count: number };

export type PrivacyFailure<Code extends PrivacyError['code']> = Extract<PrivacyError, { code: Code }>;
