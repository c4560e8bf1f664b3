// Every key of a tenant's table and of the control table. Nothing personal in clear ever stands in a key, and no other
// module builds one: a reader of this file knows what can be found how.
import type { ChainName } from '@layan/domain/audit/chain';
import type {
  AgencyId,
  CaseId,
  DocumentId,
  InstantText,
  StaffId,
  StandardId,
} from '@layan/domain/kernel/ids';
import type { ContentHash } from '@layan/domain/standard/content-hash';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const key = (pk: string, sk: string): Key => ({ pk, sk });
const counted = (number: number, digits: number) => String(number).padStart(digits, '0');

/** Instants sort as text only when all are written alike: UTC, milliseconds, `Z`. */
export const sortable = (instant: string) => new Date(instant).toISOString();

/** After every real instant: what has no promise comes last in the inbox. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** Sorts after every character that a key of ours can hold. */
export const LAST = '\u{10ffff}';

export const profileKey = key('TENANT', 'PROFILE');
export const regionsKey = key('TENANT', 'REGIONS');
export const tenantKeysKey = key('TENANT', 'KEYS');
/** Sorts right before the keys: both are read at once. */
export const indexKeyAskedKey = key('TENANT', 'INDEX-KEY-ASKED');
export const signingKeysKey = key('TENANT', 'SIGNING');

/** What of the calendar changed and has not reached every open promise. */
export const calendarChangeKey = key('TENANT', 'CALENDAR-CHANGE');

/** How spreadsheets of a batch are laid out. */
export const sheetTemplateKey = (batch: StandardId) => key('SHEETS', batch);

/** The practice space: which generation of it is open. */
export const practiceKey = key('TENANT', 'PRACTICE');

export const statusListKey = (name: string) => key(`STATUSLIST#${name}`, 'LIST');
export const statusListsPartition = 'STATUSLISTS';
export const statusListRowKey = (name: string) => key(statusListsPartition, name);

export const standardsPartition = 'STANDARDS';
export const standardRowKey = (id: StandardId, row: 'published' | 'draft' | 'moving') =>
  key(standardsPartition, `${id}#${row}`);
export const standardVersionKey = (id: StandardId, version: number) =>
  key(`STANDARD#${id}`, `V#${counted(version, 5)}`);
export const templateKey = (id: StandardId) => key(`STANDARD#${id}`, 'TEMPLATE');
/** Cases that run, by the version of the standard they run on. */
export const runningPartition = (id: StandardId) => `RUNNING#${id}`;
export const runningVersion = (version: number) => `V#${counted(version, 5)}#`;
export const runningKey = (id: StandardId, version: number, caseId: CaseId) =>
  key(runningPartition(id), `${runningVersion(version)}${caseId}`);

export const staffPartition = 'STAFF';
export const memberKey = (id: string) => key(staffPartition, id);
/** Work a member holds, beside the membership and not in an index: releasing it must not miss what was claimed just now. */
export const heldPartition = (staffId: string) => `HELD#${staffId}`;
export const heldKey = (staffId: string, caseId: CaseId, task: string) =>
  key(heldPartition(staffId), `${caseId}#${task}`);
/** Whose turn it is among those who share a role. */
export const rotaKey = (agency: AgencyId, role: string) => key(`ROTA#${agency}`, role);

// Everything of one person's matter, from the first page of the filing to the last event, is one partition: read by
// one query, erased by removing one. `DRAFT` sorts right after `DOC#`, so that a filing and its scans are one range.
export const casePartition = (caseId: CaseId) => `CASE#${caseId}`;
export const documentPrefix = 'DOC#';
export const documentKey = (caseId: CaseId, id: DocumentId) =>
  key(casePartition(caseId), `${documentPrefix}${id}`);
export const filingKey = (caseId: CaseId) => key(casePartition(caseId), 'DRAFT');
/** Letters by their content; noted before the file is written. */
export const letterPrefix = 'LETTER#';
export const keptLetterKey = (caseId: CaseId, sha256: ContentHash) =>
  key(casePartition(caseId), `${letterPrefix}${sha256}`);
/** Filings that a member of staff began for others: gone with the filing, or once it is sent. */
export const begunPartition = (staffId: StaffId) => `BEGUN#${staffId}`;
export const begunKey = (staffId: StaffId, caseId: CaseId) => key(begunPartition(staffId), caseId);
export const eventPrefix = 'EVENT#';
export const eventKey = (caseId: CaseId, seq: number) =>
  key(casePartition(caseId), `${eventPrefix}${counted(seq, 8)}`);
// Cases that wait to be gathered: a village is a range, and so is a kecamatan.
export const gatheringPartition = (agency: AgencyId, standard: StandardId) => `GATHER#${agency}#${standard}`;
export const gatheringPrefix = (area: string) => `${area}#`;
export const gatheringKey = (
  agency: AgencyId,
  standard: StandardId,
  row: {
    readonly area?: string | undefined;
    readonly since: InstantText;
    readonly caseId: CaseId;
    readonly step: string;
  },
) =>
  key(
    gatheringPartition(agency, standard),
    `${gatheringPrefix(row.area ?? '')}${sortable(row.since)}#${row.caseId}#${row.step}`,
  );
// News of batches on its way to their cases; behind each those that could not be told yet.
export const fanOutPartition = 'FANOUT';
export const fanOutKey = (batch: CaseId) => key(fanOutPartition, batch);
export const heldLinePrefix = (batch: CaseId) => `${batch}#`;
export const heldLineKey = (batch: CaseId, caseId: CaseId) =>
  key(fanOutPartition, `${heldLinePrefix(batch)}${caseId}`);
/** Puts a batch in the queue once more. */
export const fanOutAgainKey = (batch: CaseId, revision: number) =>
  key(`OUTBOX#${batch}`, `FANOUT#${counted(revision, 8)}`);

/** Beside the case whose decision is objected to: one objection stands against each. */
export const objectionKey = (about: CaseId, decision: string) =>
  key(casePartition(about), `OBJECTION#${decision}`);
export const snapshotKey = (caseId: CaseId) => key(casePartition(caseId), 'SNAPSHOT');
export const taskKey = (caseId: CaseId, task: string) => key(casePartition(caseId), `TASK#${task}`);

export const statusKey = (ticket: string) => key(`TICKET#${ticket}`, 'STATUS');
/** `index` is a blind index: who does not hold the tenant's index key learns nothing from it. */
export const personPartition = (index: string) => `PERSON#${index}`;
export const personPrefix = 'CASE#';
export const personKey = (index: string, caseId: CaseId) =>
  key(personPartition(index), `${personPrefix}${caseId}`);
/** One product in force per group and holder. */
export const lockKey = (group: string, index: string) => key(`LOCK#${group}`, index);
/** What was issued to somebody, whichever case it came from or whether it was there before the system. */
export const productPartition = (id: string) => `PRODUCT#${id}`;
export const productKey = (id: string) => key(productPartition(id), 'RECORD');
type Given = 'PRINT' | 'DOWNLOAD';
export const printsKey = (id: string, kind: Given) => key(productPartition(id), `${kind}S`);
export const printKey = (id: string, n: number, kind: Given) =>
  key(productPartition(id), `${kind}#${counted(n, 5)}`);
// A register is its rows: the next number is one more than the last row, and a number is given out by writing its row.
export const registerPartition = (agency: AgencyId, product: string, year: number | 'imported') =>
  `REGISTER#${agency}#${product}#${year === 'imported' ? 'lama' : year}`;
export const registerKey = (agency: AgencyId, product: string, year: number, sequence: number) =>
  key(registerPartition(agency, product, year), counted(sequence, 9));
export const importedKey = (agency: AgencyId, product: string, number: string) =>
  key(registerPartition(agency, product, 'imported'), number);
export const numberKey = (agency: AgencyId, product: string, number: string) =>
  key(`NUMBER#${agency}#${product}`, number);
/** Imports of an agency's own register, and the rows of each that a person has to look at. */
export const importsPartition = (agency: AgencyId) => `IMPORTS#${agency}`;
export const importKey = (agency: AgencyId, id: string) => key(importsPartition(agency), id);
export const importRowsPartition = (id: string) => `IMPORT#${id}`;
export const importRowKey = (id: string, position: number) =>
  key(importRowsPartition(id), `ROW#${counted(position, 6)}`);
export const idempotencyKey = (idempotency: string) => key(`IDEM#${idempotency}`, 'RESULT');
/** The relay's event source mapping passes this prefix only. */
export const outboxKey = (caseId: CaseId, seq: number) => key(`OUTBOX#${caseId}`, counted(seq, 8));
/** Once more, of a change that was left behind closed doors. */
export const outboxAgainKey = (caseId: CaseId, at: InstantText) =>
  key(`OUTBOX#${caseId}`, `AGAIN#${sortable(at)}`);
/** Among what is beside cases: all who follow changes may write there, the notifier nowhere else. */
export const leftChangesPartition = 'CASE#LEFT-CHANGES';
export const leftChangeKey = (caseId: CaseId) => key(leftChangesPartition, caseId);
export const unmaskingPartition = (caseId: CaseId) => `UNMASK#${caseId}`;
export const unmaskingKey = (caseId: CaseId, at: InstantText, id: string) =>
  key(unmaskingPartition(caseId), `${sortable(at)}#${id}`);

/** A chain is its rows, like a register: an entry is added by writing the row that follows the last. */
export const chainPartition = (chain: ChainName) => `AUDIT#${chain}`;
export const chainKey = (chain: ChainName, seq: number) => key(chainPartition(chain), counted(seq, 9));
/** Which entry stands under a name that is entered a single time. */
export const enteredOnceKey = (chain: ChainName, once: string) => key(`AUDIT#once#${chain}`, once);

/** Where cases stand that changed since they were sealed. */
export const headsPartition = 'HEADS';
export const headKey = (caseId: CaseId) => key(headsPartition, caseId);
export const sealsPartition = 'SEALS';
export const sealKey = (number: number) => key(sealsPartition, counted(number, 9));

// Requests of data subjects: the record, its place among those that wait or those that are settled, and the ways to it.
export const requestKey = (id: string) => key(`RIGHTS#${id}`, 'REQUEST');
export const requestTicketKey = (ticket: string) => key(`RIGHTS-TICKET#${ticket}`, 'REQUEST');
export const requestsPartition = (agency: AgencyId, settled: boolean) =>
  `RIGHTS-${settled ? 'SETTLED' : 'OPEN'}#${agency}`;
export const requestRowKey = (
  agency: AgencyId,
  settled: boolean,
  request: { readonly receivedAt: InstantText; readonly id: string },
) => key(requestsPartition(agency, settled), `${sortable(request.receivedAt)}#${request.id}`);
export const requestCasePartition = (caseId: CaseId) => `RIGHTS-CASE#${caseId}`;
export const requestCaseKey = (caseId: CaseId, id: string) => key(requestCasePartition(caseId), id);
export const breachesPartition = (agency: AgencyId) => `BREACHES#${agency}`;
export const breachKey = (agency: AgencyId, id: string) => key(breachesPartition(agency), id);

// The plan of destruction: what is due first comes first; beside each case, where it stands in it.
export const plannedPartition = (agency: AgencyId) => `DESTROY#${agency}`;
export const plannedKey = (agency: AgencyId, row: { readonly at: InstantText; readonly caseId: CaseId }) =>
  key(plannedPartition(agency), `${sortable(row.at)}#${row.caseId}`);
export const plannedPlaceKey = (caseId: CaseId) => key(casePartition(caseId), 'PLANNED');
export const holdsPartition = (agency: AgencyId) => `HOLDS#${agency}`;
export const holdKey = (agency: AgencyId, caseId: CaseId) => key(holdsPartition(agency), caseId);
/** Filings that were begun, by when they can have expired. */
export const leftFilingsPartition = 'LEFT-FILINGS';
export const leftFilingKey = (filing: { readonly at: InstantText; readonly caseId: CaseId }) =>
  key(leftFilingsPartition, `${sortable(filing.at)}#${filing.caseId}`);

/** The book of a channel: a month is a range of it. */
export const bookPartition = (agency: AgencyId, standard: StandardId, channel: string) =>
  `BOOK#${agency}#${standard}#${channel}`;
export const bookKey = (
  agency: AgencyId,
  standard: StandardId,
  channel: string,
  row: { readonly filedAt: InstantText; readonly caseId: CaseId },
) => key(bookPartition(agency, standard, channel), `${sortable(row.filedAt)}#${row.caseId}`);
// Openings of a suggestion box. Each is followed by the letters that were entered from it: both are one range.
export const openingsPartition = (agency: AgencyId, standard: StandardId, channel: string) =>
  `OPENINGS#${agency}#${standard}#${channel}`;
export const openingKey = (
  box: { readonly agency: AgencyId; readonly standard: StandardId; readonly channel: string },
  opening: { readonly id: string; readonly openedAt: InstantText },
) =>
  key(
    openingsPartition(box.agency, box.standard, box.channel),
    `${sortable(opening.openedAt)}#${opening.id}`,
  );
export const openedLetterKey = (
  box: Parameters<typeof openingKey>[0],
  opening: Parameters<typeof openingKey>[1],
  caseId: CaseId,
) => {
  const { pk, sk } = openingKey(box, opening);
  return key(pk, `${sk}#${caseId}`);
};

/** Figures of an agency on one day, and how far a case was counted into them. */
export const figuresKey = (agency: AgencyId, date: string) => key(`FIGURES#${agency}`, date);
export const countedKey = (caseId: CaseId) => key(casePartition(caseId), 'COUNTED');

/** Up to where the citizen of a case has been told. */
/** A word to officers about a request or a breach: read by who may send mail, and who sees nothing else of either. */
export const tellingKey = (id: CaseId) => key(casePartition(id), 'TELLING');
export const notedKey = (caseId: CaseId) => key(casePartition(caseId), 'NOTICED');

/** Index `inbox`: open tasks of a role, most urgent first; a task has a row for each role that may do it. */
export const inboxPartition = (agency: AgencyId, role: string) => `INBOX#${agency}#${role}`;
export const inboxSort = (row: {
  readonly dueAt?: InstantText | undefined;
  readonly receivedAt: InstantText;
  readonly caseId: CaseId;
  readonly task: string;
}) =>
  `${row.dueAt === undefined ? NEVER : sortable(row.dueAt)}#${sortable(row.receivedAt)}#${row.caseId}#${row.task}`;

/** Index `due`: cases for which time alone will do something, soonest first. */
export const duePartition = 'DUE';
export const dueSort = (instant: InstantText, caseId: CaseId) => `${sortable(instant)}#${caseId}`;

/** Of staff in a tenant's table, of central admins in the control table. */
export const signedOutKey = (id: string) => key(`SIGNED-OUT#${id}`, 'LAST');

/** What was read during an emergency access. */
export const emergencyReadings = (request: string) => `EMERGENCY#${request}`;
export const emergencyReadingKey = (request: string, at: InstantText, id: string) =>
  key(emergencyReadings(request), `${sortable(at)}#${id}`);

export const emergenciesPartition = 'EMERGENCY';
export const emergencyKey = (id: string) => key(emergenciesPartition, id);

/** What a tenant that leaves is offered of its data, and what of it was fetched. */
export const exportPartition = 'EXPORT';
export const exportOfferKey = key(exportPartition, 'OFFER');
export const fetchedFileKey = (name: string) => key(exportPartition, `FETCHED#${name}`);
/** Some of the offered files, by the name of the last of them. */
export const offeredFilesKey = (last: string) => key(exportPartition, `FILES#${last}`);

/** In the control table: the files of one export, by when the offboarding was announced. */
export const exportedPartition = (tenant: string, announcedAt: InstantText) =>
  `EXPORTED#${tenant}#${sortable(announcedAt)}`;
export const exportedFileKey = (tenant: string, announcedAt: InstantText, name: string) =>
  key(exportedPartition(tenant, announcedAt), name);

/** In the control table: that a tenant was destroyed. */
export const certificateKey = (tenant: string) => key('CERTIFICATE', tenant);

export const tenantsPartition = 'TENANT';
export const registrationKey = (tenant: string) => key(tenantsPartition, tenant);

// What each data key of the tenant wrapped, so that it can be wrapped anew by another.
export const wrappedPartition = (dataKey: string) => `WRAPPED#${dataKey}`;
export const wrappedCaseKey = (dataKey: string, caseId: CaseId) =>
  key(wrappedPartition(dataKey), `CASE#${caseId}`);
export const wrappedImportKey = (dataKey: string, agency: AgencyId, id: string) =>
  key(wrappedPartition(dataKey), `IMPORT#${agency}#${id}`);
export const wrappedProductKey = (dataKey: string, id: string) =>
  key(wrappedPartition(dataKey), `PRODUCT#${id}`);

export const wrappedRequestKey = (dataKey: string, id: string) =>
  key(wrappedPartition(dataKey), `REQUEST#${id}`);
export const wrappedBreachKey = (dataKey: string, agency: AgencyId, id: string) =>
  key(wrappedPartition(dataKey), `BREACH#${agency}#${id}`);

export const wrappedMemberKey = (dataKey: string, id: StaffId) =>
  key(wrappedPartition(dataKey), `MEMBER#${id}`);
/** By both keys of the opening; neither holds a bar. */
export const wrappedOpeningKey = (dataKey: string, opening: Key) =>
  key(wrappedPartition(dataKey), `OPENING#${opening.pk}|${opening.sk}`);

/** Who read what within an hour by the clock. */
export const readsPartition = (about: string) => `READS#${about}`;
export const readKey = (
  about: string,
  { at, by, operation }: { readonly at: string; readonly by: string; readonly operation: string },
) => key(readsPartition(about), `${sortable(at).slice(0, 'yyyy-mm-ddThh'.length)}#${by}#${operation}`);

/** Cases whose key is destroyed, until everything beside them is gone too. */
export const erasingPartition = 'ERASING';
export const erasingKey = (caseId: CaseId) => key(erasingPartition, caseId);
/** By the time at which their files are looked for once more. */
export const erasedPartition = 'ERASED';
export const erasedKey = (again: InstantText, caseId: CaseId) =>
  key(erasedPartition, `${sortable(again)}#${caseId}`);

/** People for whom everything is looked through that is no case. */
export const personErasuresPartition = 'ERASING-PERSON';
export const personErasureKey = (request: string) => key(personErasuresPartition, request);

/** Answers that were kept for repeats of what was done to one thing: a case, a card, an import. */
export const answersPartition = (of: string) => `ANSWERS#${of}`;
export const answerKey = (of: string, idempotency: string) => key(answersPartition(of), idempotency);

/** What the practice space reads of the real table and never writes: the agency, its standards, its staff. */
export const isSharedWithPractice = (partition: string): boolean =>
  [profileKey.pk, standardsPartition, staffPartition].includes(partition) ||
  partition.startsWith('STANDARD#');
