// Changes that reached their followers when the tenant's doors had closed (decision 0104).
import type { CaseId } from '@layan/domain/kernel/ids';

export interface LeftChanges {
  /** Repeating it changes nothing. */
  note(caseId: CaseId): Promise<void>;
  /** Points to each once more, and forgets it. Broken off, it goes on with what is left. */
  takeUp(): Promise<void>;
}
