// Who may do what. One line per operation of the APIs for staff; without one this does not compile.
// Whoever is not named in a line meets what somebody meets who asks about nothing that exists.

import type { StaffOperation } from './asks.ts';
import type { Role } from './cast.ts';

export interface Expectation {
  /** Do it, to what is theirs. */
  readonly may: readonly Role[];
  /** See that it is there, and are told that it is not for them. */
  readonly told: readonly Role[];
  /** Those who may are refused all the same, by how the thing stands in this world. */
  readonly unless?: string;
}

const claims = [
  'frontOffice',
  'colleague',
  'backOffice',
  'facilitator',
  'divisionHead',
  'agencyHead',
] as const;
const letters = ['officer', 'section', 'secretary', 'head', 'deputy'] as const;
const complaints = ['officer', 'keeper', 'secretary', 'head', 'deputy'] as const;
const proposals = ['village', 'officer'] as const;
/** Whose work is not bound to an area. */
const unbound = [
  ...(['frontOffice', 'colleague', 'backOffice', 'divisionHead', 'agencyHead'] as const),
  ...([
    'officer',
    'section',
    'secretary',
    'head',
    'deputy',
    'keeper',
    'manager',
    'protectionOfficer',
  ] as const),
] as const;
const members = ['nobody', ...unbound, 'facilitator', 'village'] as const;
const everybody = [...members, 'emergency'] as const;
const everybodyElse = (...those: readonly Role[]): readonly Role[] =>
  members.filter((role) => !those.includes(role));

const only = (...may: readonly Role[]): Expectation => ({ may, told: [] });
/** The first do it; the others see it and are told. */
const among = (told: readonly Role[], ...may: readonly Role[]): Expectation => ({
  may,
  told: told.filter((role) => !may.includes(role)),
});
/** Who stands at a counter of some service, and who answers for the data. */
const counter = only(...unbound.filter((role) => role !== 'manager'));
const overseers = only('manager', 'protectionOfficer');
const manager = only('manager');
const desk = ['frontOffice', 'colleague'] as const;
const claimants = [...claims, 'manager'] as const;
const writers = [...letters, 'manager'] as const;

export const expectations = {
  whoAmI: only(...everybody),
  signOut: only(...everybody),
  listInbox: only(...desk, 'emergency'),
  getToday: only(...unbound),
  findByTicket: only(...claimants, 'emergency'),
  getCase: only(...claimants, 'emergency'),
  completeStep: among(claimants, ...desk),
  interruptCase: among(claimants, ...desk),
  suspendCase: among(writers, 'officer'),
  resumeCase: among(writers, 'officer'),
  extendPromise: among(writers, 'officer'),
  changeProduct: among(claimants, 'backOffice'),
  claimTask: among(claimants, ...desk),
  releaseTask: among(claimants, 'frontOffice', 'manager'),
  listAssignees: among(claimants, 'backOffice', 'manager'),
  assignTask: among(claimants, 'backOffice', 'manager'),
  openDocument: only(...claimants),
  unmaskFact: among(claimants, ...desk, 'manager'),
  prepareStepUpload: among(claimants, 'facilitator'),
  readForm: among(claimants, 'facilitator'),
  listBatches: only(...members),
  listWaitingLines: only('village'),
  startBatch: only('village'),
  getBatch: only(...proposals, 'manager'),
  getSheetLayout: only(...proposals, 'manager'),
  listLines: only(...proposals, 'manager'),
  readLines: among([...proposals, 'manager'], 'village', 'manager'),
  saveSheetLayout: among(proposals, 'officer', 'manager'),
  decideLines: among([...proposals, 'manager'], 'village'),
  listPlaces: only(...members),
  listIntakes: only(...members),
  getIntakeForm: only(...claims),
  startIntake: only(...claims),
  getIntake: only('frontOffice'),
  saveIntake: only('frontOffice'),
  prepareIntakeUpload: only('frontOffice'),
  dropIntakeDocument: only('frontOffice'),
  submitIntake: { ...only('frontOffice'), unless: 'filing-incomplete' },
  dropIntake: only('frontOffice'),
  findDuplicates: only(...claims),
  getSlip: only(...claimants),
  listBooks: only(...members),
  listBook: only(...complaints, 'manager'),
  listOpenings: only(...complaints, 'manager'),
  recordOpening: only(...complaints, 'manager'),
  findCard: only(...unbound, 'facilitator'),
  getCard: only(...unbound, 'facilitator'),
  changeImportedCard: among(unbound, 'backOffice'),
  listRegisters: only(...members),
  listRegister: only(...members),
  listImports: manager,
  startImport: manager,
  importRows: manager,
  listImportProblems: manager,
  settleImportRow: manager,
  openLetter: only(...letters),
  prepareLetterUpload: among(writers, 'head', 'deputy'),
  listSignatories: only(...letters),
  chooseSignatory: among(writers, 'head', 'deputy'),
  listLetterRegisters: only(...members),
  listLetterRegister: only(...members),
  getLetterMonth: only(...members),
  getLetterSettings: manager,
  changeLetterSettings: manager,
  listMembers: manager,
  inviteMember: manager,
  changeMember: manager,
  changeOfficial: manager,
  getAbsences: only(...members),
  changeAbsences: { may: ['manager'], told: everybodyElse('manager') },
  deactivateMember: manager,
  reactivateMember: manager,
  listStandards: only(...members),
  getStandard: manager,
  getStandardDocument: manager,
  saveDraft: manager,
  confirmReading: manager,
  publishStandard: { ...manager, unless: 'not-ready' },
  consultStandard: { ...manager, unless: 'not-ready' },
  recordMinutes: manager,
  approveStandard: { ...manager, unless: 'not-ready' },
  scheduleStandard: { ...manager, unless: 'not-ready' },
  returnToDraft: manager,
  withdrawStandard: manager,
  compareVersions: manager,
  listRunningCases: manager,
  moveRunningCases: manager,
  listTemplates: manager,
  getTemplate: manager,
  adoptTemplate: manager,
  getUpstream: manager,
  takeUpstream: manager,
  getCalendar: only(...members),
  addClosure: manager,
  removeClosure: manager,
  addSpecialHours: manager,
  removeSpecialHours: manager,
  getPractice: only(...members),
  openPractice: manager,
  closePractice: manager,
  listSubjectRequests: counter,
  recordSubjectRequest: counter,
  getSubjectRequest: counter,
  answerSubjectRequest: only('protectionOfficer'),
  handOverCopy: counter,
  getPrivacyTerms: only('protectionOfficer'),
  changePrivacyTerms: only('protectionOfficer'),
  listBreaches: only('protectionOfficer'),
  recordBreach: only('protectionOfficer'),
  markBreach: { ...only('protectionOfficer'), unless: 'not-found' },
  listRetention: only('protectionOfficer'),
  holdForLaw: only('protectionOfficer'),
  liftHold: only('protectionOfficer'),
  getIndexKey: only('protectionOfficer'),
  renewIndexKey: only('protectionOfficer'),
  listExport: manager,
  // Nothing is offered where nobody leaves.
  fetchExport: { ...manager, unless: 'not-found' },
  listAudit: overseers,
  listSeals: overseers,
  verifyAudit: overseers,
  printCard: only(...claims),
  printLetter: only(...letters),
  previewLetter: among(writers, 'officer'),
} as const satisfies Record<StaffOperation, Expectation>;
