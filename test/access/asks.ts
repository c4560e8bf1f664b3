// How each operation is asked for: what it is about, and the query and body that a client would send. Parameters of the
// path come from the thing by their names. Fields are what the console sends, so that nothing is refused for its form.
import type { printApi } from '@layan/contract/print-api';
import type { staffApi } from '@layan/contract/staff-api';
import { testPerson } from '@layan/testing/builders/people';
import { oldCard, registerMapping } from '@layan/testing/scenes/old-register';
import type { Office } from './office.ts';
import { daysAfter, type Kind, TEMPLATE, type Thing, week } from './things.ts';

export interface Ask {
  readonly about: Kind;
  /** Parts of the path that are no id, and query and body. */
  readonly send?: (
    thing: Thing,
    office: Office,
  ) => {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
}

export type StaffOperation = keyof typeof staffApi | keyof typeof printApi;

const bare = (about: Kind): Ask => ({ about });
const sends = (about: Kind, body: (thing: Thing, office: Office) => unknown): Ask => ({
  about,
  send: (thing, office) => ({ body: body(thing, office) }),
});

/** Of the case as it was seen, and whatever else the command takes. */
const command = (about: Kind, more: Readonly<Record<string, unknown>> = {}): Ask =>
  sends(about, ({ seq }) => ({ expectedSeq: seq, ...more }));
const commandAt = (
  about: Kind,
  params: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Ask => ({ about, send: ({ seq }) => ({ params, body: { expectedSeq: seq, ...more } }) });

const seenHash = (about: Kind, more: Readonly<Record<string, unknown>>): Ask =>
  sends(about, ({ hash }) => ({ hash, ...more }));

export const asks = {
  whoAmI: bare('nothing'),
  signOut: bare('nothing'),
  listInbox: { about: 'nothing', send: () => ({ query: { role: 'frontOffice' } }) },
  getToday: bare('nothing'),
  findByTicket: { about: 'claim', send: ({ ticket }) => ({ query: { ticket: String(ticket) } }) },
  getCase: bare('claim'),
  completeStep: command('claim', { outcome: 'accept', facts: {} }),
  interruptCase: commandAt('claim', { interruption: 'withdraw-at-counter' }, { note: 'Pemohon datang.' }),
  suspendCase: commandAt('request', { suspension: 'hold' }, { note: 'Menunggu pejabat.' }),
  resumeCase: command('pausedRequest', { note: 'Pejabat sudah ada.' }),
  extendPromise: commandAt('request', { promise: 'letter' }, { note: 'Pejabat sedang dinas luar.' }),
  changeProduct: commandAt('card', { action: 'replace-lost' }, { note: 'Kartu hilang di pasar.' }),
  claimTask: command('claim'),
  releaseTask: command('held'),
  listAssignees: bare('survey'),
  assignTask: sends('survey', ({ seq, memberId }) => ({ expectedSeq: seq, to: memberId })),
  openDocument: bare('claim'),
  unmaskFact: {
    about: 'claim',
    send: () => ({ params: { fact: 'nik' }, body: { reason: 'Mencocokkan dengan KTP.' } }),
  },
  prepareStepUpload: sends('survey', () => ({ requirement: 'photo-front' })),
  readForm: { about: 'survey', send: () => ({ params: { form: 'claim' } }) },
  listBatches: bare('nothing'),
  listWaitingLines: bare('proposal'),
  startBatch: sends('proposal', ({ caseId }) => ({ cases: [caseId], facts: { period: '2026-02' } })),
  getBatch: bare('batch'),
  getSheetLayout: bare('batchService'),
  listLines: bare('batch'),
  readLines: sends('batch', () => ({})),
  saveSheetLayout: sends('batchService', () => ({ columns: { name: 'Nama' }, same: {} })),
  decideLines: sends('batch', ({ seq, line }) => ({
    expectedSeq: seq,
    decisions: [{ caseId: line, decision: 'worthy' }],
  })),
  listPlaces: bare('nothing'),
  listIntakes: bare('nothing'),
  getIntakeForm: bare('service'),
  startIntake: sends('service', ({ standardId }) => ({ standard: standardId })),
  getIntake: bare('intake'),
  saveIntake: sends('intake', ({ revision }) => ({
    ...{ revision, papers: [], entered: { applicantName: 'Warga Uji Satu' } },
  })),
  prepareIntakeUpload: sends('intake', () => ({ requirement: 'family-card' })),
  dropIntakeDocument: bare('intake'),
  submitIntake: sends('intake', ({ revision }) => ({ revision })),
  dropIntake: bare('intake'),
  findDuplicates: sends('service', ({ standardId }) => ({ standard: standardId, entered: {} })),
  getSlip: bare('survey'),
  listBooks: bare('nothing'),
  listBook: bare('box'),
  listOpenings: bare('box'),
  recordOpening: sends('box', () => ({
    ...{ opened: { date: '2026-02-04', time: '08:30' }, letters: 2, witness: 'Saksi Uji' },
  })),
  findCard: sends('card', ({ cardId }) => ({ text: `https://kota-contoh.layan.example/v/${cardId}` })),
  getCard: bare('card'),
  changeImportedCard: {
    about: 'oldCard',
    send: ({ revision }) => ({
      params: { action: 'replace-lost' },
      body: { revision, note: 'Pindah ke luar kota.' },
    }),
  },
  listRegisters: bare('nothing'),
  listRegister: { about: 'cardRegister', send: () => ({ params: { year: '2026' } }) },
  listImports: bare('nothing'),
  startImport: sends('service', ({ standardId }, { nextNumber }) => ({
    ...{ standard: standardId, fileName: 'buku.xlsx', rows: 2, mapping: registerMapping },
    fingerprint: String(nextNumber()).padStart(64, 'a'),
  })),
  importRows: sends('import', (_thing, { nextPerson }) => ({
    from: 3,
    rows: [{ line: 4, cells: oldCard(nextPerson()) }],
  })),
  listImportProblems: bare('import'),
  settleImportRow: sends('import', () => ({ way: 'skip' })),
  openLetter: bare('letter'),
  prepareLetterUpload: bare('letter'),
  listSignatories: bare('letter'),
  chooseSignatory: sends('letter', ({ seq, memberId }) => ({ expectedSeq: seq, to: memberId })),
  listLetterRegisters: bare('nothing'),
  listLetterRegister: { about: 'letterRegister', send: () => ({ params: { year: '2026' } }) },
  getLetterMonth: { about: 'letterRegister', send: () => ({ params: { year: '2026', month: '2' } }) },
  getLetterSettings: bare('nothing'),
  changeLetterSettings: sends('letterSettings', ({ revision }) => ({
    ...{ revision, unitCode: '427.64', letterhead: [], signing: 'ink', bsre: false },
  })),
  listMembers: bare('nothing'),
  inviteMember: sends('nothing', (_thing, { nextNumber, cast }) => ({
    ...{ email: `baru${nextNumber()}@${cast('manager').agency}.example`, name: 'Petugas Uji Baru' },
    ...{ roles: ['officer'], areas: [] },
  })),
  changeMember: sends('member', ({ revision }) => ({
    ...{ revision, name: 'Petugas Uji', roles: ['section'], areas: [] },
  })),
  changeOfficial: sends('member', ({ revision }) => ({
    revision,
    official: { position: 'Kepala Seksi Uji', nameWithTitles: 'Petugas Uji, S.Sos.' },
  })),
  getAbsences: bare('nothing'),
  changeAbsences: sends('member', ({ revision }) => ({
    revision,
    away: [{ from: '2026-03-02', to: '2026-03-03' }],
  })),
  deactivateMember: sends('member', ({ revision }) => ({ revision })),
  reactivateMember: sends('formerMember', ({ revision }) => ({ revision })),
  listStandards: bare('nothing'),
  getStandard: bare('draft'),
  getStandardDocument: { about: 'draft', send: () => ({ query: { as: 'json' } }) },
  saveDraft: sends('draft', ({ hash, standardId }, { services }) => ({
    standard: { ...services.letters, id: standardId, shortTitle: 'Surat Uji Baru' },
    expectedHash: hash,
  })),
  confirmReading: bare('draftWithReadings'),
  publishStandard: seenHash('approved', {}),
  consultStandard: seenHash('draft', { from: '2026-02-05', until: '2026-02-12' }),
  recordMinutes: seenHash('consulted', { note: 'Tidak ada keberatan.' }),
  approveStandard: seenHash('draft', {
    ...{ number: '188/1/2026', enactedOn: '2026-02-03', withoutConsultation: 'Hanya perbaikan ejaan.' },
  }),
  scheduleStandard: seenHash('approved', { publishOn: '2026-03-02', running: { decision: 'stay' } }),
  returnToDraft: seenHash('approved', { reason: 'Salah ketik pada dasar hukum.' }),
  withdrawStandard: seenHash('published', { reason: 'Layanan dipindah ke provinsi.' }),
  compareVersions: bare('draft'),
  listRunningCases: bare('published'),
  moveRunningCases: sends('published', () => ({ reason: 'Aturan baru berlaku.' })),
  listTemplates: bare('nothing'),
  getTemplate: { about: 'nothing', send: () => ({ params: { templateId: TEMPLATE } }) },
  adoptTemplate: {
    about: 'nothing',
    send: (_thing, { nextNumber, agency }) => ({
      params: { templateId: TEMPLATE },
      body: { standardId: `ambil-${nextNumber()}-${agency}` },
    }),
  },
  getUpstream: bare('adopted'),
  takeUpstream: seenHash('adopted', { take: 'all' }),
  getCalendar: bare('nothing'),
  addClosure: sends('nothing', (_thing, { nextNumber }) => ({
    date: daysAfter('2026-02-28', nextNumber()),
    name: 'Libur Hari Jadi',
  })),
  removeClosure: { about: 'closure', send: () => ({ body: {} }) },
  addSpecialHours: sends('nothing', (_thing, { nextNumber }) => {
    const day = daysAfter('2026-08-31', nextNumber());
    return { from: day, to: day, name: 'Jam Ramadan', office: week, counter: week };
  }),
  removeSpecialHours: bare('specialHours'),
  getPractice: bare('nothing'),
  openPractice: bare('nothing'),
  closePractice: bare('nothing'),
  listSubjectRequests: bare('nothing'),
  recordSubjectRequest: sends('nothing', (_thing, { nextNumber }) => ({
    ...{ kind: 'access', whose: { by: 'nik', nik: testPerson(1 + (nextNumber() % 9)).nik } },
    identity: 'identity-card',
  })),
  getSubjectRequest: bare('subjectRequest'),
  answerSubjectRequest: sends('subjectRequest', ({ revision }) => ({ answer: 'grant', revision })),
  handOverCopy: sends('grantedRequest', ({ secret }) => ({ secret })),
  getPrivacyTerms: bare('nothing'),
  changePrivacyTerms: sends('privacyTerms', ({ version }) => ({
    ...{ version, basis: 'public-service', purposes: ['Menyalurkan bantuan.'] },
    retention: { months: {}, services: {} },
  })),
  listBreaches: bare('nothing'),
  recordBreach: sends('nothing', () => ({
    ...{ discovered: { date: '2026-02-03', time: '09:00' }, data: ['identity'] },
    ...{ how: 'Laptop hilang di kendaraan.', from: '2026-01-01', to: '2026-02-03' },
  })),
  markBreach: {
    about: 'nothing',
    send: () => ({ params: { breachId: 'x' }, body: { mark: 'closedAt' } }),
  },
  listRetention: bare('nothing'),
  holdForLaw: {
    about: 'claim',
    send: ({ ticket }) => ({ body: { ticket: String(ticket), reason: 'Diminta pengadilan.' } }),
  },
  liftHold: bare('caseOnHold'),
  getIndexKey: bare('nothing'),
  renewIndexKey: bare('nothing'),
  listExport: bare('nothing'),
  fetchExport: { about: 'nothing', send: () => ({ params: { name: 'SHA256SUMS' } }) },
  listAudit: { about: 'nothing', send: () => ({ query: { chain: 'administration' } }) },
  listSeals: bare('nothing'),
  verifyAudit: { about: 'nothing', send: () => ({ params: { number: '1' } }) },
  printCard: sends('card', () => ({ layout: 'card' })),
  printLetter: sends('letter', () => ({})),
  previewLetter: {
    about: 'request',
    send: () => ({ params: { product: 'letter' }, body: { step: 'draft', facts: {} } }),
  },
} as const satisfies Record<StaffOperation, Ask>;
