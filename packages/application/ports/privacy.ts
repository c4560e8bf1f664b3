// What is kept for the rights of data subjects: their requests, and failures to protect their data.
import type { AgencyId, CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Breach, BreachId } from '@layan/domain/privacy/breach';
import type { RequestId, SubjectRequest } from '@layan/domain/privacy/subject-request';
import type { Page } from './cases.ts';
import type { WrappedKey } from './vault.ts';

export interface RequestRecord {
  readonly request: SubjectRequest;
  /** Key of what is sealed in it, bound to the id of the request. */
  readonly key: WrappedKey;
}

export interface RequestStore {
  /** One get. */
  find(id: RequestId): Promise<RequestRecord | undefined>;
  /** Two gets. Each ticket belongs to one request. */
  findByTicket(ticket: string): Promise<RequestRecord | undefined>;
  /** One query: those that wait for the agency, the oldest first; or those that are settled, the newest first. */
  list(query: {
    readonly agency: AgencyId;
    readonly settled: boolean;
    readonly limit: number;
    readonly after?: string;
  }): Promise<Page<RequestRecord>>;
  /** One query, and one get for each: requests about a case. */
  about(caseId: CaseId): Promise<readonly RequestRecord[]>;
  /** Writes revision n+1 over revision n, with all rows it is found by. */
  save(record: RequestRecord, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
}

export interface BreachRecord {
  readonly breach: Breach;
  /** Key of what is sealed in it, bound to the id of the breach. */
  readonly key: WrappedKey;
}

export interface BreachStore {
  /** One get. */
  find(agency: AgencyId, id: BreachId): Promise<BreachRecord | undefined>;
  /** One query: all of the agency. There are few. */
  list(agency: AgencyId): Promise<readonly BreachRecord[]>;
  save(record: BreachRecord, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
}
