// What staff do where no network reaches them (a survey at somebody's door, an intake in a village) and send when they are
// back: a repeat of these is recognised for as long as a device may stay away. Whatever else is sent is sent at once.
import type { Operation } from './operations.ts';

export const offlineOperations = [
  'start-intake',
  'save-intake',
  'prepare-intake-upload',
  'drop-intake-document',
  'claim-task',
  'prepare-step-upload',
  'complete-step',
] as const satisfies readonly Operation[];

const known: ReadonlySet<string> = new Set(offlineOperations);

export const mayComeLate = (operation: string): boolean => known.has(operation);
