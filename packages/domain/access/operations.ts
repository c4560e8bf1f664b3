// Which operation needs what of a member of staff. One table, so that a matrix test can walk it.

import { emergencyRole, managerRole, officerRole } from '../case/authority.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Worker } from './worker.ts';

/** member: anyone active; manager: the agency's service manager; officer: who answers for the
 * protection of its personal data, neither implies the other; overseer: either of the two. Case operations look at the case as well, see case-access. */
export const operationNeeds = {
  'who-am-i': 'member',
  'sign-out': 'member',
  'list-inbox': 'member',
  'get-today': 'member',
  'get-case': 'member',
  'find-by-ticket': 'member',
  'complete-step': 'member',
  'claim-task': 'member',
  'release-task': 'member',
  'list-assignees': 'member',
  'assign-task': 'member',
  'interrupt-case': 'member',
  'suspend-case': 'member',
  'resume-case': 'member',
  'extend-promise': 'member',
  'change-product': 'member',
  'open-document': 'member',
  'unmask-fact': 'member',
  'open-letter': 'member',
  'list-signatories': 'member',
  'choose-signatory': 'member',
  'list-letter-registers': 'member',
  'list-letter-register': 'member',
  'get-letter-month': 'member',
  'get-letter-settings': 'manager',
  'change-letter-settings': 'manager',
  'change-official': 'manager',
  'get-absences': 'member',
  'change-absences': 'member',
  'print-card': 'member',
  'print-letter': 'member',
  'prepare-step-upload': 'member',
  'prepare-letter-upload': 'member',
  'preview-letter': 'member',
  'read-form': 'member',
  'list-batches': 'member',
  'list-waiting-lines': 'member',
  'start-batch': 'member',
  'get-batch': 'member',
  'list-lines': 'member',
  'read-lines': 'member',
  'decide-lines': 'member',
  'get-sheet-layout': 'member',
  'save-sheet-layout': 'member',
  'list-places': 'member',
  'list-intakes': 'member',
  'get-intake-form': 'member',
  'start-intake': 'member',
  'get-intake': 'member',
  'save-intake': 'member',
  'prepare-intake-upload': 'member',
  'drop-intake-document': 'member',
  'submit-intake': 'member',
  'drop-intake': 'member',
  'find-duplicates': 'member',
  'get-slip': 'member',
  'list-books': 'member',
  'list-book': 'member',
  'list-openings': 'member',
  'record-opening': 'member',
  'find-card': 'member',
  'get-card': 'member',
  'list-registers': 'member',
  'list-register': 'member',
  'change-imported-card': 'member',
  'list-imports': 'manager',
  'start-import': 'manager',
  'import-rows': 'manager',
  'list-import-problems': 'manager',
  'settle-import-row': 'manager',
  'get-calendar': 'member',
  'add-closure': 'manager',
  'remove-closure': 'manager',
  'add-special-hours': 'manager',
  'remove-special-hours': 'manager',
  'get-practice': 'member',
  'open-practice': 'manager',
  'close-practice': 'manager',
  'list-standards': 'member',
  'get-version': 'manager',
  'get-document': 'manager',
  'save-draft': 'manager',
  'check-draft': 'manager',
  'confirm-reading': 'manager',
  'publish-standard': 'manager',
  'consult-standard': 'manager',
  'record-minutes': 'manager',
  'approve-standard': 'manager',
  'schedule-standard': 'manager',
  'return-to-draft': 'manager',
  'withdraw-standard': 'manager',
  'compare-versions': 'manager',
  'list-running-cases': 'manager',
  'move-running-cases': 'manager',
  'list-templates': 'manager',
  'get-template': 'manager',
  'adopt-template': 'manager',
  'get-upstream': 'manager',
  'take-upstream': 'manager',
  'list-members': 'manager',
  'invite-member': 'manager',
  'change-member': 'manager',
  'deactivate-member': 'manager',
  'reactivate-member': 'manager',
  'list-export': 'manager',
  'fetch-export': 'manager',
  'list-audit': 'overseer',
  'list-seals': 'overseer',
  'verify-audit': 'overseer',
  'list-subject-requests': 'member',
  'record-subject-request': 'member',
  'get-subject-request': 'member',
  'answer-subject-request': 'officer',
  'hand-over-copy': 'member',
  'get-privacy-terms': 'officer',
  'change-privacy-terms': 'officer',
  'list-retention': 'officer',
  'get-index-key': 'officer',
  'renew-index-key': 'officer',
  'hold-for-law': 'officer',
  'lift-hold': 'officer',
  'list-breaches': 'officer',
  'record-breach': 'officer',
  'mark-breach': 'officer',
} as const satisfies Record<string, OperationNeed>;

export type Operation = keyof typeof operationNeeds;

export type OperationNeed = 'member' | 'manager' | 'officer' | 'overseer';

/** Who may; the first is told to whoever may not. */
const rolesFor = {
  member: undefined,
  manager: [managerRole],
  officer: [officerRole],
  overseer: [managerRole, officerRole],
} as const satisfies Record<OperationNeed, readonly [string, ...string[]] | undefined>;

export type AccessRefusal =
  | { readonly code: 'member-deactivated' }
  | { readonly code: 'role-missing'; readonly role: string };

/** All that a central admin with emergency access may do (decision 0103). */
export const emergencyOperations: ReadonlySet<Operation> = new Set<Operation>([
  'who-am-i',
  'sign-out',
  'list-inbox',
  'get-case',
  'find-by-ticket',
]);

export const mayUse = (worker: Worker, operation: Operation): Result<void, AccessRefusal> => {
  if (worker.state !== 'active') return err({ code: 'member-deactivated' });
  const roles = rolesFor[operationNeeds[operation]];
  if (worker.roles.includes(emergencyRole) && !emergencyOperations.has(operation))
    return err({ code: 'role-missing', role: roles?.[0] ?? '' });
  return roles === undefined || roles.some((role) => worker.roles.includes(role))
    ? ok(undefined)
    : err({ code: 'role-missing', role: roles[0] });
};
