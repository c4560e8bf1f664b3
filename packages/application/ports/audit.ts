// Reads of personal data that must leave a trace (UU 27/2022 art. 31).
import type { CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';

export interface Unmasking {
  readonly caseId: CaseId;
  readonly fact: string;
  readonly by: StaffId;
  readonly name: string;
  readonly at: InstantText;
  readonly reason: string;
}

export interface UnmaskingLog {
  /** Written before the value is shown. */
  append(entry: Unmasking): Promise<void>;
  list(caseId: CaseId): Promise<readonly Unmasking[]>;
}
