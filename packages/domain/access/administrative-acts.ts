// What managers and officers change: each leaves an entry in the chain 'administration', by the name of its operation.
// Rows of a register that is taken over leave none of their own: that the import was started says who did it.
import type { Operation } from './operations.ts';

export const administrativeActs = [
  'start-import',
  'settle-import-row',
  'change-letter-settings',
  'invite-member',
  'change-member',
  'change-official',
  'deactivate-member',
  'reactivate-member',
  'save-draft',
  'confirm-reading',
  'publish-standard',
  'consult-standard',
  'record-minutes',
  'approve-standard',
  'schedule-standard',
  'return-to-draft',
  'withdraw-standard',
  'move-running-cases',
  'adopt-template',
  'take-upstream',
  'add-closure',
  'remove-closure',
  'add-special-hours',
  'remove-special-hours',
  'open-practice',
  'close-practice',
  'answer-subject-request',
  'change-privacy-terms',
  'renew-index-key',
  'hold-for-law',
  'lift-hold',
  'record-breach',
  'mark-breach',
] as const satisfies readonly Operation[];

export type AdministrativeAct = (typeof administrativeActs)[number];

const acts: ReadonlySet<string> = new Set(administrativeActs);

export const isAdministrativeAct = (operation: string): operation is AdministrativeAct => acts.has(operation);
