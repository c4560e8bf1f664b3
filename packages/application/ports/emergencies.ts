// Emergency access of central admins to one tenant (decision 0103): the request in the control plane, and the trace of
// what was read in the tenant itself.
import type { ChainAct } from '@layan/domain/audit/chain';
import type { AgencyId, InstantText, StaffId, TenantId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

export interface CentralAdmin {
  /** Subject in the pool of central admins. */
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** The identity provider's side of central admins. */
export interface CentralAdmins {
  find(id: string): Promise<CentralAdmin | undefined>;
}

export interface EmergencyAccess {
  readonly id: string;
  readonly tenant: TenantId;
  readonly agency: AgencyId;
  readonly reason: string;
  readonly minutes: number;
  readonly askedBy: CentralAdmin;
  readonly askedAt: InstantText;
  /**
   * asked -> declined, or confirmed by somebody else -> opened by the provisioner (or failed) -> ending, when somebody
   * ends it early -> ended.
   */
  readonly state: 'asked' | 'declined' | 'confirmed' | 'open' | 'ending' | 'ended' | 'failed';
  /** Who confirmed or declined. */
  readonly decidedBy?: CentralAdmin;
  /** Set when it is confirmed: nothing makes it longer. */
  readonly until?: InstantText;
  /** Who it is in the pool of staff, once it is open. */
  readonly staffId?: StaffId;
  readonly endedBy?: 'time' | 'central-admin' | 'tenant';
  readonly endedAt?: InstantText;
  /** What was read, once it is over. */
  readonly read?: { readonly cases: number; readonly searches: number; readonly lists: number };
  readonly failure?: string;
  readonly revision: number;
}

export interface EmergencyRegister {
  find(id: string): Promise<EmergencyAccess | undefined>;
  /** One query: newest first. There are few, and each is looked at. */
  list(): Promise<readonly EmergencyAccess[]>;
  /** Over the revision it was made from, together with the act in the control plane's chain: both or neither. */
  save(
    access: EmergencyAccess,
    before: number | undefined,
    act: ChainAct,
  ): Promise<Result<void, 'changed-meanwhile'>>;
}

export interface EmergencyReading {
  readonly request: string;
  readonly at: InstantText;
  readonly operation: 'list-inbox' | 'get-case' | 'find-by-ticket';
  /** Id of the case, or the ticket that was looked for. */
  readonly about?: string;
}

export interface EmergencyReadings {
  /** Written before anything is shown. */
  append(reading: EmergencyReading): Promise<void>;
  /** One query: oldest first. */
  list(request: string): Promise<readonly EmergencyReading[]>;
}
