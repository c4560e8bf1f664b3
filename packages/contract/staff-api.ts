// The route table of the staff API: every operation of the console, by its one name.
import { assignTask, listAssignees } from './staff/assignment.ts';
import {
  changeProduct,
  claimTask,
  completeStep,
  getCase,
  interruptCase,
  openDocument,
  releaseTask,
  unmaskFact,
} from './staff/case.ts';
import {
  dropIntake,
  dropIntakeDocument,
  findDuplicates,
  getIntake,
  getIntakeForm,
  getSlip,
  listIntakes,
  prepareIntakeUpload,
  saveIntake,
  startIntake,
  submitIntake,
} from './staff/counter.ts';
import { findByTicket, getToday, listInbox } from './staff/inbox.ts';
import {
  changeMember,
  deactivateMember,
  inviteMember,
  listMembers,
  reactivateMember,
  whoAmI,
} from './staff/members.ts';
import { listPlaces } from './staff/places.ts';
import { closePractice, getPractice, openPractice } from './staff/practice.ts';
import { confirmReading, getStandard, listStandards, publishStandard, saveDraft } from './staff/standards.ts';
import { prepareStepUpload, readForm } from './staff/step.ts';

export const staffApi = {
  whoAmI,
  listInbox,
  getToday,
  findByTicket,
  getCase,
  completeStep,
  interruptCase,
  changeProduct,
  claimTask,
  releaseTask,
  listAssignees,
  assignTask,
  openDocument,
  unmaskFact,
  prepareStepUpload,
  readForm,
  listPlaces,
  listIntakes,
  getIntakeForm,
  startIntake,
  getIntake,
  saveIntake,
  prepareIntakeUpload,
  dropIntakeDocument,
  submitIntake,
  dropIntake,
  findDuplicates,
  getSlip,
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
  getPractice,
  openPractice,
  closePractice,
} as const;
