// The route table of the staff API: every operation of the console, by its one name.
import {
  claimTask,
  completeStep,
  getCase,
  interruptCase,
  openDocument,
  releaseTask,
  unmaskFact,
} from './staff/case.ts';
import { findByTicket, getToday, listInbox } from './staff/inbox.ts';
import {
  changeMember,
  deactivateMember,
  inviteMember,
  listMembers,
  reactivateMember,
  whoAmI,
} from './staff/members.ts';
import { confirmReading, getStandard, listStandards, publishStandard, saveDraft } from './staff/standards.ts';

export const staffApi = {
  whoAmI,
  listInbox,
  getToday,
  findByTicket,
  getCase,
  completeStep,
  interruptCase,
  claimTask,
  releaseTask,
  openDocument,
  unmaskFact,
  listMembers,
  inviteMember,
  changeMember,
  deactivateMember,
  reactivateMember,
  listStandards,
  getStandard,
  saveDraft,
  confirmReading,
  publishStandard,
} as const;
