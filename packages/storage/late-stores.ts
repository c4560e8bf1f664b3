// Stores that few requests ask for, each loaded when it is first asked: a start reads what nearly every request needs.
import type { AuditChains, UnmaskingLog } from '@layan/application/ports/audit';
import type { BatchStore } from '@layan/application/ports/batches';
import type { CalendarChanges } from '@layan/application/ports/calendar';
import type { EmergencyReadings } from '@layan/application/ports/emergencies';
import type { CaseEraser } from '@layan/application/ports/erasure';
import type { ExportOffer } from '@layan/application/ports/exports';
import type { FigureStore } from '@layan/application/ports/figures';
import type { IndexKeyRequests } from '@layan/application/ports/index-rotation';
import type { LetterFiles } from '@layan/application/ports/letters';
import type { NoticeStore } from '@layan/application/ports/notices';
import type { PersonErasures } from '@layan/application/ports/person-erasures';
import type { BreachStore, RequestStore } from '@layan/application/ports/privacy';
import type { ReadLog } from '@layan/application/ports/reads';
import type { RetentionStore } from '@layan/application/ports/retention';
import type { RotaStore } from '@layan/application/ports/rota';
import type { SealFiles, SealStore, Trail } from '@layan/application/ports/seals';
import type { SheetTemplates } from '@layan/application/ports/sheets';
import type { StaffAccounts } from '@layan/application/ports/staff';
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { JsonService } from './aws/json-service.ts';
import type { ScanLinkParts } from './scans/scan-links.ts';
import type { SealFileParts } from './seals/seal-files.ts';
import type { Table } from './table/table.ts';

export function lateBatches(table: Table, clock: Clock): BatchStore {
  const store = async () => (await import('./batch-store.ts')).batchStore(table, clock);
  return {
    waiting: async (query) => (await store()).waiting(query),
    findFanOut: async (batch) => (await store()).findFanOut(batch),
    listUnfinished: async (limit) => (await store()).listUnfinished(limit),
    heldOf: async (batch) => (await store()).heldOf(batch),
    saveProgress: async (fanOut, options) => (await store()).saveProgress(fanOut, options),
    finish: async (fanOut) => (await store()).finish(fanOut),
    hold: async (line) => (await store()).hold(line),
    letGo: async (line) => (await store()).letGo(line),
  };
}

export function lateEmergencyReadings(table: Table): EmergencyReadings {
  const store = async () => (await import('./emergency-readings.ts')).emergencyReadings(table);
  return {
    append: async (reading) => (await store()).append(reading),
    list: async (request) => (await store()).list(request),
  };
}

export function lateExports(table: Table, parts?: ScanLinkParts): ExportOffer {
  const offer = async () => (await import('./export-offer.ts')).exportOffer(table, parts);
  return {
    find: async () => (await offer()).find(),
    page: async (after) => (await offer()).page(after),
    findFile: async (name) => (await offer()).findFile(name),
    offer: async (offered, files) => (await offer()).offer(offered, files),
    withdraw: async () => (await offer()).withdraw(),
    noteFetched: async (name, fetched) => (await offer()).noteFetched(name, fetched),
    link: async (name) => (await offer()).link(name),
  };
}

export function lateAudit(table: Table): AuditChains {
  const store = async () => (await import('./audit-chains.ts')).auditChains(table);
  return {
    append: async (chain, act, once) => (await store()).append(chain, act, once),
    head: async (chain) => (await store()).head(chain),
    entries: async (chain, query) => (await store()).entries(chain, query),
    newest: async (chain, query) => (await store()).newest(chain, query),
  };
}

export function lateSeals(table: Table): SealStore {
  const store = async () => (await import('./seal-store.ts')).sealStore(table);
  return {
    noteHead: async (head) => (await store()).noteHead(head),
    heads: async (limit) => (await store()).heads(limit),
    newest: async (query) => (await store()).newest(query),
    note: async (seal, heads) => (await store()).note(seal, heads),
  };
}

export function lateTrail(table: Table): Trail {
  const rows = async () => (await import('./trail.ts')).trail(table);
  return {
    events: async (caseId, query) => (await rows()).events(caseId, query),
    standing: async (caseId) => (await rows()).standing(caseId),
    entries: async (chain, query) => (await rows()).entries(chain, query),
    seals: async (query) => (await rows()).seals(query),
  };
}

export function lateSealFiles(parts: SealFileParts): SealFiles {
  const files = async () => (await import('./seals/seal-files.ts')).sealFiles(parts);
  return {
    keep: async (number, file) => (await files()).keep(number, file),
    read: async (number) => (await files()).read(number),
  };
}

export function lateUnmaskings(table: Table): UnmaskingLog {
  const log = async () => (await import('./unmasking-log.ts')).unmaskingLog(table);
  return {
    append: async (entry) => (await log()).append(entry),
    list: async (caseId) => (await log()).list(caseId),
  };
}

export function lateEraser(table: Table): CaseEraser {
  const eraser = async () => (await import('./case-eraser.ts')).caseEraser(table);
  return {
    erase: async (record, erasure) => (await eraser()).erase(record, erasure),
    unfinished: async (query) => (await eraser()).unfinished(query),
    documents: async (caseId) => (await eraser()).documents(caseId),
    lookAgain: async (erasure, before) => (await eraser()).lookAgain(erasure, before),
    toLookAt: async (query) => (await eraser()).toLookAt(query),
    closeUploads: async (...of) => (await eraser()).closeUploads(...of),
    letters: async (caseId) => (await eraser()).letters(caseId),
    forget: async (...gone) => (await eraser()).forget(...gone),
    forgetAnswers: async (of) => (await eraser()).forgetAnswers(of),
    finish: async (erasure) => (await eraser()).finish(erasure),
  };
}

export function latePersonErasures(table: Table): PersonErasures {
  const store = async () => (await import('./person-erasures.ts')).personErasures(table);
  return {
    begin: async (erasure) => (await store()).begin(erasure),
    waiting: async (query) => (await store()).waiting(query),
    save: async (erasure, before) => (await store()).save(erasure, before),
    finish: async (request) => (await store()).finish(request),
  };
}

export function lateIndexKeys(table: Table): IndexKeyRequests {
  const store = async () => (await import('./index-keys.ts')).indexKeyRequests(table);
  return {
    find: async () => (await store()).find(),
    ask: async (wish) => (await store()).ask(wish),
  };
}

export function lateFigures(table: Table): FigureStore {
  const store = async () => (await import('./figure-store.ts')).figureStore(table);
  return {
    countedTo: async (caseId) => (await store()).countedTo(caseId),
    eventsAfter: async (caseId, seq) => (await store()).eventsAfter(caseId, seq),
    day: async (agency, date) => (await store()).day(agency, date),
    advance: async (step) => (await store()).advance(step),
  };
}

export function lateReads(table: Table, clock: Clock): ReadLog {
  const log = async () => (await import('./read-log.ts')).readLog(table, clock);
  return {
    note: async (reading) => (await log()).note(reading),
    list: async (about) => (await log()).list(about),
  };
}

export function lateRota(table: Table): RotaStore {
  const store = async () => (await import('./rota-store.ts')).rotaStore(table);
  return {
    find: async (agency, role) => (await store()).find(agency, role),
    save: async (agency, role, rota, before) => (await store()).save(agency, role, rota, before),
  };
}

export function lateSheets(table: Table): SheetTemplates {
  const store = async () => (await import('./sheet-templates.ts')).sheetTemplates(table);
  return {
    find: async (standard) => (await store()).find(standard),
    save: async (template, before) => (await store()).save(template, before),
  };
}

export function lateCalendarChanges(table: Table): CalendarChanges {
  const store = async () => (await import('./calendar-changes.ts')).calendarChanges(table);
  return {
    find: async () => (await store()).find(),
    save: async (change, before) => (await store()).save(change, before),
  };
}

export function lateNotices(table: Table): NoticeStore {
  const store = async () => (await import('./notice-store.ts')).noticeStore(table);
  return {
    tell: async (telling) => (await store()).tell(telling),
    findTelling: async (id) => (await store()).findTelling(id),
    find: async (caseId) => (await store()).find(caseId),
    save: async (caseId, noted, before) => (await store()).save(caseId, noted, before),
  };
}

export function latePrivacy(table: Table): {
  readonly requests: RequestStore;
  readonly breaches: BreachStore;
  readonly retention: RetentionStore;
} {
  const retention = async () => (await import('./retention-store.ts')).retentionStore(table);
  const requests = async () => (await import('./privacy-requests.ts')).requestStore(table);
  const breaches = async () => (await import('./privacy-breaches.ts')).breachStore(table);
  return {
    requests: {
      find: async (id) => (await requests()).find(id),
      findByTicket: async (ticket) => (await requests()).findByTicket(ticket),
      list: async (query) => (await requests()).list(query),
      about: async (caseId) => (await requests()).about(caseId),
      save: async (record, before) => (await requests()).save(record, before),
    },
    breaches: {
      find: async (agency, id) => (await breaches()).find(agency, id),
      list: async (agency) => (await breaches()).list(agency),
      save: async (record, before) => (await breaches()).save(record, before),
    },
    retention: {
      plan: async (agency, caseId, planned) => (await retention()).plan(agency, caseId, planned),
      due: async (query) => (await retention()).due(query),
      findHold: async (agency, caseId) => (await retention()).findHold(agency, caseId),
      holds: async (agency) => (await retention()).holds(agency),
      hold: async (hold) => (await retention()).hold(hold),
      lift: async (agency, caseId) => (await retention()).lift(agency, caseId),
      leftFilings: async (query) => (await retention()).leftFilings(query),
      settleFiling: async (filing, again) => (await retention()).settleFiling(filing, again),
    },
  };
}

export function lateLetterFiles(parts: ScanLinkParts, table: Table): LetterFiles {
  const files = async () => (await import('./scans/letter-files.ts')).notedLetterFiles(parts, table);
  return {
    read: async (caseId, sha256) => (await files()).read(caseId, sha256),
    keep: async (file) => (await files()).keep(file),
    link: async (file) => (await files()).link(file),
  };
}

export function lateAccounts(tenant: TenantId, userPoolId: string, cognito: JsonService): StaffAccounts {
  const accounts = async () =>
    (await import('./staff-accounts.ts')).staffAccounts(tenant, userPoolId, cognito);
  return {
    ensureGroup: async () => (await accounts()).ensureGroup(),
    invite: async (person) => (await accounts()).invite(person),
    find: async (email) => (await accounts()).find(email),
    disable: async (id) => (await accounts()).disable(id),
    enable: async (id) => (await accounts()).enable(id),
    leave: async (id) => (await accounts()).leave(id),
  };
}
