// People whose data is erased beyond their cases: what lies about of them (forms not sent, rows and cards of old registers,
// kept answers) is looked for place by place, by who sweeps.
import type { ChainAct } from '@layan/domain/audit/chain';
import type { AgencyId, InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { RequestId } from '@layan/domain/privacy/subject-request';
import type { Page } from './cases.ts';

/** Where the search goes on: which kind of place, which of them, and after what in it. */
export interface TracePlace {
  readonly in: 'forms' | 'imports' | 'cards';
  readonly of?: string;
  readonly after?: string;
}

export interface PersonErasure {
  /** Whose wish it is; who the person is stands sealed in the request. */
  readonly request: RequestId;
  readonly agency: AgencyId;
  readonly at: InstantText;
  readonly by: ChainAct['by'];
  readonly place: TracePlace;
  readonly found: {
    readonly forms: number;
    readonly rows: number;
    readonly cards: number;
    readonly kept: number;
  };
  readonly revision: number;
}

export interface PersonErasures {
  /** What was begun before goes on. */
  begin(erasure: PersonErasure): Promise<void>;
  /** One query. */
  waiting(query: { readonly limit: number; readonly after?: string }): Promise<Page<PersonErasure>>;
  save(erasure: PersonErasure, before: number): Promise<Result<void, 'changed-meanwhile'>>;
  finish(request: RequestId): Promise<void>;
}
