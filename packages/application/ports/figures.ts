// Daily figures of an agency, and how far each case has been counted into them.

import type { DayFigures } from '@layan/domain/case/day-figures';
import type { CaseEvent } from '@layan/domain/case/event';
import type { AgencyId, CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

export interface CountedDay {
  readonly figures: DayFigures;
  /** Undefined for a day without figures yet. */
  readonly revision: number | undefined;
}

export interface FigureStore {
  /** Sequence number of the last event of the case that was counted; 0 when none was. */
  countedTo(caseId: CaseId): Promise<number>;
  /** Events of a case after a sequence number, in order. */
  eventsAfter(caseId: CaseId, seq: number): Promise<readonly CaseEvent[]>;
  /** One get. */
  day(agency: AgencyId, date: string): Promise<CountedDay | undefined>;
  /** Writes days and how far the case is counted together, so that no event counts twice whatever is delivered how often. */
  advance(step: {
    readonly caseId: CaseId;
    readonly agency: AgencyId;
    readonly from: number;
    readonly to: number;
    readonly days: readonly CountedDay[];
  }): Promise<Result<void, 'moved-meanwhile'>>;
}
