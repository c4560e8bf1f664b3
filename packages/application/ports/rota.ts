// Whose turn it is among those who share a role: what was given to whom, so that work given at the same moment is divided too.
import type { AgencyId, CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

export interface GivenTask {
  readonly caseId: CaseId;
  readonly task: string;
  readonly to: StaffId;
  readonly at: InstantText;
}

export interface Rota {
  /** When each member was given work last, by id. */
  readonly lastGiven: Readonly<Record<string, InstantText>>;
  /** Given just now: it may not show yet among what they hold. */
  readonly recent: readonly GivenTask[];
  readonly revision: number;
}

export interface RotaStore {
  /** One get. */
  find(agency: AgencyId, role: string): Promise<Rota | undefined>;
  /** Writes revision n+1 over revision n: two who give work out at once do it one after the other. */
  save(
    agency: AgencyId,
    role: string,
    rota: Rota,
    before: number | undefined,
  ): Promise<Result<void, 'changed-meanwhile'>>;
}
